//! How two works agree, field by field.

use super::{
    alike::{compare_long, same_or_differs, similarity, starts_with_words},
    author::{Author, author},
    evidence::{Agreement, Evidence, Version},
};
use crate::work::{EntryType, Work, fold::fold};

/// A work with its values in the forms in which they are compared.
#[derive(Debug, Clone)]
pub(super) struct Comparable {
    pub(super) doi: Option<String>,
    /// The title, folded.
    pub(super) title: String,
    /// The length of the main title in `title`.
    pub(super) main: usize,
    pub(super) authors: Vec<Author>,
    et_al: bool,
    pub(super) year: Option<i32>,
    original: Option<i32>,
    container: String,
    publisher: String,
    volume: Option<String>,
    first_page: Option<String>,
    edition: Option<String>,
    is_preprint: bool,
}

/// The folded title of a work, and the length of its main part.
pub(super) fn title(work: &Work) -> (String, usize) {
    let title = work.title.as_deref().map_or("", without_addition);
    let folded = fold(title);
    let main = match title.split_once(": ") {
        Some((main, _)) => fold(main).len(),
        None => folded.len(),
    };
    (folded, main)
}

impl Comparable {
    /// Takes the values of a work.
    pub(super) fn new(work: &Work) -> Self {
        let (title, main) = title(work);
        let creators = work.creators();
        Self {
            doi: work.doi.clone(),
            title,
            main,
            authors: creators.names.iter().map(author).collect(),
            et_al: creators.et_al,
            year: work.issued.date.map(|date| date.year),
            original: work.issued.original,
            container: folded(work.container_title.as_deref()),
            publisher: folded(work.publisher.as_deref()),
            volume: work.volume.as_deref().map(fold),
            first_page: work.page.as_deref().and_then(first_number),
            edition: work.edition.as_deref().and_then(first_number),
            is_preprint: is_preprint(work),
        }
    }

    /// The title without its subtitle, folded.
    pub(super) fn main_title(&self) -> &str {
        self.title.get(..self.main).unwrap_or(&self.title)
    }

    /// Compares two works.
    pub(super) fn compare(&self, other: &Self) -> Evidence {
        let (title, title_similarity) = self.compare_titles(other);
        let mut evidence = Evidence {
            doi: same_or_differs(self.doi.as_deref(), other.doi.as_deref()),
            title,
            title_similarity,
            title_weight: self.title_weight(other, title_similarity),
            authors: self.compare_authors(other),
            year: self.compare_years(other),
            container: compare_long(&self.container, &other.container),
            publisher: compare_long(&self.publisher, &other.publisher),
            pages: self.compare_pages(other),
            version: None,
        };
        evidence.version = self.version(other, &evidence);
        evidence
    }

    /// How alike the titles are: the same, the same but for the subtitle or a word, or others.
    fn compare_titles(&self, other: &Self) -> (Agreement, f32) {
        if self.title.is_empty() || other.title.is_empty() {
            return (Agreement::Unknown, 0.0);
        }
        let whole = similarity(&self.title, &other.title);
        if whole >= 0.97 {
            return (Agreement::Same, whole);
        }
        let (own_main, other_main) = (self.main_title(), other.main_title());
        let has_parts = own_main != self.title || other_main != other.title;
        let main = if has_parts {
            similarity(own_main, other_main)
        } else {
            whole
        };
        let has_subtitle = own_main != self.title && other_main != other.title;
        // A title may also be shortened to its first part without a colon to show it.
        let shortened = starts_with_words(&self.title, &other.title)
            || starts_with_words(&other.title, &self.title);
        if main >= 0.97 && !has_subtitle {
            (Agreement::Same, main)
        } else if main >= 0.97 || shortened || whole >= NEAR {
            (Agreement::Near, whole)
        } else {
            (Agreement::Differs, whole)
        }
    }

    /// How much the part of the titles that agrees says, by its length.
    fn title_weight(&self, other: &Self, similarity: f32) -> f32 {
        let length = if similarity < NEAR {
            self.main_title().len().min(other.main_title().len())
        } else {
            self.title.len().min(other.title.len())
        };
        // Titles of 40 letters and more are next to unique.
        (length as f32 / 40.0).min(1.0).sqrt()
    }

    /// How many of the authors of the shorter list are in the other one.
    fn compare_authors(&self, other: &Self) -> Agreement {
        let (short, long) = if self.authors.len() <= other.authors.len() {
            (self, other)
        } else {
            (other, self)
        };
        if short.authors.is_empty() {
            return Agreement::Unknown;
        }
        let found = short
            .authors
            .iter()
            .filter(|author| long.authors.iter().any(|other| author.is(other)))
            .count();
        let complete = short.et_al || short.authors.len() == long.authors.len();
        if found == short.authors.len() && complete {
            Agreement::Same
        } else if found * 2 >= short.authors.len() && found > 0 {
            Agreement::Near
        } else {
            Agreement::Differs
        }
    }

