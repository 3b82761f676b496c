//! The years by which a reference can be cited.

use super::CitedYear;
use crate::{reference::Reference, work::Status};

/// The years of a reference, as far as cites may name them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ListedYears {
    /// First and last year.
    pub range: Option<(i32, i32)>,
    /// The year in which it first came out.
    pub original: Option<i32>,
    /// Its letter.
    pub suffix: Option<char>,
    /// What stands for the year.
    pub status: Option<Status>,
    /// All years that are printed in the reference.
    pub printed: Vec<i32>,
}

impl ListedYears {
    /// The years of a reference.
    pub(super) fn of(reference: &Reference, printed: &str) -> Self {
        let issued = &reference.work.issued;
        let first = issued.date.map(|date| date.year);
        Self {
            range: first.map(|year| (year, issued.end.map_or(year, |end| end.year.max(year)))),
            original: issued.original,
            suffix: issued.suffix,
            status: issued.status,
            printed: printed_years(printed),
        }
    }

    /// Whether a cite's year is one of these.
    pub(super) fn fit(&self, cited: &CitedYear) -> bool {
        let Some(year) = cited.year else {
            return cited.status.is_some() && (self.status.is_some() || self.range.is_none());
        };
        let in_range = self
            .range
            .is_some_and(|(first, last)| first <= year && year <= last);
        in_range
            || self.original == Some(year)
            || cited.original.is_some() && cited.original == self.original
            || self.range.is_none() && self.printed.contains(&year)
    }
}

/// All numbers of four digits in a reference that may be years.
fn printed_years(printed: &str) -> Vec<i32> {
    printed
        .split(|c: char| !c.is_ascii_digit())
        .filter(|digits| digits.len() == 4)
        .filter_map(|digits| digits.parse().ok())
        .filter(|year| (1400..2100).contains(year))
        .collect()
}
