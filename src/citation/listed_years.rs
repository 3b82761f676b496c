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
    /// The years of translations that the reference names: `(Trad. cast. Madrid: Siruela, 2003)`.
    pub translated: Vec<i32>,
    /// First and last page; pages of four digits look like years: `(Lind 2009, 1978)`.
    pub pages: Option<(i32, i32)>,
}

impl ListedYears {
    /// The years of a reference.
    pub(super) fn of(reference: &Reference, printed: &str) -> Self {
        let issued = &reference.work.issued;
        let first = issued.date.map(|date| date.year);
        let range = first.map(|year| (year, issued.end.map_or(year, |end| end.year.max(year))));
        Self {
            range: year_behind_dashes(printed).or(range),
            original: issued.original,
            suffix: issued.suffix.or_else(|| letter_apart(printed, first?)),
            status: issued.status,
            printed: printed_years(printed),
            translated: translated_years(printed),
            pages: reference.work.page.as_deref().and_then(pages),
        }
    }

    /// Whether a number is one of the pages.
    pub(super) fn has_page(&self, number: i32) -> bool {
        self.pages
            .is_some_and(|(first, last)| first <= number && number <= last)
    }

    /// Whether a cite's year is one of these.
    pub(super) fn fit(&self, cited: &CitedYear) -> bool {
        let Some(year) = cited.year else {
            return cited.status.is_some() && (self.status.is_some() || self.range.is_none());
        };
        let is_within = |year: i32| {
            self.range
                .is_some_and(|(first, last)| first <= year && year <= last)
        };
        is_within(year)
            || cited.original.is_some_and(is_within)
            || self.original == Some(year)
            || self.translated.contains(&year)
            || cited.original.is_some() && cited.original == self.original
            || self.range.is_none() && self.printed.contains(&year)
    }
}

/// The first and last of `1973–95`; the last may be shortened to the digits that differ.
fn pages(printed: &str) -> Option<(i32, i32)> {
    let mut numbers = printed
        .split(|c: char| !c.is_ascii_digit())
        .filter(|digits| !digits.is_empty());
    let first = numbers.next()?;
    let last = numbers.next().unwrap_or(first);
    let kept = first.len().saturating_sub(last.len());
    let last = format!("{}{last}", &first[..kept]);
    Some((first.parse().ok()?, last.parse().ok()?))
}

/// The year or years right behind the dashes that repeat an author: `———. 1924/25. Title`.
fn year_behind_dashes(printed: &str) -> Option<(i32, i32)> {
    let head = printed.trim_start_matches(['-', '–', '—', '_', '―']);
    if printed.len() - head.len() < 3 {
        return None;
    }
    let head = head.trim_start_matches([' ', '.', ',', '(', ':']);
    let digits = head.find(|c: char| !c.is_ascii_digit())?;
    let year: i32 = head[..digits].parse().ok().filter(|_| digits == 4)?;
    let last = head[digits..]
        .strip_prefix(['/', '–', '-'])
        .and_then(|rest| {
            let digits = rest.find(|c: char| !c.is_ascii_digit())?;
            let last: i32 = rest[..digits].parse().ok()?;
            match digits {
                2 => Some(year / 100 * 100 + last),
                4 => Some(last),
                _ => None,
            }
        });
    let is_year = (1400..2100).contains(&year);
    is_year.then_some((year, last.filter(|last| *last > year).unwrap_or(year)))
}

/// The letter of `2005 a Title`: a small letter alone between the year and a capital.
fn letter_apart(printed: &str, year: i32) -> Option<char> {
    let (_, behind) = printed.split_once(&year.to_string())?;
    let mut behind = behind.strip_prefix(' ')?.chars();
    let letter = behind.next().filter(char::is_ascii_lowercase)?;
    let space = behind.next().filter(|c| matches!(c, ' ' | '.' | ',' | ')'));
    let next = behind.find(|c| !matches!(c, ' ' | '.' | ',' | ')'))?;
    (space.is_some() && next.is_uppercase()).then_some(letter)
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

/// The years behind words that say that a translation follows, in es, pt, fr, it, de and en.
fn translated_years(printed: &str) -> Vec<i32> {
    const WORDS: [&str; 10] = [
        "trad.",
        "traducción",
        "tradução",
        "traduction",
        "traduzione",
        "dt.",
        "deutsch:",
        "übers.",
        "english translation",
        "engl. transl.",
    ];
    // What all of them have in common with their capital forms; few references have any.
    const STEMS: [&str; 5] = ["rad", "dt.", "eutsch", "bers.", "ngl"];
    if !STEMS.iter().any(|stem| printed.contains(stem)) {
        return Vec::new();
    }
    let lower = printed.to_lowercase();
    let begins = |at: usize| lower[..at].ends_with([' ', '(', '[']);
    let found = WORDS.iter().flat_map(|word| lower.match_indices(word));
    let first = found.map(|(at, _)| at).filter(|at| begins(*at)).min();
    first.map_or_else(Vec::new, |at| printed_years(&lower[at..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_may_stand_apart() {
        assert_eq!(
            letter_apart("Smith, J., 2005 b Oats. Press.", 2005),
            Some('b')
        );
        assert_eq!(letter_apart("Smith, J. (2005) A study.", 2005), None);
        assert_eq!(letter_apart("Smith, J. 2005 a study of oats.", 2005), None);
        assert_eq!(letter_apart("Smith, J. 2005.", 2005), None);
    }

    #[test]
    fn translations_have_years_of_their_own() {
        let printed =
            "LIND, S. Rågen. Lund: Hamn, 1983 (Trad. cast. El centeno. Madrid: Puerto, 2003).";
        assert_eq!(translated_years(printed), [2003]);
        assert_eq!(
            translated_years("Lind S. Rye. IEEE Trans. Grain 1998; 2: 3."),
            [0; 0]
        );
    }

    #[test]
    fn last_pages_may_be_shortened() {
        assert_eq!(pages("1973–95"), Some((1973, 1995)));
        assert_eq!(pages("12-34"), Some((12, 34)));
        assert_eq!(pages("998–1003"), Some((998, 1003)));
        assert_eq!(pages("e12"), Some((12, 12)));
    }

    #[test]
    fn years_stand_right_behind_dashes() {
        assert_eq!(
            year_behind_dashes("———. 1924/25. Oats. In: Rye, 1973."),
            Some((1924, 1925))
        );
        assert_eq!(year_behind_dashes("---. 1973. Oats."), Some((1973, 1973)));
        assert_eq!(year_behind_dashes("———, and X. Li. 2013. Oats."), None);
        assert_eq!(year_behind_dashes("Smith, J. 1973. Oats."), None);
    }
}