    /// How far the years lie apart; the year in which a work first came out counts as well.
    fn compare_years(&self, other: &Self) -> Agreement {
        let (Some(own), Some(theirs)) = (self.year, other.year) else {
            return Agreement::Unknown;
        };
        if own == theirs || self.original == Some(theirs) || other.original == Some(own) {
            Agreement::Same
        } else if own.abs_diff(theirs) == 1 {
            Agreement::Near
        } else {
            Agreement::Differs
        }
    }

    /// Whether volume and first page are the same.
    fn compare_pages(&self, other: &Self) -> Agreement {
        let volume = same_or_differs(self.volume.as_deref(), other.volume.as_deref());
        let page = same_or_differs(self.first_page.as_deref(), other.first_page.as_deref());
        match (volume, page) {
            (_, Agreement::Same) => Agreement::Same,
            (Agreement::Same, Agreement::Unknown) => Agreement::Near,
            (Agreement::Unknown, Agreement::Unknown) => Agreement::Unknown,
            _ => Agreement::Differs,
        }
    }

    /// In what way two works with the same title and authors are not the same version.
    fn version(&self, other: &Self, evidence: &Evidence) -> Option<Version> {
        let same_work = matches!(evidence.title, Agreement::Same | Agreement::Near)
            && matches!(evidence.authors, Agreement::Same | Agreement::Near);
        if !same_work {
            return None;
        }
        if self.is_preprint != other.is_preprint
            && !self.container.is_empty()
            && !other.container.is_empty()
        {
            return Some(Version::Preprint);
        }
        let places = [evidence.container, evidence.publisher, evidence.pages];
        let same_place = places
            .iter()
            .any(|agreement| matches!(agreement, Agreement::Same | Agreement::Near));
        let editions = same_or_differs(self.edition.as_deref(), other.edition.as_deref());
        // No publisher brings out two editions in one year: the number is wrong rather than another.
        let is_misnumbered = evidence.year == Agreement::Same && same_place;
        if editions == Agreement::Differs && !is_misnumbered
            || self.is_later_edition(other)
            || other.is_later_edition(self)
        {
            return Some(Version::Edition);
        }
        // In the same place, the year is wrong rather than another; so it is where no place is known and the title is unmistakable.
        let is_unplaced = places.iter().all(|place| *place == Agreement::Unknown);
        let is_misdated = is_unplaced && self.has_person() && evidence.title_weight >= UNMISTAKABLE;
        let is_reprint = evidence.year == Agreement::Differs && !same_place && !is_misdated;
        is_reprint.then_some(Version::Reprint)
    }

    /// Whether a person wrote it; organisations give one title to a report of each year.
    fn has_person(&self) -> bool {
        self.authors.iter().any(Author::is_person)
    }

    /// Whether this is a numbered edition and the other, of an earlier year, has no number, as first editions have none.
    fn is_later_edition(&self, other: &Self) -> bool {
        let is_numbered = self
            .edition
            .as_deref()
            .is_some_and(|edition| edition != "1");
        let is_later = match (self.year, other.year) {
            (Some(own), Some(theirs)) => own > theirs + 1 && self.original != Some(theirs),
            _ => false,
        };
        is_numbered && other.edition.is_none() && is_later
    }
}

/// The weight of a title of some 30 letters, which a person hardly gives twice.
const UNMISTAKABLE: f32 = 0.85;

/// How alike two titles must be to be called near: one word in eight may be another.
const NEAR: f32 = 0.80;

/// A title without what stands in brackets behind it: `[Film]`, `(extended version)`.
fn without_addition(title: &str) -> &str {
    let title = title.trim_end();
    let opening = match title.chars().next_back() {
        Some(']') => title.rfind('['),
        Some(')') => title.rfind('('),
        _ => None,
    };
    opening
        .map(|start| title[..start].trim_end())
        .filter(|rest| !rest.is_empty())
        .unwrap_or(title)
}

/// A value folded; empty where there is none.
fn folded(value: Option<&str>) -> String {
    value.map(fold).unwrap_or_default()
}

/// The first run of digits in a text.
fn first_number(text: &str) -> Option<String> {
    text.split(|c: char| !c.is_ascii_digit())
        .find(|digits| !digits.is_empty())
        .map(str::to_owned)
}

/// Whether a work is a preprint or working paper by where it stands.
fn is_preprint(work: &Work) -> bool {
    let container = folded(work.container_title.as_deref());
    let archive = [
        "arxiv", "biorxiv", "medrxiv", "ssrn", "corr", "preprint", "repec",
    ]
    .iter()
    .any(|archive| container.split(' ').any(|word| word == *archive));
    archive || (work.arxiv.is_some() && container.is_empty() && work.entry_type != EntryType::Book)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn additions_are_no_part_of_a_title() {
        assert_eq!(without_addition("Poetics [in English]"), "Poetics");
        assert_eq!(without_addition("(All)"), "(All)");
        assert_eq!(without_addition("War (and) peace"), "War (and) peace");
    }
}
