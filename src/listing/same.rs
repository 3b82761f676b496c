//! Whether the work that is read from a new text is the one that was read from the old.

use super::entry::Lost;
use crate::work::{Contributors, Name, Work, edition_number, fold::fold};

/// The first respect in which the new work differs; what is known to be lost may be missing.
pub(super) fn difference(old: &Work, new: &Work, lost: &Lost) -> Option<&'static str> {
    let names = |old: &Contributors, new: &Contributors| are_same_people(old, new, lost);
    let text = |old: Option<&str>, new: Option<&str>, may_lack: bool| match (old, new) {
        (None, None) => true,
        (Some(old), Some(new)) => fold(old) == fold(new),
        (Some(_), None) => may_lack,
        (None, Some(_)) => false,
    };
    let checks = [
        ("author", names(&old.authors, &new.authors)),
        ("editor", names(&old.editors, &new.editors)),
        ("translator", names(&old.translators, &new.translators)),
        ("year", has_same_date(old, new)),
        (
            "title",
            text(old.title.as_deref(), new.title.as_deref(), false),
        ),
        (
            "container",
            text(
                old.container_title.as_deref(),
                new.container_title.as_deref(),
                false,
            ),
        ),
        (
            "series",
            text(
                old.collection_title.as_deref(),
                new.collection_title.as_deref(),
                lost.little,
            ),
        ),
        (
            "publisher",
            text(old.publisher.as_deref(), new.publisher.as_deref(), false),
        ),
        (
            "place",
            text(
                old.publisher_place.as_deref(),
                new.publisher_place.as_deref(),
                lost.little,
            ),
        ),
        (
            "volume",
            text(old.volume.as_deref(), new.volume.as_deref(), false),
        ),
        (
            "issue",
            text(old.issue.as_deref(), new.issue.as_deref(), lost.little),
        ),
        ("pages", has_same_pages(old, new)),
        ("edition", text(edition(old), edition(new), false)),
        (
            "number",
            text(old.number.as_deref(), new.number.as_deref(), false),
        ),
        ("DOI", old.doi == new.doi),
        (
            "address",
            old.doi.is_some() || text(old.url.as_deref(), new.url.as_deref(), lost.little),
        ),
    ];
    checks
        .into_iter()
        .find(|(_, is_same)| !is_same)
        .map(|(what, _)| what)
}

fn edition(work: &Work) -> Option<&str> {
    let edition = work.edition.as_deref()?;
    Some(edition_number(edition).unwrap_or(edition))
}

/// Whether two dates have the same year and letter; months and days are not in all styles.
fn has_same_date(old: &Work, new: &Work) -> bool {
    let year = |work: &Work| {
        let issued = &work.issued;
        (
            issued.date.map(|date| date.year),
            issued.end.map(|date| date.year),
            issued.suffix,
            issued.status,
            issued.original,
        )
    };
    year(old) == year(new)
}

/// Whether pages are the same; `123-45` is `123-145`.
fn has_same_pages(old: &Work, new: &Work) -> bool {
    let (old, new) = match (&old.page, &new.page) {
        (None, None) => return true,
        (Some(old), Some(new)) => (fold(old), fold(new)),
        _ => return false,
    };
    if old == new {
        return true;
    }
    match (old.split_once(' '), new.split_once(' ')) {
        (Some((old_first, old_last)), Some((new_first, new_last))) => {
            old_first == new_first && (old_last.ends_with(new_last) || new_last.ends_with(old_last))
        }
        _ => false,
    }
}

fn are_same_people(old: &Contributors, new: &Contributors, lost: &Lost) -> bool {
    // A style that names only the first leaves others out.
    let is_shortened = lost.little && new.et_al && !new.is_empty();
    if is_shortened && new.names.len() <= old.names.len() {
        let mut pairs = old.names.iter().zip(&new.names);
        return pairs.all(|(old, new)| is_same_name(old, new));
    }
    old.et_al == new.et_al
        && old.names.len() == new.names.len()
        && old
            .names
            .iter()
            .zip(&new.names)
            .all(|(old, new)| is_same_name(old, new))
}

/// Whether two names are one; given names may be initials.
fn is_same_name(old: &Name, new: &Name) -> bool {
    let (Name::Person(old), Name::Person(new)) = (old, new) else {
        return fold(&old.cited()) == fold(&new.cited());
    };
    let family = |name: &crate::work::Person| {
        let particle = name.particle.as_deref().unwrap_or_default();
        fold(&format!("{particle} {}", name.family))
    };
    let given = |name: &crate::work::Person| fold(name.given.as_deref().unwrap_or_default());
    let suffix = |name: &crate::work::Person| fold(name.suffix.as_deref().unwrap_or_default());
    family(old) == family(new)
        && suffix(old) == suffix(new)
        && initials(&given(old)) == initials(&given(new))
}

/// The first letters of given names, folded.
fn initials(given: &str) -> String {
    given
        .split(' ')
        .filter_map(|word| word.chars().next())
        .collect()
}
