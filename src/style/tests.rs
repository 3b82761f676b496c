//! Styles as a whole: what they make of works, and which texts are none.

use std::sync::LazyLock;

use proptest::prelude::*;
use serde_json::{Value, json};

use super::*;
use crate::document::testing::mutated;

fn works() -> Vec<Value> {
    vec![
        json!({"type": "article-journal", "author": [{"family": "van den Berg", "given": "Anna"}, {"family": "Osei", "given": "Kofi J."}, {"family": "Lind", "given": "Mari"}],
            "issued": {"date-parts": [[2011, 3]]}, "title": "The price of bread in <i>Triticum</i> towns: who pays?",
            "container-title": "Journal of Grain", "volume": "3", "issue": "2", "page": "101--109"}),
        json!({"type": "book", "author": [{"family": "Osei", "given": "Kofi J."}], "issued": {"date-parts": [[2012], [2014]]},
            "title": "Markets of the coast", "publisher": "Harbour Press", "publisher-place": "Oslo"}),
        json!({"type": "book", "author": [{"family": "Osei", "given": "Kofi J."}], "issued": {"date-parts": [[2012]]},
            "title": "A market of the hills", "publisher": "Harbour Press", "publisher-place": "Oslo"}),
        json!({"type": "book", "editor": [{"family": "Osei", "given": "Ama"}], "title": "“Fish” and after", "publisher": "Harbour Press"}),
    ]
}

/// The citations and the list of the works in a style.
fn written(name: &str) -> String {
    let style = Style::named(name).expect("the style comes with the program");
    let rendered = style.render(&works());
    let citations = rendered.citations.iter().map(|text| text.plain() + "\n");
    let list = rendered
        .list
        .iter()
        .map(|(work, text)| format!("{work} {}\n", text.plain()));
    citations.chain(list).collect()
}

