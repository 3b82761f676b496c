//! The names that a reference is cited by.

use crate::{reference::Reference, work::Name};

/// The names of a reference stand within so many bytes; the longest lists of authors are cut here.
const HEAD: usize = 400;

/// The shortest part of a title that is looked for in the reference as printed.
const TITLE_START: usize = 20;

/// The start of a printed reference, where its names stand.
pub fn head(printed: &str) -> &str {
    let mut ends = (0..=printed.len().min(HEAD)).rev();
    let end = ends.find(|at| printed.is_char_boundary(*at));
    &printed[..end.unwrap_or(0)]
}

/// The part of a printed reference before its title; empty where the title is not found.
pub fn before_title<'p>(reference: &Reference, printed: &'p str) -> &'p str {
    let title = reference.work.title.as_deref().unwrap_or_default();
    let start: String = title.chars().take(TITLE_START).collect();
    let end = Some(start)
        .filter(|start| !start.is_empty())
        .and_then(|start| head(printed).find(&start));
    &printed[..end.unwrap_or(0)]
}

/// The creators that a reference is cited by: those named before its title, where that can be seen.
///
/// Names behind the title, of those who translated, published or first wrote a text, are at times read as authors as well:
/// `Fraser, John (ed.). 1892. A language, by L. E. Threlkeld.`
pub fn cited_creators<'r>(reference: &'r Reference, printed: &str) -> Vec<&'r Name> {
    let work = &reference.work;
    let creators = &work.creators().names;
    let before = before_title(reference, printed);
    let stands = |name: &&Name| before.contains(&name.cited());
    let behind = &printed[before.len()..];
    let stands_behind_only = |name: &&Name| !stands(name) && behind.contains(&name.cited());
    match creators.first() {
        _ if before.is_empty() => creators.iter().collect(),
        Some(first) if stands(&first) => {
            let is_cited = |name: &&Name| !stands_behind_only(name);
            creators.iter().filter(is_cited).collect()
        }
        Some(first) if stands_behind_only(&first) => {
            let editors: Vec<_> = work.editors.names.iter().filter(stands).collect();
            if editors.is_empty() {
                creators.iter().collect()
            } else {
                editors
            }
        }
        _ => creators.iter().collect(),
    }
}
