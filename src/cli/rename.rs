//! Keys replaced in the papers that cite by them.

use std::{collections::BTreeMap, path::PathBuf};

use refmend::{document::Document, edit, input, span::Span, writer};

use super::{print, save};

/// Replaces keys in papers; with `check` or `diff` nothing is written.
pub(super) fn run(
    papers: &[PathBuf],
    keys: &BTreeMap<String, String>,
    check: bool,
    diff: bool,
) -> anyhow::Result<()> {
    let mut changes = Vec::new();
    for path in papers {
        let input = input::read_as_paper(path, None)?;
        let (text, count) = renamed(&input.document(), keys);
        if count == 0 {
            continue;
        }
        let verb = if check || diff {
            "would be replaced"
        } else {
            "replaced"
        };
        print::status(&format!(
            "{}: {} {verb}",
            input.name(),
            print::counted(count, "key", "keys")
        ));
        if diff {
            print::result(&writer::unified_diff(&input.name(), &input.text, &text))?;
        }
        changes.push(save::change(&input, path, &text)?);
    }
    if !check && !diff {
        for change in &changes {
            writer::save(change)?;
        }
    }
    Ok(())
}

/// The text of a paper with other keys, and how many of them there are.
fn renamed(document: &Document, keys: &BTreeMap<String, String>) -> (String, usize) {
    let edits: Vec<(Span, &str)> = document
        .keyed
        .iter()
        .filter_map(|citation| {
            let key = keys.get(&citation.key)?;
            Some((document.source_of(citation.key_span)?, key.as_str()))
        })
        .collect();
    edit::apply(document.source(), &edits)
}
