use crate::document::{Document, Format, Refusal, tests};

fn check(source: &str, expected: &str) {
    assert_eq!(tests::shown(source, Format::Typst), expected);
}

fn check_keys(source: &str, expected: &[&str]) {
    assert_eq!(tests::keys(source, Format::Typst), expected);
}

#[test]
fn marks_are_hidden_and_lines_joined() {
    check(
        "_Emph (Doe, 2001)_ and *bold*,\nsnake_case",
        "Emph (Doe, 2001) and bold, snake_case",
    );
    check("pp.~3--4 \\@doe \\u{e9} a\\ b", "pp. 3–4 @doe é a\nb");
    check(
        "= References <refs>\n- One\n- Two\n\n1990. Three",
        "References\n\nOne\n\nTwo\n\n1990. Three",
    );
}

#[test]
fn code_is_no_prose() {
    check(
        "A `x(2001)` $a$ $ b $ // (Doe)\nB /* (Roe\n\n2001) */ C",
        "A ⟦x(2001)⟧ ⟦a⟧ B C",
    );
    check(
        "```r\n(Doe, 2001)\n```\n#let s = \"(Doe)\"\n#let f(x) = [(Roe)]\nText",
        "Text",
    );
    check(
        "#set text(lang: \"en\")\n#show: article.with(title: [On x], abstract: [So])\nText",
        "On x\n\nSo\n\nText",
    );
}

#[test]
fn functions_show_their_text() {
    check(
        "#emph[Doe] and #link(\"http://a\")[Roe] #link(\"http://b\").",
        "Doe and Roe ⟦http://b⟧.",
    );
    check(
        "Text#footnote[See Doe] ends.\n\nNext",
        "Text ends.\n\nSee Doe\n\nNext",
    );
    check(
        "#figure(image(\"x.png\"), caption: [Map (Doe, 2001)])",
        "Map (Doe, 2001)",
    );
    check(
        "#heading(level: 1)[References]\nDoe [a] b",
        "References\n\nDoe [a] b",
    );
    check("#table(columns: 2, [a], [b],\n[c], [d])", "a\tb\n\nc\td");
    check("#list([a], [b])", "a\n\nb");
}

#[test]
fn citations_by_key() {
    check(
        "So @doe[p. 5] and #cite(<roe>, form: \"prose\").",
        "So ⟦@doe[p. 5]⟧ and ⟦#cite(<roe>, form: \"prose\")⟧.",
    );
    check_keys(
        "@doe[p. 5]. #cite(<roe>, supplement: [3]) #cite(label(\"a b\"))",
        &["|doe|p. 5", "|roe|3", "|a b|"],
    );
    check_keys("= A <intro>\n@intro @fig:x a\\@b.org a@b.org", &[]);
}

#[test]
fn files_are_named() {
    let document = Document::read(
        "#include \"one.typ\"\n#bibliography((\"a.bib\", \"b.yml\"), style: \"apa\")".to_owned(),
        Format::Typst,
    );
    let paths: Vec<_> = document
        .bibliographies
        .iter()
        .map(|file| file.path.as_str())
        .collect();
    assert_eq!(paths, ["a.bib", "b.yml"]);
    assert_eq!(document.includes[0].path, "one.typ");
}

#[test]
fn edits_keep_the_marks() {
    let replaced = |from, to| tests::replaced("_Doe_ and Roe #emph[x]", Format::Typst, from, to);
    assert_eq!(
        replaced("Doe and Roe", "Poe & Roe").as_deref(),
        Ok("_Poe_ & Roe #emph[x]")
    );
    assert_eq!(
        replaced("Roe", "#Roe").as_deref(),
        Ok("_Doe_ and \\#Roe #emph[x]")
    );
    assert_eq!(replaced("Doe and", "x"), Err(Refusal::AcrossMarkup));
}
