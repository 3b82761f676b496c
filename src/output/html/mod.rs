//! A report as one page for a browser: the paper with its citations, references and findings, linked both ways.
//!
//! The page needs no network: style and script stand in it. It can be read without the script, which adds the filter and the keys.

mod cards;
mod differences;
mod marks;
mod paper;
#[cfg(test)]
mod tests;

use super::{differences_summary, summary};
use crate::{
    comparison::{self, Comparison},
    finding::Finding,
    project::{Paper, Project},
};

const TEMPLATE: &str = include_str!("template.html");
const STYLE: &str = include_str!("style.css");
const SCRIPT: &str = include_str!("script.js");

/// Renders all papers of a project with the findings of the run.
pub fn html(project: &Project, findings: &[Finding]) -> String {
    let has_master = project.has_master();
    let comparisons: Vec<Vec<Comparison>> = project
        .papers
        .iter()
        .map(|paper| {
            if has_master {
                comparison::of_paper(paper, project)
            } else {
                Vec::new()
            }
        })
        .collect();
    let papers = project.papers.iter().zip(&comparisons).enumerate();
    let texts: String = papers
        .map(|(idx, (paper, comparisons))| {
            paper::render(idx, paper, comparisons, findings, project)
        })
        .collect();
    let papers = comparisons.iter().enumerate();
    let differences: String = papers
        .map(|(idx, comparisons)| differences::render(idx, comparisons))
        .collect();
    fill(&[
        ("title", &escape(&title(project))),
        ("style", STYLE),
        ("script", SCRIPT),
        ("counts", &counts(project, &comparisons, findings)),
        ("filters", &cards::filters(findings)),
        ("findings", &cards::render(findings, project)),
        ("differences", &differences),
        ("papers", &texts),
    ])
}

/// The names of the papers.
fn title(project: &Project) -> String {
    let names = project.papers.iter().map(|paper| name(paper, project));
    names.collect::<Vec<_>>().join(", ")
}

/// The name of the file of a paper.
fn name<'a>(paper: &Paper, project: &'a Project) -> &'a str {
    &project.sources.get(paper.source).name
}

/// What there is, in one paragraph.
fn counts(project: &Project, comparisons: &[Vec<Comparison>], findings: &[Finding]) -> String {
    let count = |count: fn(&Paper) -> usize| project.papers.iter().map(count).sum::<usize>();
    let citations = count(|paper| paper.citations.len());
    let references = count(|paper| paper.references.items.len());
    let cited = count(|paper| paper.cited_references().len());
    let mut lines = vec![
        format!("{citations} citations, {references} references, {cited} of them cited."),
        summary(findings),
    ];
    let compared = comparisons
        .iter()
        .filter(|comparisons| !comparisons.is_empty());
    lines.extend(compared.map(|comparisons| differences_summary(comparisons)));
    lines
        .iter()
        .map(|line| format!("<p>{}</p>\n", escape(line).replace('`', "")))
        .collect()
}

/// Puts values in the places `{{name}}` of the template, in one pass: a value may hold what looks like a place.
fn fill(values: &[(&str, &str)]) -> String {
    let mut output = String::new();
    let mut rest = TEMPLATE;
    while let Some((before, (name, after))) = rest
        .split_once("{{")
        .and_then(|(before, after)| Some((before, after.split_once("}}")?)))
    {
        output.push_str(before);
        let value = values.iter().find(|(known, _)| *known == name);
        output.push_str(value.map_or("", |(_, value)| value));
        rest = after;
    }
    output + rest
}

/// Writes a text so that it means itself in HTML; control characters, which HTML lacks, become U+FFFD.
fn escape(text: &str) -> String {
    let mut output = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => output.push_str("&amp;"),
            '<' => output.push_str("&lt;"),
            '>' => output.push_str("&gt;"),
            '"' => output.push_str("&quot;"),
            '\u{feff}' | '\r' => {}
            c if c.is_control() && !matches!(c, '\n' | '\t') => output.push('\u{fffd}'),
            c => output.push(c),
        }
    }
    output
}
