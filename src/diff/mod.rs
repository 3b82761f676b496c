//! How a reference differs from its entry, or one entry from another: field by field, both values, and the words that differ.
//!
//! Convention is not a difference: abbreviated given names, title case, dashes, a DOI as an address, `Henry Holt and Co.` for
//! `Henry Holt`, abbreviated journals.

mod convention;
mod names;
mod words;

use serde::Serialize;

pub use self::words::{Part, Side, words};
use crate::work::{EntryType, Issued, Work, fold::fold};

/// The fields that are compared, by their names in biblatex.
pub const FIELDS: [&str; 19] = [
    "author",
    "editor",
    "translator",
    "title",
    "journaltitle",
    "booktitle",
    "series",
    "edition",
    "volume",
    "volumes",
    "number",
    "publisher",
    "location",
    "date",
    "pages",
    "isbn",
    "doi",
    "eprint",
    "url",
];

/// In what way two values of a field are not the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Only theirs has the field.
    MissingHere,
    /// Only ours has the field.
    MissingThere,
    /// They say different things.
    Differs,
    /// They say the same in different form.
    Convention,
}

/// One field whose two values are not the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Change {
    /// The field, by its name in biblatex.
    pub field: &'static str,
    /// The value of ours.
    pub ours: Option<String>,
    /// The value of theirs.
    pub theirs: Option<String>,
    /// In what way they are not the same.
    pub kind: Kind,
}

/// Compares two works that are one; the changes come in the order of a .bib entry.
///
/// Notes, the kind of thesis or report and the day an address was visited are left out: they are words of the list, not of the work.
pub fn compare(ours: &Work, theirs: &Work) -> Vec<Change> {
    let mut changes = Vec::new();
    let mut add = |field, ours: Option<String>, theirs: Option<String>, same: Same| {
        changes.extend(change(field, ours, theirs, same));
    };
    for (field, one, other) in [
        ("author", &ours.authors, &theirs.authors),
        ("editor", &ours.editors, &theirs.editors),
        ("translator", &ours.translators, &theirs.translators),
    ] {
        let same = names::same(one, other);
        add(
            field,
            names::shown(one),
            names::shown(other),
            Same::Known(same),
        );
    }
    for (field, one, other, same) in texts(ours, theirs) {
        add(field, owned(one), owned(other), Same::By(same));
    }
    let same = convention::dates(&ours.issued, &theirs.issued);
    let date = change(
        "date",
        date(&ours.issued),
        date(&theirs.issued),
        Same::Known(same),
    );
    // The date stands behind the publisher, as in an entry.
    let behind = changes
        .iter()
        .position(|change| is_behind_date(change.field));
    let position = behind.unwrap_or(changes.len());
    changes.splice(position..position, date);
    changes
}

/// How to find out whether two values say the same.
#[derive(Clone, Copy)]
enum Same {
    /// By a function of the two texts.
    By(SameText),
    /// It is known already.
    Known(bool),
}

/// A field of text, its two values, and the function that says whether they say the same.
type TextField<'a> = (&'static str, Option<&'a str>, Option<&'a str>, SameText);

/// Whether two texts say the same.
type SameText = fn(&str, &str) -> bool;

/// The fields that are text, in the order of an entry.
fn texts<'a>(ours: &'a Work, theirs: &'a Work) -> [TextField<'a>; 14] {
    type Get = fn(&Work) -> Option<&String>;
    let is_article = [ours.entry_type, theirs.entry_type].contains(&EntryType::Article);
    let container = if is_article {
        "journaltitle"
    } else {
        "booktitle"
    };
    let fields: [(&str, Get, SameText); 14] = [
        ("title", |work| work.title.as_ref(), convention::titles),
        (
            container,
            |work| work.container_title.as_ref(),
            convention::containers,
        ),
        (
            "series",
            |work| work.collection_title.as_ref(),
            convention::containers,
        ),
        (
            "edition",
            |work| work.edition.as_ref(),
            convention::editions,
        ),
        ("volume", |work| work.volume.as_ref(), convention::numbers),
        (
            "volumes",
            |work| work.number_of_volumes.as_ref(),
            convention::numbers,
        ),
        (
            "number",
            |work| work.issue.as_ref().or(work.number.as_ref()),
            convention::numbers,
        ),
        (
            "publisher",
            |work| work.publisher.as_ref(),
            convention::publishers,
        ),
        (
            "location",
            |work| work.publisher_place.as_ref(),
            convention::places,
        ),
        ("pages", |work| work.page.as_ref(), convention::pages),
        ("isbn", |work| work.isbn.as_ref(), convention::isbns),
        ("doi", |work| work.doi.as_ref(), convention::dois),
        ("eprint", |work| work.arxiv.as_ref(), convention::texts),
        ("url", |work| work.url.as_ref(), convention::addresses),
    ];
    fields.map(|(name, get, same)| {
        let value = |work| get(work).map(String::as_str);
        (name, value(ours), value(theirs), same)
    })
}

