//! Capitalised words that a paper uses without a year: its subjects, not its sources.

use std::collections::HashMap;

use crate::span::Span;

/// How often each capitalised word stands without a year behind it.
#[derive(Debug, Clone, Default)]
pub(super) struct CommonWords<'a>(HashMap<&'a str, u32>);

/// A word that stands so often without a year names something the paper speaks of: a language, a place, a device.
///
/// Authors are seldom named more than twice without the year of a work that is discussed.
const COMMON: u32 = 4;

/// A year stands within so many bytes behind the name of its author.
const REACH: usize = 12;

impl<'a> CommonWords<'a> {
    /// Counts the words of the prose.
    pub(super) fn new(text: &'a str, body: &[Span]) -> Self {
        let mut counts = HashMap::new();
        for slice in body.iter().map(|span| span.slice(text)) {
            let mut position = 0;
            for word in slice.split(|c: char| !c.is_alphanumeric()) {
                let end = position + word.len();
                if word.starts_with(char::is_uppercase) && !has_year(&slice.as_bytes()[end..]) {
                    *counts.entry(word).or_default() += 1;
                }
                position = end + slice[end..].chars().next().map_or(0, char::len_utf8);
            }
        }
        Self(counts)
    }

    /// Whether the word is one of the subjects of the paper.
    pub(super) fn has(&self, word: &str) -> bool {
        self.0.get(word).is_some_and(|count| *count >= COMMON)
    }
}

/// Whether a bracket or a number begins right behind.
fn has_year(after: &[u8]) -> bool {
    let near = &after[..after.len().min(REACH)];
    near.iter()
        .any(|byte| byte.is_ascii_digit() || matches!(byte, b'(' | b'['))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_words_without_a_year_count() {
        let text = "Kaurna is spoken. Kaurna words. In Kaurna we say. Of Kaurna too, that is, of the north. Lee (2010). Lee 2010. Lee, 2010. Lee [2010].";
        let words = CommonWords::new(text, &[Span::new(0, text.len())]);
        assert!(words.has("Kaurna"));
        assert!(!words.has("Lee"));
    }
}
