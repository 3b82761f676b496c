//! How two works agree, field by field.

use serde::Serialize;

use crate::work::{EntryType, Name, Work, fold::fold};

/// How two values of one field agree.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Agreement {
    /// At least one of the two is not there.
    #[default]
    Unknown,
    /// They are the same, apart from convention.
    Same,
    /// They are alike: some of the authors, a year off by one, a title with another subtitle.
    Near,
    /// They differ.
    Differs,
}

/// In what way two works are versions of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Version {
    /// One is a preprint or paper of what the other published.
    Preprint,
    /// They are different editions.
    Edition,
    /// One is a later printing.
    Reprint,
}

/// What speaks for and against two works being one.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Evidence {
    /// The DOIs.
    pub doi: Agreement,
    /// The titles.
    pub title: Agreement,
    /// How alike the titles are, 0 to 1.
    pub title_similarity: f32,
    /// How much the shorter of the titles says, 0 to 1: `Introduction` says little.
    pub title_weight: f32,
    /// The authors, or the editors of works without authors.
    pub authors: Agreement,
    /// The years.
    pub year: Agreement,
    /// What they stand in.
    pub container: Agreement,
    /// The publishers.
    pub publisher: Agreement,
    /// Volume and first page.
    pub pages: Agreement,
    /// Set where they are the same work but not the same version.
    pub version: Option<Version>,
}

/// The name of an author in the form in which names are compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Author {
    /// The family name, or all of an organisation's, folded.
    pub(super) family: String,
    /// The first letter of the given name.
    initial: Option<char>,
}

/// A work with its values in the forms in which they are compared.
#[derive(Debug, Clone)]
pub(super) struct Comparable {
    pub(super) doi: Option<String>,
    /// The title, folded.
    pub(super) title: String,
    /// The length of the main title in `title`.
    main: usize,
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

impl Comparable {
    /// Takes the values of a work.
    pub(super) fn new(work: &Work) -> Self {
        let title = work.title.as_deref().map_or("", without_addition);
        let main = title.split_once(": ").map_or(title, |(main, _)| main);
        let creators = work.creators();
        Self {
            doi: work.doi.clone(),
            title: fold(title),
            main: fold(main).len(),
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
        let main = similarity(own_main, other_main);
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
        let editions = same_or_differs(self.edition.as_deref(), other.edition.as_deref());
        if editions == Agreement::Differs
            || self.is_later_edition(other)
            || other.is_later_edition(self)
        {
            return Some(Version::Edition);
        }
        // Where they also stand in the same place, the year is wrong rather than another.
        let same_place = [evidence.container, evidence.publisher, evidence.pages]
            .iter()
            .any(|agreement| matches!(agreement, Agreement::Same | Agreement::Near));
        (evidence.year == Agreement::Differs && !same_place).then_some(Version::Reprint)
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

/// How alike two titles must be to be called near: one word in eight may be another.
const NEAR: f32 = 0.80;

impl Author {
    /// Whether two names may be one person's: the same family name, and no other initial.
    fn is(&self, other: &Self) -> bool {
        let initials = match (self.initial, other.initial) {
            (Some(own), Some(theirs)) => own == theirs,
            _ => true,
        };
        let family = self.family == other.family
            || ends_with_words(&self.family, &other.family)
            || ends_with_words(&other.family, &self.family)
            || (self.family.len() > 4 && similarity(&self.family, &other.family) >= 0.8);
        // Where given names stand first in one list, the initials are those of other parts.
        family && (initials || self.family == other.family)
    }
}

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

/// A name in the form in which names are compared.
fn author(name: &Name) -> Author {
    match name {
        Name::Person(person) => Author {
            family: fold(&person.family),
            initial: person
                .given
                .as_deref()
                .and_then(|given| fold(given).chars().next()),
        },
        Name::Organisation { literal } => Author {
            family: fold(literal),
            initial: None,
        },
    }
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

/// Compares two values of which each may be missing.
fn same_or_differs(one: Option<&str>, other: Option<&str>) -> Agreement {
    match (one, other) {
        (Some(one), Some(other)) if one == other => Agreement::Same,
        (Some(_), Some(_)) => Agreement::Differs,
        _ => Agreement::Unknown,
    }
}

/// Compares names of journals, conferences and publishers, which are shortened in many ways.
fn compare_long(one: &str, other: &str) -> Agreement {
    if one.is_empty() || other.is_empty() {
        return Agreement::Unknown;
    }
    if one == other {
        return Agreement::Same;
    }
    if is_shortened(one, other) || is_shortened(other, one) || similarity(one, other) >= 0.6 {
        return Agreement::Near;
    }
    Agreement::Differs
}

/// Whether each word of `short` begins a word of `long`, in the same order: `j econ hist` and `journal of economic history`.
pub(crate) fn is_shortened(short: &str, long: &str) -> bool {
    let mut words = long.split(' ');
    short
        .split(' ')
        .all(|part| words.any(|word| word.starts_with(part)))
}

/// Whether a text begins with all words of another of at least three.
fn starts_with_words(text: &str, start: &str) -> bool {
    start.split(' ').count() >= 3
        && text
            .strip_prefix(start)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

/// Whether a name ends with all words of another: `lopez obrador` and `obrador`.
fn ends_with_words(text: &str, end: &str) -> bool {
    text.strip_suffix(end)
        .is_some_and(|rest| rest.ends_with(' '))
}

/// How alike two folded texts are, 0 to 1: the share of the pairs of neighbouring letters that they have in common (Dice, 1945).
///
/// Spaces do not count, since scans and line ends put them in and take them out.
fn similarity(one: &str, other: &str) -> f32 {
    if one == other {
        return 1.0;
    }
    let (one, other) = (pairs(one), pairs(other));
    if one.is_empty() || other.is_empty() {
        return 0.0;
    }
    2.0 * n_common(&one, &other) as f32 / (one.len() + other.len()) as f32
}

/// The pairs of neighbouring letters of a text without its spaces, sorted.
fn pairs(text: &str) -> Vec<(char, char)> {
    let letters = || text.chars().filter(|c| *c != ' ');
    let mut pairs: Vec<_> = letters().zip(letters().skip(1)).collect();
    pairs.sort_unstable();
    pairs
}

/// How many members two sorted lists have in common, one for one.
fn n_common(one: &[(char, char)], other: &[(char, char)]) -> usize {
    let mut one = one.iter().peekable();
    let mut common = 0;
    for pair in other {
        while one.next_if(|own| *own < pair).is_some() {}
        common += usize::from(one.next_if_eq(&pair).is_some());
    }
    common
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn similarity_is_that_of_letter_pairs() {
        let check = |one, other, expected: f32| {
            let found = similarity(one, other);
            assert!((found - expected).abs() < 0.001, "{one} {other} {found}");
        };
        check("night", "nacht", 0.25);
        check("a b", "ab", 1.0);
        check("", "ab", 0.0);
    }

    #[test]
    fn additions_are_no_part_of_a_title() {
        assert_eq!(without_addition("Poetics [in English]"), "Poetics");
        assert_eq!(without_addition("(All)"), "(All)");
        assert_eq!(without_addition("War (and) peace"), "War (and) peace");
    }

    #[test]
    fn journals_are_shortened_word_by_word() {
        assert!(is_shortened("j econ hist", "journal of economic history"));
        assert!(is_shortened("henry holt", "henry holt and company"));
        assert!(!is_shortened("j econ hist", "journal of history"));
    }
}