/// A value of its own.
fn owned(value: Option<&str>) -> Option<String> {
    value.map(str::to_owned)
}

/// Whether a field stands behind the date in an entry.
fn is_behind_date(field: &str) -> bool {
    matches!(field, "pages" | "isbn" | "doi" | "eprint" | "url")
}

/// A date as an entry has it.
fn date(issued: &Issued) -> Option<String> {
    let date = issued.date?;
    Some(match issued.end {
        Some(end) => format!("{date}/{end}"),
        None => date.to_string(),
    })
}

/// The change between two values; none where they are the same letter by letter.
fn change(
    field: &'static str,
    ours: Option<String>,
    theirs: Option<String>,
    same: Same,
) -> Option<Change> {
    let kind = match (&ours, &theirs) {
        (None, None) => return None,
        (None, Some(_)) => Kind::MissingHere,
        (Some(_), None) => Kind::MissingThere,
        (Some(ours), Some(theirs)) if ours == theirs => return None,
        (Some(ours), Some(theirs)) => {
            let same = match same {
                Same::Known(same) => same,
                Same::By(same) => fold(ours) == fold(theirs) || same(ours, theirs),
            };
            if same {
                Kind::Convention
            } else {
                Kind::Differs
            }
        }
    };
    Some(Change {
        field,
        ours,
        theirs,
        kind,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bibtex::File;

    /// Compares two entries; shows fields with `-` (missing here), `+` (missing there), `!` (differs) or `~` (convention).
    fn check(ours: &str, theirs: &str, expected: &str) {
        let changes = compare(&File::read(ours).work(0), &File::read(theirs).work(0));
        let shown: Vec<_> = changes
            .iter()
            .map(|change| {
                let sign = match change.kind {
                    Kind::MissingHere => '-',
                    Kind::MissingThere => '+',
                    Kind::Differs => '!',
                    Kind::Convention => '~',
                };
                format!("{sign}{}", change.field)
            })
            .collect();
        assert_eq!(shown.join(" "), expected, "{changes:?}");
    }

    #[test]
    fn a_book_with_a_wrong_subtitle_year_and_publisher() {
        check(
            "@book{a, author={Kinzer, S.}, title={The True Flag: Truth, War, and a Nation’s Divisions Over Empire},
              date={2016}, publisher={Pantheon Books}}",
            "@book{b, author={Kinzer, Stephen}, title={The True Flag}, subtitle={Theodore Roosevelt, Mark Twain, and
              the Birth of American Empire}, date={2017}, publisher={Henry Holt}, location={New York}}",
            "~author !title !publisher -location !date",
        );
    }

    #[test]
    fn convention_is_no_difference() {
        check(
            "@article{a, author={R. J. Barro and others}, title={{ECONOMIC} growth -- a Survey}, journal={Q. J. Econ.},
              pages={407-43}, doi={https://doi.org/10.2307/ABC}, year=1991, publisher={Henry Holt and Co.}}",
            "@article{b, author={Barro, Robert J. and Lee, Jong-Wha}, title={Economic Growth: A Survey},
              journaltitle={Quarterly Journal of Economics}, pages={407--443}, doi={10.2307/abc}, date={1991-05},
              publisher={Metropolitan Books and Henry Holt}}",
            "~author ~title ~journaltitle ~publisher ~date ~pages",
        );
    }

    #[test]
    fn the_same_is_no_change() {
        check(
            "@book{a, title={X}, year=1999}",
            "@book{b, title={X}, date={1999}}",
            "",
        );
    }
}
