//! Papers with a style of their own: what is written by key so that it comes back as typed, and the style itself.

use super::*;
use crate::{
    bibtex,
    citing::{self, Keyed, OwnStyle, Request, Target},
    document::Document,
    project::Project,
    style::Style,
};

const LIST: &str = "\n\nReferences\n\nBrandt, K., Osei, A. & Lind, M. 1976 [1867]. The price of bread. Harbour Press.\n\
    Lind, M. 2003a. The price of milk. Harbour Press.\nLind, M. 2003b. The price of rye. Harbour Press.\n\
    Osei, A. & Lind, M. 2012. The price of beer. Harbour Press.\nZorn, A. 1999. A thing. Harbour Press.\n";

/// A paper by key and its style.
fn keyed(body: &str) -> Option<(Keyed, String)> {
    let mut project = Project::default();
    project.add_paper("paper", Document::plain(format!("{body}{LIST}")));
    let paper = &project.papers[0];
    let works = citing::works(paper);
    let own = Own::of(paper, &works)?;
    let works: Vec<&Work> = works.iter().collect();
    let request = Request {
        target: Target::Pandoc,
        keys: &bibtex::keys(&works, |_| false),
        bibliography: Some("refs.bib"),
        own: Some(OwnStyle {
            style: &own,
            file: "refs.csl",
        }),
    };
    Some((citing::cite(paper, request), own.csl("Ours")))
}

/// The first paragraph by key, and what is left.
fn shown(body: &str) -> String {
    let (keyed, _) = keyed(body).expect("the paper cites by author and year");
    let text = keyed.text.rsplit("---\n\n").next().unwrap_or_default();
    let left = keyed.left.iter().map(|left| format!("\n{}", left.reason));
    format!(
        "{}{}",
        text.lines().next().unwrap_or_default(),
        left.collect::<String>()
    )
}

#[test]
fn what_most_citations_have_is_the_style() {
    let body = "So it is (Lind 2003a: 5; Osei & Lind 2012: 7-9), so say Brandt et al. (1976 [1867]: 3). Zorn (1999) and others (Lind 2003a, 2003b) agree.";
    let (keyed, csl) = keyed(body).expect("the paper cites by author and year");
    assert_eq!(keyed.left, []);
    insta::assert_snapshot!(keyed.text.lines().take(7).collect::<Vec<_>>().join("\n"), @r"
    ---
    bibliography: refs.bib
    csl: refs.csl
    ---

    So it is [@lind2003a, 5; @osei2012, 7-9], so say @brandt1976 [3]. @zorn1999 and others [@lind2003a; @lind2003b] agree.
    ");
    let read = Style::read(&csl).expect("it is a style");
    let form = read.form.expect("it cites by author and year");
    assert_eq!(
        (form.connector.as_str(), form.year_delimiter.as_str()),
        ("&", " ")
    );
    assert_eq!((form.et_al_from, form.sort), (3, None));
    let style = csl.lines().filter(|line| {
        line.contains("<name ")
            || line.contains("<citation ")
            || line.contains("<layout prefix")
            || line.contains("original")
    });
    insta::assert_snapshot!(style.collect::<Vec<_>>().join("\n"), @r#"
        <name form="short" and="symbol" delimiter=", " delimiter-precedes-last="never" delimiter-precedes-et-al="contextual">
      <names variable="author"><name name-as-sort-order="all"/><substitute><names variable="editor"/><text variable="title"/></substitute></names>
        <if variable="issued"><group delimiter=" "><date variable="issued"><date-part name="year"/></date><date variable="original-date" prefix="[" suffix="]"><date-part name="year"/></date></group></if>
    <macro name="list-names"><names variable="author"><name name-as-sort-order="all" sort-separator=", " and="symbol" delimiter=", " delimiter-precedes-last="never" initialize="false"/><substitute><names variable="editor"/><text variable="title"/></substitute></names></macro>
    <macro name="list-container"><choose><if type="chapter paper-conference entry-encyclopedia entry-dictionary" match="any"><group delimiter=" "><text term="in" text-case="capitalize-first"/><group delimiter=", "><group delimiter=" "><names variable="editor"><name and="symbol" delimiter=", " delimiter-precedes-last="never" initialize="false"/><label form="short" prefix=" (" suffix=")"/></names></group><text variable="container-title" font-style="italic"/></group></group></if><else><text variable="container-title" font-style="italic"/></else></choose></macro>
    <citation et-al-min="3" et-al-use-first="1" et-al-subsequent-min="3" et-al-subsequent-use-first="1" disambiguate-add-year-suffix="true" collapse="year" cite-group-delimiter=", ">
      <layout prefix="(" suffix=")" delimiter="; ">
    "#);
}

#[test]
fn what_differs_keeps_its_words() {
    // Another connector, and a chapter that pandoc would call otherwise.
    insta::assert_snapshot!(shown("So it is (Osei & Lind 2012; Lind 2003a: 5), (Osei & Lind 2012), (Osei and Lind 2012; Zorn 1999, chapter 5)."), @"So it is [@osei2012; @lind2003a, 5], [@osei2012], [Osei and Lind -@osei2012; @zorn1999{}, chapter 5].");
    // The names of each work.
    insta::assert_snapshot!(shown("So it is (Lind 2003a, 2003b), (Zorn 1999; Lind 2003a; Lind 2003b)."), @"So it is [@lind2003a; @lind2003b], [@zorn1999; Lind -@lind2003a; Lind -@lind2003b].");
}

#[test]
fn what_cannot_come_back_stays_as_typed() {
    insta::assert_snapshot!(shown("So it is (Zorn 1999; Lind 2003a), (Osei & Lind 2012; Zorn 1999), (Zorn 1999, Lind 2003a)."), @r"
    So it is [@zorn1999; @lind2003a], [@osei2012; @zorn1999], (Zorn 1999, Lind 2003a).
    it would be divided, sorted or spelt otherwise
    ");
    insta::assert_snapshot!(shown("So say Osei & Lind 2012 (cf. Zorn 1999)."), @r"
    So say Osei & Lind 2012 [cf. @zorn1999].
    pandoc would put brackets around its year
    ");
}

#[test]
fn numbers_have_no_style_of_names() {
    let paper = "So it is [1]. And so [2].\n\nReferences\n\n[1] Doe, J. A thing. Harbour Press, 1999.\n[2] Lee, B. The price of milk. Harbour Press, 2003.\n";
    let mut project = Project::default();
    project.add_paper("paper", Document::plain(paper.to_owned()));
    let works = citing::works(&project.papers[0]);
    assert!(Own::of(&project.papers[0], &works).is_none());
}
