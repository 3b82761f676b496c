//! Keys: completed while one is typed, and changed wherever they stand.

use std::{collections::BTreeMap, path::Path};

use lsp_types::{
    CompletionItem, CompletionItemKind, CompletionList, CompletionTextEdit, Position,
    PrepareRenameResponse, TextEdit, WorkspaceEdit,
};
use refmend::{
    document::Format,
    project::Bibliography,
    span::{Place, SourceId, Span},
    work::Work,
};

use super::{analysis::Analysis, changes::Changes, navigate::key_at, session::Session, spot::Spot};

/// The entries whose keys can stand at a position.
pub(super) fn complete(analysis: &Analysis, position: Position) -> Option<CompletionList> {
    /// More are of no use to a person; typing on narrows them down.
    const MOST: usize = 200;
    let format = analysis.document()?.format;
    let offset = analysis.offset(position);
    let typed = typed_key(analysis.text(), offset, format)?;
    let range = analysis.lines(analysis.source()).range(typed);
    let typed = typed.slice(analysis.text()).to_lowercase();
    let files = analysis.project().bibliographies.iter();
    let mut items = files.flat_map(|bibliography| {
        let entries = 0..bibliography.file.entries.len();
        let typed = &typed;
        entries.filter_map(move |idx| item(bibliography, idx, typed))
    });
    let mut items: Vec<CompletionItem> = items.by_ref().take(MOST + 1).collect();
    let is_incomplete = items.len() > MOST;
    items.truncate(MOST);
    for item in &mut items {
        let edit = TextEdit::new(range, item.label.clone());
        item.text_edit = Some(CompletionTextEdit::Edit(edit));
    }
    Some(CompletionList {
        is_incomplete,
        items,
    })
}

/// An entry to choose, where its key, names or title have what was typed.
fn item(bibliography: &Bibliography, idx: usize, typed: &str) -> Option<CompletionItem> {
    let key = bibliography.file.key(idx);
    let work = bibliography.file.outline(idx);
    let wanted = format!("{key} {}", about(&work));
    if key.is_empty() || !wanted.to_lowercase().contains(typed) {
        return None;
    }
    Some(CompletionItem {
        label: key.to_owned(),
        kind: Some(CompletionItemKind::REFERENCE),
        detail: Some(about(&work)),
        filter_text: Some(wanted),
        ..CompletionItem::default()
    })
}

/// A work in a line: `Kinzer 2016: The True Flag`.
fn about(work: &Work) -> String {
    let names = &work.creators().names;
    let names: Vec<String> = names.iter().map(|name| name.cited().clone()).collect();
    let names = match names.as_slice() {
        [first, _, _, ..] => format!("{first} et al."),
        names => names.join(" and "),
    };
    let year = work.issued.date.map(|date| format!(" {}", date.year));
    let title = work.title.as_deref().unwrap_or_default();
    format!("{names}{}: {title}", year.unwrap_or_default())
}

/// The beginning of a key before a byte, in the way the format writes citations; none where no key stands.
fn typed_key(text: &str, offset: usize, format: Format) -> Option<Span> {
    let line = text[..offset].rfind('\n').map_or(0, |end| end + 1);
    let before = &text[line..offset];
    let start = match format {
        Format::Latex => in_command(before)?,
        _ => before.rfind('@')? + 1,
    };
    let typed = before[start..].trim_start();
    let is_key = typed
        .chars()
        .all(|c| c.is_alphanumeric() || "_-:.+/'".contains(c));
    is_key.then(|| Span::new(offset - typed.len(), offset))
}

/// Where a key begins within the braces of a command that cites: `\parencite[5]{doe,ro`.
fn in_command(before: &str) -> Option<usize> {
    let brace = before.rfind('{')?;
    let command = &before[before.rfind('\\')?..brace];
    let name = command[1..].split(['[', '*']).next()?;
    let within = &before[brace + 1..];
    let cites = name.contains("cite") && !within.contains('}');
    cites.then(|| brace + 1 + within.rfind(',').map_or(0, |comma| comma + 1))
}

