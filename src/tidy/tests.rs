//! One `check` for all normalisations.

use proptest::prelude::*;

use super::*;

/// Tidies a text with the named normalisations; doing it again changes nothing.
fn check(names: &[&str], text: &str, expected: &str) {
    let chosen: Vec<_> = names.iter().filter_map(|name| find(name)).collect();
    assert_eq!(chosen.len(), names.len(), "{names:?}");
    let tidied = tidy(text, &chosen);
    assert_eq!(tidied.text, expected, "{text}");
    assert_eq!(tidy(expected, &chosen).text, expected, "a second time");
}

/// Tidies the value of one field.
fn check_value(normalisation: &str, field: &str, value: &str, expected: &str) {
    let entry = |value: &str| format!("@book{{a,\n  {field} = {value},\n}}\n");
    check(&[normalisation], &entry(value), &entry(expected));
}

#[test]
fn ranges_of_pages_get_two_hyphens() {
    let check = |value, expected| check_value("page-dashes", "pages", value, expected);
    check("{12-34}", "{12--34}");
    check("\"12 – 34\"", "\"12--34\"");
    check("{123-45}", "{123--45}");
    check("{S1-S9, 40—42}", "{S1--S9, 40--42}");
    check("{xii---xiv}", "{xii--xiv}");
    check("{12--34}", "{12--34}");
    for same in [
        "{5-1--5-10}",
        "{2020-12-01}",
        "{A-12}",
        "{34-12}",
        "{in-press}",
        "12",
        "{10}#{-12}",
    ] {
        check(same, same);
    }
    check_value("page-dashes", "note", "{12-34}", "{12-34}");
}

#[test]
fn identifiers_lose_what_leads_to_them() {
    check_value(
        "doi",
        "doi",
        "{https://doi.org/10.1000/a_b}",
        "{10.1000/a_b}",
    );
    check_value("doi", "doi", "\"DOI: 10.1000/x\"", "\"10.1000/x\"");
    check_value(
        "doi",
        "doi",
        "{https://example.org/10.1000/x}",
        "{https://example.org/10.1000/x}",
    );
    check_value(
        "isbn",
        "isbn",
        "{ISBN-13: 978 1 62779 216 5}",
        "{978-1-62779-216-5}",
    );
    check_value("isbn", "isbn", "{080442957x}", "{080442957X}");
    // The check digit is wrong; `check` reports it.
    check_value(
        "isbn",
        "isbn",
        "{ISBN 978 1 62779 216 6}",
        "{ISBN 978 1 62779 216 6}",
    );
}

#[test]
fn months_become_macros() {
    check_value("month", "month", "{January}", "jan");
    check_value("month", "month", "\"Sept.\"", "sep");
    for same in ["may", "{5}", "5", "{January 5}", "jan # \"~5\""] {
        check_value("month", "month", same, same);
    }
}