#[test]
fn works_are_written_in_apa() {
    insta::assert_snapshot!(written("apa"), @r"
    (van den Berg et al., 2011)
    (K. J. Osei, 2012–2014)
    (K. J. Osei, 2012)
    (A. Osei, n.d.)
    3 Osei, A. (Ed.). (n.d.). “Fish” and after. Harbour Press.
    2 Osei, K. J. (2012). A market of the hills. Harbour Press.
    1 Osei, K. J. (2012–2014). Markets of the coast. Harbour Press.
    0 van den Berg, A., Osei, K. J., & Lind, M. (2011). The price of bread in Triticum towns: who pays? Journal of Grain, 3(2), 101–109.
    ");
}

#[test]
fn works_are_written_in_chicago() {
    insta::assert_snapshot!(written("chicago"), @r"
    (van den Berg et al. 2011)
    (K. J. Osei 2012–2014)
    (K. J. Osei 2012)
    (A. Osei, n.d.)
    3 Osei, Ama, ed. n.d. “Fish” and After. Harbour Press.
    2 Osei, Kofi J. 2012. A Market of the Hills. Harbour Press.
    1 Osei, Kofi J. 2012–2014. Markets of the Coast. Harbour Press.
    0 van den Berg, Anna, Kofi J. Osei, and Mari Lind. 2011. “The Price of Bread in Triticum Towns: Who Pays?” Journal of Grain 3 (2): 101–9.
    ");
}

#[test]
fn works_are_written_in_mla() {
    insta::assert_snapshot!(written("mla"), @r"
    (van den Berg et al.)
    (Osei, Markets of the Coast)
    (Osei, A Market of the Hills)
    (Osei)
    3 Osei, Ama, editor. “Fish” and After. Harbour Press.
    2 Osei, Kofi J. A Market of the Hills. Harbour Press, 2012.
    1 ———. Markets of the Coast. Harbour Press, 2012–2014.
    0 van den Berg, Anna, et al. “The Price of Bread in Triticum Towns: Who Pays?” Journal of Grain, vol. 3, no. 2, Mar. 2011, pp. 101–09.
    ");
}

#[test]
fn works_are_written_in_harvard() {
    insta::assert_snapshot!(written("harvard"), @r"
    (van den Berg, Osei and Lind, 2011)
    (Osei, 2012–2014)
    (Osei, 2012)
    (Osei, no date)
    3 Osei, A. (ed.) (no date) “Fish” and after. Harbour Press.
    2 Osei, K.J. (2012) A market of the hills. Oslo: Harbour Press.
    1 Osei, K.J. (2012–2014) Markets of the coast. Oslo: Harbour Press.
    0 van den Berg, A., Osei, K.J. and Lind, M. (2011) “The price of bread in Triticum towns: who pays?” Journal of Grain, 3(2), pp. 101–109.
    ");
}

#[test]
fn looks_are_kept() {
    let style = Style::named("apa").expect("the style comes with the program");
    let rendered = style.render(&works()[..1]);
    let marked: String = rendered.list[0]
        .1
        .runs
        .iter()
        .map(|run| {
            if run.look.italic {
                format!("*{}*", run.text)
            } else {
                run.text.clone()
            }
        })
        .collect();
    insta::assert_snapshot!(marked, @r"van den Berg, A., Osei, K. J., & Lind, M. (2011). The price of bread in *Triticum* towns: who pays? *Journal of Grain*, *3*(2), 101–109.");
}

#[test]
fn every_style_can_be_read_and_writes_something() {
    for named in styles() {
        let style = Style::named(named.names[0]).expect("the style can be read");
        let rendered = style.render(&works()[..2]);
        let citation = rendered.citations[0].plain();
        let has_mark =
            |text: &str| text.contains(|letter| ('\u{e000}'..='\u{f8ff}').contains(&letter));
        assert!(
            !citation.is_empty() && !has_mark(&citation),
            "{}: {citation}",
            named.title
        );
        for (_, text) in rendered.list {
            assert!(
                !has_mark(&text.plain()),
                "{}: {}",
                named.title,
                text.plain()
            );
        }
    }
}

#[test]
fn forms_are_those_of_the_manuals() {
    let form = |name: &str| {
        let style = Style::named(name).expect("the style comes with the program");
        style.form.map_or_else(String::new, |form| {
            format!(
                "{name}: {:?} {:?} {:?} {} {} {:?} {:?} {:?}\n",
                form.connector,
                form.three
                    .map(|three| (three.delimiter, three.before_connector)),
                form.year_delimiter,
                form.et_al_from,
                form.et_al_shown,
                form.et_al,
                form.cite_delimiter,
                form.sort
            )
        })
    };
    let names = [
        "apa",
        "chicago",
        "harvard",
        "mla",
        "asa",
        "elsevier-harvard",
        "ieee",
    ];
    insta::assert_snapshot!(names.map(form).concat(), @r#"
    apa: "&" None ", " 3 1 " et al." "; " Some(ByName)
    chicago: "and" None " " 3 1 " et al." "; " None
    harvard: "and" Some((", ", " ")) ", " 4 1 " et al." "; " Some(ByYear)
    asa: "and" Some((", ", ", ")) " " 4 1 " et al." "; " Some(ByName)
    elsevier-harvard: "and" None ", " 3 1 " et al." ", " Some(ByName)
    "#);
}

#[test]
fn what_is_no_style_is_refused() {
    assert_eq!(
        Style::named("apaa").err(),
        Some(StyleError::Unknown("apaa".to_owned()))
    );
    assert!(matches!(
        Style::read("<style/>").err(),
        Some(StyleError::NotCsl(_))
    ));
    let endless = r#"<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
        <info><title>T</title><id>t</id><updated>2026-01-01T00:00:00+00:00</updated></info>
        <macro name="a"><text macro="b"/></macro><macro name="b"><group><text macro="a"/></group></macro>
        <citation><layout><text macro="a"/></layout></citation></style>"#;
    assert_eq!(
        Style::read(endless).err(),
        Some(StyleError::Endless("a".to_owned()))
    );
}

#[test]
fn odd_works_do_no_harm() {
    let style = Style::named("apa").expect("the style comes with the program");
    let works = [
        json!({}),
        json!(3),
        json!({"type": "no such", "issued": {"date-parts": [[]]}, "author": [{}]}),
        json!({"type": "book", "issued": {"date-parts": [[2001, 13, 45], [2002, 1]]}, "accessed": {"date-parts": [[99999]]}}),
        json!({"type": "book", "issued": {"raw": "2001-05-04/2003"}, "page": "x–", "volume": "1,2&3–", "edition": "99999999999"}),
        json!({"type": "article-journal", "title": "<i>open <b>", "author": "Doe", "number": -4, "issued": {"literal": "spring"}}),
    ];
    assert_eq!(style.render(&works).citations.len(), works.len());
}

/// Styles that differ much, read once.
static ODD_STYLES: LazyLock<Vec<Style>> = LazyLock::new(|| {
    let names = [
        "apa",
        "chicago",
        "mla",
        "harvard",
        "ieee",
        "gb-7714-2015-author-date",
    ];
    let styles = names.iter().filter_map(|name| Style::named(name).ok());
    styles.collect()
});

/// Texts as titles, names, numbers and pages may be, and as they should not.
fn odd_text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[0-9]{0,12}([-–,&/ ][0-9A-Za-z]{0,6}){0,3}",
        "[A-ZÄÖßa-zé'’“”\"<>i/.?!:;,()\\[\\] -]{0,40}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, ..ProptestConfig::default() })]

    #[test]
    fn no_work_makes_a_style_panic(
        texts in prop::collection::vec(odd_text(), 10),
        year in any::<i32>(),
        month in 0..20,
    ) {
        let text = |idx: usize| texts[idx].as_str();
        let works = ["book", "chapter", "article-journal", "webpage", "thesis", "legal_case"].map(|kind| {
            json!({
                "type": kind,
                "author": [{"family": text(0), "given": text(1), "non-dropping-particle": text(2), "suffix": text(3)}, {"literal": text(4)}],
                "editor": [{"family": text(1), "given": text(0)}],
                "title": text(5), "container-title": text(6), "publisher": text(7), "genre": text(7), "note": text(6),
                "volume": text(8), "issue": text(9), "number": text(8), "edition": text(9), "page": text(9),
                "DOI": text(3), "URL": text(4), "version": text(8),
                "issued": {"date-parts": [[year, month, month], [year % 3000]]}, "accessed": {"raw": text(9)},
            })
        });
        for style in ODD_STYLES.iter() {
            prop_assert_eq!(style.render(&works).citations.len(), works.len());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn strange_styles_are_read_or_refused(
        which in 0_usize..80,
        changes in prop::collection::vec((0_usize..60_000, 0_usize..400, 32_u8..127), 1..6),
    ) {
        let styles = styles();
        let name = styles[which % styles.len()].names[0];
        let (_, xml) = style(name).expect("the style comes with the program");
        let changed = mutated(xml.as_bytes(), &changes);
        if let Ok(style) = Style::read(&String::from_utf8_lossy(&changed)) {
            style.render(&[json!({"type": "book", "title": "On lakes", "issued": {"date-parts": [[2010]]}})]);
        }
    }
}
