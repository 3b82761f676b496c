use crate::document::{Format, Refusal, tests};

fn check(source: &str, expected: &str) {
    assert_eq!(tests::shown(source, Format::Markdown), expected);
}

fn check_keys(source: &str, expected: &[&str]) {
    assert_eq!(tests::keys(source, Format::Markdown), expected);
}

#[test]
fn marks_are_hidden_and_lines_joined() {
    check(
        "*Emph (Doe, 2001)* and **bold**,\nwrapped__",
        "Emph (Doe, 2001) and bold, wrapped__",
    );
    check("snake_case, 5 * 3, ***both***", "snake_case, 5 * 3, both");
    check("H~2~O, x^2^, ~~gone~~", "H2O, x², gone");
    check(
        "pp. 3--4 --- so \\(Doe, 2001\\)",
        "pp. 3–4 — so (Doe, 2001)",
    );
    check("line\\\nbreak  \nbreak", "line\nbreak\nbreak");
    check("R&amp;D &eacute;", "R&D é");
}

#[test]
fn headings_items_and_rows_are_paragraphs() {
    check(
        "# References {#refs}\nDoe, J. (2001).\n",
        "References\n\nDoe, J. (2001).",
    );
    check("References\n==========\n\nDoe.", "References\n\nDoe.");
    check(
        "- One\n  more\n- Two\n\n1. Three",
        "One more\n\nTwo\n\nThree",
    );
    check("A text of\n1990. It goes on", "A text of 1990. It goes on");
    check(
        "| a | b |\n|---|---|\n| c | d |\n\n: Caption",
        "a\tb\n\nc\td\n\nCaption",
    );
    check("> Quoted (Doe,\n> 2001).", "Quoted (Doe, 2001).");
    check("::: {.callout}\nIn a div\n:::", "In a div");
}

#[test]
fn code_is_no_prose() {
    check("```r\n(Doe, 2001)\n```\nText", "Text");
    check("Text\n\n    (Doe, 2001)\n\nText", "Text\n\nText");
    check("The `lme4` and `r nrow(x)` rows", "The ⟦lme4⟧ and rows");
    check(
        "Math $a(2001)$, $5 and $6, $$\nx\n$$.",
        "Math ⟦a(2001)⟧, $5 and $6, .",
    );
    check(
        "<!-- (Doe,\n\n2001) --> Text <span title=\"x\">in</span>",
        "Text in",
    );
    check("{{< meta x >}}Text", "Text");
    check("---\ntitle: (Doe, 2001)\n---\n\nText", "Text");
}

#[test]
fn columns_under_dashes_are_cells() {
    check(
        "Grain    Source\n-------  ------------\n  Rye    (Doe, 2001)\nRed oats  Roe (2002)\n\nText",
        "Grain Source\n\nRye\t(Doe, 2001)\n\nRed oats\tRoe (2002)\n\nText",
    );
}

#[test]
fn links_show_their_text() {
    check(
        "[Doe](https://a.b/c_(d)) and ![Map](m.png){width=5}",
        "Doe and Map",
    );
    check(
        "[Doe][x] and [x]\n\n[x]: https://a.b \"(Roe, 2001)\"",
        "Doe and x",
    );
    check(
        "<https://doi.org/10.1/a_b> https://a.b/c_d_e.",
        "⟦https://doi.org/10.1/a_b⟧ ⟦https://a.b/c_d_e⟧.",
    );
    check("[Doe] (2001)", "[Doe] (2001)");
}

#[test]
fn footnotes_follow_their_paragraph() {
    check(
        "One[^1] more^[Inline].\n\nTwo\n\n[^1]: Foot\n    more\n\n    Par",
        "One more.\n\nFoot more\n\nPar\n\nInline\n\nTwo",
    );
    check("One\n\n[^1]: Never called", "One\n\nNever called");
    check("[^1]: [^1]: Only within itself", ": Only within itself");
}

#[test]
fn citations_by_key() {
    check(
        "So [see @doe, p. 5; -@roe] and @doe [p. 3].",
        "So ⟦[see @doe, p. 5; -@roe]⟧ and ⟦@doe [p. 3]⟧.",
    );
    check_keys("[see @doe, p. 5; -@roe]", &["see|doe|p. 5", "|roe|"]);
    check_keys("@doe2019 [p. 3] and @{a b}", &["|doe2019|p. 3", "|a b|"]);
    check_keys("a@b.org, \\@doe, `@doe`, @fig-one, [@tbl:x]", &[]);
    check_keys("---\nnocite: '@*'\n---\n@doe_a.", &["|*|", "|doe_a|"]);
}

#[test]
fn edits_keep_the_marks() {
    let check = |source: &str, from: &str, to: &str, expected: Result<&str, Refusal>| {
        let found = tests::replaced(source, Format::Markdown, from, to);
        assert_eq!(found.as_deref().map_err(|refusal| *refusal), expected);
    };
    check(
        "See *Doe* (2001).",
        "Doe (2001)",
        "Roe (2002)",
        Ok("See *Roe* (2002)."),
    );
    check("Doe\n> x", "Doe", "Roe", Ok("Roe\n> x"));
    check("Doe (2001)", "Doe", "D*e", Ok("D\\*e (2001)"));
    check(
        "*Doe* et al.",
        "Doe et al.",
        "X",
        Err(Refusal::AcrossMarkup),
    );
    check("Doe\n\nRoe", "Doe\n\nRoe", "Roe\n\nDoe", Ok("Roe\n\nDoe"));
    check("Doe", "Doe", "- Doe", Err(Refusal::ReadsOtherwise));
}
