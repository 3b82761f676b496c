use super::*;
use crate::{
    document::Document,
    edit::{Applicability, Edit, Fix},
    finding::{Confidence, Severity},
    project::Role,
    span::{Place, SourceId, Span},
};

const PAPER: &str = "Prices rose <fast> (Brandt & Olsen, 2011). Nobody asked (Nemo, 1999).\n\n\
    References\n\n\
    Brandt, K., & Olsen, M. (2011). The price of bread. Harbour Press.\n\
    Quist, A. (2005). Unread pages. Harbour Press.\n";

const MASTER: &str = "@book{brandt2011,\n  author = {Brandt, Karl and Olsen, Mette},\n  \
    title = {The price of bread},\n  publisher = {Northern Press},\n  date = {2011},\n}\n";

/// A project of one paper and one master, with a finding at the first `needle`.
fn project(needle: &str) -> (Project, Vec<Finding>) {
    let mut project = Project::default();
    project.add_bibliography("master.bib", MASTER, Role::Master);
    project.add_paper("a&b.txt", Document::plain(PAPER.to_owned()));
    let start = PAPER.find(needle).expect("the paper holds the needle");
    let place = Place::new(SourceId(1), Span::new(start, start + needle.len()));
    let finding = Finding {
        rule: "missing-reference",
        severity: Severity::Error,
        confidence: Confidence::High,
        message: "`Nemo` is <not> listed".to_owned(),
        place,
        related: Vec::new(),
        help: Some("add it".to_owned()),
        fix: Some(Fix::new(
            "drop it",
            Edit::new(place, ""),
            Applicability::Unsafe,
        )),
    };
    (project, vec![finding])
}

/// The values of an attribute, in the order of the page.
fn attributes<'a>(page: &'a str, name: &str) -> Vec<&'a str> {
    let opening = format!(" {name}=\"");
    let values = page.split(opening.as_str()).skip(1);
    values
        .filter_map(|rest| rest.split_once('"'))
        .map(|(value, _)| value)
        .collect()
}

#[test]
fn every_link_leads_to_a_place_of_the_page() {
    let (project, findings) = project("(Nemo, 1999)");
    let page = html(&project, &findings);
    let ids = attributes(&page, "id");
    let links = attributes(&page, "href");
    assert!(links.len() >= 4, "{links:?}");
    for link in links {
        let id = link.strip_prefix('#').expect("links stay on the page");
        assert!(ids.contains(&id), "{link} leads nowhere");
    }
    let mut unique = ids.clone();
    unique.sort_unstable();
    unique.dedup();
    assert_eq!(unique.len(), ids.len(), "an id stands twice");
}

#[test]
fn citations_and_references_lead_to_each_other() {
    let (project, findings) = project("(Nemo, 1999)");
    let page = html(&project, &findings);
    assert!(
        page.contains("<a class=\"cite match\" href=\"#p0r0\""),
        "{page}"
    );
    assert!(page.contains("cited at <a href=\"#p0c0\">1</a>"), "{page}");
    assert!(page.contains("never cited"), "{page}");
}

#[test]
fn the_text_of_the_user_means_itself() {
    let (project, findings) = project("Nemo");
    let page = html(&project, &findings);
    assert!(page.contains("rose &lt;fast&gt; ("), "{page}");
    assert!(page.contains("is &lt;not&gt; listed"), "{page}");
    assert!(
        page.contains("<title>refmend: a&amp;b.txt</title>"),
        "{page}"
    );
}

#[test]
fn differences_stand_side_by_side() {
    let (project, findings) = project("Nemo");
    let page = html(&project, &findings);
    assert!(
        page.contains("<td><del>Harbour</del> Press</td><td><ins>Northern</ins> Press</td>"),
        "{page}"
    );
    assert!(page.contains("not in the master"), "{page}");
}

#[test]
fn the_page_is_whole_without_a_network() {
    let (project, findings) = project("Nemo");
    let page = html(&project, &findings);
    assert!(!page.contains("://"), "an address outside the page");
    assert!(!page.contains("{{"), "an unfilled place");
}

#[test]
fn the_whole_text_is_there() {
    let (project, findings) = project("1999).\n");
    let page = html(&project, &findings);
    let text = page
        .split_once("dir=\"auto\">")
        .and_then(|(_, rest)| rest.split_once("</article>"));
    let (text, _) = text.expect("the page holds the paper");
    let mut plain = String::new();
    let mut in_tag = false;
    for c in text.chars() {
        match c {
            '<' => in_tag = true,
            '>' => in_tag = false,
            c if !in_tag => plain.push(c),
            _ => {}
        }
    }
    for line in PAPER.lines().filter(|line| !line.is_empty()) {
        let line = escape(line);
        let words = line.split(' ').all(|word| plain.contains(word));
        assert!(words, "{line} is not in {plain}");
    }
}