/// The key at a position, if it can be changed.
pub(super) fn prepare_rename(
    analysis: &Analysis,
    position: Position,
) -> Option<PrepareRenameResponse> {
    let offset = analysis.offset(position);
    let spot = Spot::at(analysis, offset)?;
    let placeholder = key_at(analysis, spot)?;
    let place = match spot {
        Spot::Keyed(idx) => {
            let paper = analysis.paper()?;
            paper.place(paper.document.keyed.get(idx)?.key_span)
        }
        Spot::Entry(idx) => {
            let bibliography = analysis.bibliography()?.1;
            bibliography.place(bibliography.file.entries.get(idx)?.key)
        }
        Spot::Cite(..) | Spot::Reference(_) => return None,
    };
    let span = analysis.written(place);
    let is_at_key = span.contains(offset) || span.end == offset;
    is_at_key.then(|| PrepareRenameResponse::RangeWithPlaceholder {
        range: analysis.range(place),
        placeholder,
    })
}

/// Changes a key in all papers and .bib files of the workspace and in those that they name.
///
/// # Errors
/// When the new key cannot be one, or is that of another entry.
pub(super) fn rename(
    session: &mut Session,
    path: &Path,
    position: Position,
    new: &str,
) -> Result<Option<WorkspaceEdit>, String> {
    let is_bad = |c: char| c.is_whitespace() || c.is_control() || "{}(),=\"#%\\~'@".contains(c);
    if new.is_empty() || new.contains(is_bad) {
        return Err(format!("`{new}` cannot be a key"));
    }
    let Some(analysis) = session.analysis(path) else {
        return Ok(None);
    };
    let spot = Spot::at(analysis, analysis.offset(position));
    let Some(old) = spot.and_then(|spot| key_at(analysis, spot)) else {
        return Ok(None);
    };
    let mut changes = Changes::default();
    collect(analysis, &old, new, &mut changes)?;
    for other in session.all_others(path) {
        collect(&other, &old, new, &mut changes)?;
    }
    Ok(Some(changes.finish()))
}

/// The edits of a paper and of the .bib files that were read with it; a file that has its edits is left alone.
fn collect(analysis: &Analysis, old: &str, new: &str, changes: &mut Changes) -> Result<(), String> {
    let mut add = |source: SourceId, places: Vec<Place>| {
        let edit = |place: &Place| TextEdit::new(analysis.range(*place), new.to_owned());
        if let Some(uri) = analysis.uri(source) {
            changes.add_file(uri, places.iter().map(edit).collect());
        }
    };
    for bibliography in &analysis.project().bibliographies {
        let file = &bibliography.file;
        if file.find(old).is_some() && file.find(new).is_some() {
            let name = &analysis.project().sources.get(bibliography.source).name;
            return Err(format!("`{new}` is the key of another entry in {name}"));
        }
        let here = file.places_of_key(old).into_iter();
        let here = here.map(|span| bibliography.place(span)).collect();
        add(bibliography.source, here);
    }
    let mut places: BTreeMap<SourceId, Vec<Place>> = BTreeMap::new();
    for paper in &analysis.project().papers {
        let keyed = paper.document.keyed.iter().filter(|keyed| keyed.key == old);
        for place in keyed.map(|keyed| paper.place(keyed.key_span)) {
            places.entry(place.source).or_default().push(place);
        }
    }
    for (source, places) in places {
        add(source, places);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_typed_where_the_format_cites() {
        let check = |format, before: &str, expected: Option<&str>| {
            let typed = typed_key(before, before.len(), format);
            assert_eq!(typed.map(|span| span.slice(before)), expected, "{before}");
        };
        check(Format::Markdown, "See [@do", Some("do"));
        check(Format::Markdown, "See [@doe2001; -@", Some(""));
        check(Format::Markdown, "See [@doe2001, p", None);
        check(Format::Markdown, "@doe\nSee ro", None);
        check(Format::Typst, "As @smi", Some("smi"));
        check(Format::Latex, r"\parencite[5]{doe, ro", Some("ro"));
        check(Format::Latex, r"\emph{ro", None);
        check(Format::Latex, r"\cite{doe} and ro", None);
    }
}
