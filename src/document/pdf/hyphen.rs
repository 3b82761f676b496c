//! Words that a line break divides, made whole again.

use std::collections::HashSet;

use crate::document::is_hung;

/// The shortest words of which two with a hyphen between them may be one: `long-term`.
const SHORTEST: usize = 4;

/// The words of a text, to tell `long-term` from `long-er`, and whether it divides words at all.
pub(super) struct Words {
    whole: HashSet<String>,
    divides: bool,
}

impl Words {
    /// Takes note of all words of some lines but those that a line break may divide.
    pub(super) fn of(lines: &[&str]) -> Self {
        let mut words = Self {
            whole: HashSet::new(),
            divides: true,
        };
        let mut is_rest = false;
        for line in lines {
            let last = line.split_whitespace().count().saturating_sub(1);
            let is_divided = line.ends_with('-');
            for (idx, word) in line.split_whitespace().enumerate() {
                let is_part = idx == 0 && is_rest || idx == last && is_divided;
                let word = bare(word);
                if !is_part && !word.is_empty() {
                    words.whole.insert(word.to_lowercase());
                }
            }
            is_rest = is_divided;
        }
        words.divides = words.count_divided(lines);
        words
    }

    /// Whether line breaks divide words more often than they stand behind hyphens that were there, as far as the words show.
    fn count_divided(&self, lines: &[&str]) -> bool {
        let parts = lines.windows(2).filter_map(|pair| parts(pair[0], pair[1]));
        let told = parts.filter_map(|parts| self.is_told(parts.last, parts.rest));
        let (n_divided, n_printed) = told.fold((0, 0), |(divided, printed), is_divided| {
            if is_divided {
                (divided + 1, printed)
            } else {
                (divided, printed + 1)
            }
        });
        n_divided >= n_printed
    }

    fn has(&self, word: &str) -> bool {
        self.whole.contains(&word.to_lowercase())
    }

    /// Whether the hyphen between two parts was set by the line break; none if the other words do not tell.
    fn is_told(&self, stem: &str, rest: &str) -> Option<bool> {
        let (stem, rest) = (bare(stem), bare(rest));
        if self.has(&format!("{stem}{rest}")) {
            return Some(true);
        }
        let is_word = |word: &str| word.chars().count() >= SHORTEST && self.has(word);
        let is_printed = self.has(&format!("{stem}-{rest}")) || is_word(stem) && is_word(rest);
        is_printed.then_some(false)
    }
}

/// A word without the marks around it.
fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

/// The parts of a word that two lines share.
struct Parts<'l> {
    /// The first line without its hyphen.
    stem: &'l str,
    /// The word in it, as far as the hyphen before the last.
    last: &'l str,
    /// Whether the word has a hyphen before the last.
    is_compound: bool,
    /// What the second line has of it.
    rest: &'l str,
}

/// The parts of the word that stands across a line break; none if the first line ends with a whole word.
fn parts<'l>(line: &'l str, next: &'l str) -> Option<Parts<'l>> {
    let stem = line.strip_suffix('-')?;
    let before = stem.chars().next_back()?;
    let length = next.find(char::is_whitespace).unwrap_or(next.len());
    let rest = &next[..length];
    let first = rest.chars().next()?;
    if !before.is_alphanumeric() || !first.is_alphanumeric() || is_hung(rest) {
        return None;
    }
    let word = stem.rsplit(char::is_whitespace).next().unwrap_or(stem);
    let last = word.rsplit('-').next().unwrap_or(word);
    Some(Parts {
        stem,
        last,
        is_compound: last.len() < word.len(),
        rest,
    })
}

/// The end of a word that a line break divides: how the line before ends with it, and how many bytes of the next line go up to it;
/// none if the line ends with a whole word.
pub(super) fn mended(line: &str, next: &str, words: &Words) -> Option<(String, usize)> {
    let Parts {
        stem,
        last,
        is_compound,
        rest,
    } = parts(line, next)?;
    let may_be_divided = stem.ends_with(char::is_alphabetic)
        && rest.starts_with(char::is_lowercase)
        && !is_address(stem);
    let by_default = words.divides && !is_compound;
    let is_divided = may_be_divided && words.is_told(last, rest).unwrap_or(by_default);
    let hyphen = if is_divided { "" } else { "-" };
    Some((format!("{stem}{hyphen}{rest}"), rest.len()))
}

/// Whether a text ends with an address or a DOI.
fn is_address(text: &str) -> bool {
    let word = text.rsplit(char::is_whitespace).next().unwrap_or(text);
    ["://", "www.", "10."]
        .iter()
        .any(|mark| word.contains(mark))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, next: &str, expected: Option<(&str, &str)>) {
        let words = Words::of(&["the long list of a term is long-ish and well-known here"]);
        let found = mended(line, next, &words);
        let found = found
            .as_ref()
            .map(|(line, length)| (line.as_str(), next[*length..].trim_start()));
        assert_eq!(found, expected, "{line:?} {next:?}");
    }

    #[test]
    fn words_are_made_whole() {
        check(
            "Les bulles desa-",
            "busées, 2010",
            Some(("Les bulles desabusées,", "2010")),
        );
        check("a well-", "known list", Some(("a well-known", "list")));
        check("in the long-", "term", Some(("in the long-term", "")));
        check("in the long-", "er run", Some(("in the longer", "run")));
    }

    #[test]
    fn hyphens_that_were_printed_stay() {
        check(
            "by Smith-",
            "Jones (2010)",
            Some(("by Smith-Jones", "(2010)")),
        );
        check("12, 171-", "202.", Some(("12, 171-202.", "")));
        check("ein-", "und mehrsprachig", None);
        check(
            "https://example.org/a-",
            "b",
            Some(("https://example.org/a-b", "")),
        );
    }

    #[test]
    fn a_text_that_divides_no_words_keeps_its_hyphens() {
        let lines = [
            "a well-",
            "known rule and a well-known list of cell-to-",
            "cell signs",
        ];
        let words = Words::of(&lines);
        let mended = |line, next| mended(line, next, &words).map(|(line, _)| line);
        assert_eq!(
            mended("EEG-", "processing").as_deref(),
            Some("EEG-processing")
        );
        let divided = Words::of(&["the divided words are di-", "vided"]);
        let mended = |line, next| super::mended(line, next, &divided).map(|(line, _)| line);
        assert_eq!(mended("proces-", "sing").as_deref(), Some("processing"));
        assert_eq!(mended("cell-to-", "cell").as_deref(), Some("cell-to-cell"));
    }

    #[test]
    fn whole_words_stay() {
        check("a list", "of things", None);
        check("a list -", "of things", None);
        check("-", "a", None);
        check("a-", "(b)", None);
        check("a-", "", None);
    }
}
