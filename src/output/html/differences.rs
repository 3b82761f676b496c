//! References beside their master entries, field by field.

use super::escape;
use crate::{
    comparison::Comparison,
    diff::{Change, Side, words},
    linkage::Decision,
};

/// A table for each reference of a paper that differs from its entry.
pub(super) fn render(paper: usize, comparisons: &[Comparison]) -> String {
    let tables: String = comparisons
        .iter()
        .enumerate()
        .filter(|(_, comparison)| comparison.differs())
        .map(|(idx, comparison)| table(paper, idx, comparison))
        .collect();
    if tables.is_empty() {
        return String::new();
    }
    format!(
        "<section class=\"differences\">\n<h2>Differences to the master</h2>\n{tables}</section>\n"
    )
}

/// One reference.
fn table(paper: usize, idx: usize, comparison: &Comparison) -> String {
    let Some(entry) = &comparison.entry else {
        return String::new();
    };
    let doubt = match comparison.decision {
        Decision::Possible => " <small>(not sure)</small>",
        _ => "",
    };
    let rows: String = comparison.differences().map(row).collect();
    format!(
        "<table id=\"p{paper}d{idx}\">\n<caption><a href=\"#p{paper}r{idx}\">{}</a>{doubt}</caption>\n\
         <thead><tr><th scope=\"col\">field</th><th scope=\"col\">paper</th>\
         <th scope=\"col\">{} <small>{}</small></th></tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n",
        escape(&comparison.key),
        escape(&entry.key),
        escape(&entry.file)
    )
}

/// One field: both values, what only one of them has marked in it.
fn row(change: &Change) -> String {
    let (ours, theirs) = (change.ours.as_deref(), change.theirs.as_deref());
    let parts = words(ours.unwrap_or_default(), theirs.unwrap_or_default());
    let cell = |wanted: Side, tag: &str| -> String {
        let parts = parts.iter().filter_map(|part| match part.side {
            Side::Both => Some(escape(&part.text)),
            side if side == wanted => Some(format!("<{tag}>{}</{tag}>", escape(&part.text))),
            _ => None,
        });
        let cell: String = parts.collect();
        if cell.is_empty() {
            "<i>none</i>".to_owned()
        } else {
            cell
        }
    };
    format!(
        "<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td></tr>\n",
        change.field,
        cell(Side::Ours, "del"),
        cell(Side::Theirs, "ins")
    )
}