#[test]
fn accents_become_letters() {
    let check = |value, expected| check_value("unicode", "title", value, expected);
    check(r#"{{\"U}ber Stra{\ss}en}"#, "{Über Straßen}");
    check(
        r"{Caf\'{e} na\'{\i}f, \c{C}a, \v s, \'\i x}",
        "{Café naíf, Ça, š, íx}",
    );
    check(
        r"{{\'{E}}tude, {{\'E}}tude, \O{} and \o x}",
        "{Étude, {É}tude, Ø and øx}",
    );
    check(r#"{{\AA}ngstr{\"o}m}"#, "{Ångström}");
    for same in [
        r"{$\'e$ and \emph{x} \& \oint \cc \'}",
        r"{\\'e is a break}",
    ] {
        check(same, same);
    }
    check_value("unicode", "url", r"{\'e}", r"{\'e}");
}

#[test]
fn names_and_line_ends() {
    check(
        &["lower-case", "trailing-space"],
        "@Book{Key,  \n  Title = {A {B} \t\n   C},\n}  \n@Comment{X} \n@STRING{y = \"Z\"}\n",
        "@book{Key,\n  title = {A {B}\n   C},\n}  \n@Comment{X} \n@STRING{y = \"Z\"}\n",
    );
}

#[test]
fn quotation_marks_become_braces() {
    check_value("delimiters", "title", "\"A {\"}B{\"}\"", "{A {\"}B{\"}}");
    check_value("delimiters", "title", "\"A \" # b", "\"A \" # b");
}

#[test]
fn layout_follows_the_file() {
    let sound = "@book{a,\n\ttitle = {X},\n\tyear = 1999\n}\n";
    let commented = "@book{c,\n  % why\n  title={Z}}\n";
    check(
        &["layout"],
        &format!("{sound}{sound}\n@book{{b, title={{Y}}, year={{2000}},}}\n{commented}"),
        &format!("{sound}{sound}\n@book{{b,\n\ttitle = {{Y}},\n\tyear = {{2000}}\n}}\n{commented}"),
    );
}

#[test]
fn fields_and_entries_in_order() {
    check(
        &["field-order"],
        "@book{a,\n  year   = 1999,\n  zz = {1},\n  title  = {X},\n  author = {Y}}\n",
        "@book{a,\n  author = {Y},\n  title  = {X},\n  year   = 1999,\n  zz = {1}}\n",
    );
    check(
        &["entry-order"],
        "% a file\n\n% of c\n@book{c, title={C}}\n@book{b, title={B}}\n\n@string{x = {X}}\n@inbook{z, crossref={y}}\n@book{y, title=x}\n@book{W, title=x}",
        "% a file\n\n@book{b, title={B}}\n% of c\n@book{c, title={C}}\n\n@string{x = {X}}\n@book{W, title=x}\n@inbook{z, crossref={y}}\n@book{y, title=x}",
    );
}

#[test]
fn one_value_may_change_twice() {
    check(
        &["page-dashes", "delimiters"],
        "@book{a, pages = \"1-2\"}",
        "@book{a, pages = {1--2}}",
    );
}

#[test]
fn what_cannot_be_read_is_left_alone() {
    let text = "@book{a,\n  Title = {X,\n  Pages = {1-2}\n}\n@book{b, Pages = {1-2}}\n";
    let chosen: Vec<_> = NORMALISATIONS.iter().collect();
    let tidied = tidy(text, &chosen);
    assert_eq!(tidied.unsound, 1);
    assert!(!tidied.refused);
    assert!(
        tidied
            .text
            .starts_with("@book{a,\n  Title = {X,\n  Pages = {1-2}\n}\n"),
        "{}",
        tidied.text
    );
    assert!(tidied.text.contains("pages = {1--2}"), "{}", tidied.text);
}

#[test]
fn names_are_unique_and_the_default_is_harmless() {
    for (idx, normalisation) in NORMALISATIONS.iter().enumerate() {
        assert!(
            NORMALISATIONS[..idx]
                .iter()
                .all(|other| other.name != normalisation.name)
        );
    }
    let text = "@book{a,\n  title = {The {NATO} Story},\n  year = 1999,\n}\n";
    let default: Vec<_> = NORMALISATIONS.iter().filter(|one| one.default).collect();
    assert_eq!(tidy(text, &default).text, text);
}

proptest! {
    #[test]
    fn twice_is_once_and_nothing_is_lost(
        text in "(@[Bb]ook\\{[a-c],\n|@string\\{a=|  Title = \\{|pages=\\{1-2\\},|month=\"May\",?|\\{\\\\'e\\}|doi=\\{doi:10.1/x\\}|\\}\n|[a-c@{}()\"\\\\,=#$%\n -]| and |é)*"
    ) {
        let chosen: Vec<_> = NORMALISATIONS.iter().collect();
        let tidied = tidy(&text, &chosen);
        let again = tidy(&tidied.text, &chosen);
        prop_assert_eq!(&again.text, &tidied.text);
        let (before, after) = (File::read(text.as_str()), File::read(tidied.text.as_str()));
        prop_assert!(contents::are_same(&before, &after));
    }
}
