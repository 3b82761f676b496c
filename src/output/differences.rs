//! Works beside their master entries, field by field.

use serde::Serialize;

use crate::{
    comparison::{Comparison, MasterEntry},
    diff::{Change, Side, words},
    linkage::Decision,
    output::summary::counted,
    source::Sources,
    work::fold::single_spaced,
};

/// The width of the column of field names: that of the longest, `journaltitle`.
const FIELD_WIDTH: usize = 12;

/// How many characters of a reference are shown where it stands for itself.
const SHOWN: usize = 90;

/// Renders comparisons for people; what only the one side has stands in `[-…-]`, what only the master has in `{+…+}`.
///
/// The output holds ANSI colours; the program strips them where the terminal wants none.
pub fn differences(comparisons: &[Comparison], sources: &Sources) -> String {
    let mut output = String::new();
    for comparison in comparisons.iter().filter(|comparison| comparison.differs()) {
        output.push_str(&head(comparison));
        for change in comparison.differences() {
            output.push_str(&format!(
                "  {:FIELD_WIDTH$}  {}\n",
                change.field,
                value(change)
            ));
        }
        output.push('\n');
    }
    output.push_str(&fuller(comparisons));
    output.push_str(&missing(comparisons, sources));
    output
}

/// The works of which the master only has more, with the fields that ours lacks.
fn fuller(comparisons: &[Comparison]) -> String {
    let lines: String = comparisons
        .iter()
        .filter(|comparison| !comparison.differs())
        .filter_map(|comparison| {
            let fields: Vec<_> = comparison.additions().map(|change| change.field).collect();
            let entry = comparison.entry.as_ref().filter(|_| !fields.is_empty())?;
            Some(format!("  {}  has {}\n", entry.key, fields.join(", ")))
        })
        .collect();
    headed("The master agrees, and has more:", &lines)
}

/// The works that the master lacks.
fn missing(comparisons: &[Comparison], sources: &Sources) -> String {
    let lines: String = comparisons
        .iter()
        .filter(|comparison| comparison.decision == Decision::None)
        .map(|comparison| {
            let text = single_spaced(sources.slice(comparison.place));
            format!("  {}  {}\n", comparison.key, shortened(&text))
        })
        .collect();
    headed("Not in the master:", &lines)
}

/// Lines below their head; nothing where there is no line.
fn headed(head: &str, lines: &str) -> String {
    if lines.is_empty() {
        return String::new();
    }
    format!("{head}\n{lines}\n")
}

/// Counts equal, differing, doubtful and missing works, in one line.
pub fn differences_summary(comparisons: &[Comparison]) -> String {
    let count = |filter: fn(&Comparison) -> bool| {
        comparisons
            .iter()
            .filter(|comparison| filter(comparison))
            .count()
    };
    let differ = count(|comparison| comparison.decision == Decision::Match && comparison.differs());
    let possible = count(|comparison| comparison.decision == Decision::Possible);
    let missing = count(|comparison| comparison.decision == Decision::None);
    let equal = comparisons.len() - differ - possible - missing;
    format!(
        "Compared {}: {equal} as in the master, {differ} with differences, {possible} that may be there, {missing} missing.",
        counted(comparisons.len(), "work")
    )
}

/// The line above the fields: whose work, which entry, how sure.
fn head(comparison: &Comparison) -> String {
    let Some(entry) = &comparison.entry else {
        return String::new();
    };
    let doubt = match (comparison.decision, entry.version) {
        (_, Some(version)) => format!(", another version: {version:?}").to_lowercase(),
        (Decision::Possible, None) => ", not sure".to_owned(),
        _ => String::new(),
    };
    format!(
        "\x1b[1m{}\x1b[0m is {} in {}{doubt}\n",
        comparison.key, entry.key, entry.file
    )
}

/// A field and its two values in one line, what differs marked.
pub fn change(change: &Change) -> String {
    format!("{} {}", change.field, value(change))
}

/// Both values in one line, what differs marked.
fn value(change: &Change) -> String {
    let ours = change.ours.as_deref().unwrap_or_default();
    let theirs = change.theirs.as_deref().unwrap_or_default();
    words(ours, theirs)
        .into_iter()
        .map(|part| match part.side {
            Side::Both => part.text,
            Side::Ours => format!("\x1b[31m[-{}-]\x1b[0m", part.text),
            Side::Theirs => format!("\x1b[32m{{+{}+}}\x1b[0m", part.text),
        })
        .collect()
}

/// The beginning of a text.
fn shortened(text: &str) -> String {
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

#[derive(Serialize)]
struct ComparisonJson<'a> {
    key: &'a str,
    start: usize,
    end: usize,
    decision: Decision,
    entry: Option<&'a MasterEntry>,
    changes: &'a [Change],
}

/// Renders comparisons for programs, conventions included.
pub fn differences_json(comparisons: &[Comparison]) -> String {
    let json: Vec<_> = comparisons
        .iter()
        .map(|comparison| ComparisonJson {
            key: &comparison.key,
            start: comparison.place.span.start,
            end: comparison.place.span.end,
            decision: comparison.decision,
            entry: comparison.entry.as_ref(),
            changes: &comparison.changes,
        })
        .collect();
    let mut output =
        serde_json::to_string_pretty(&json).expect("a comparison holds nothing that JSON lacks");
    output.push('\n');
    output
}
