//! The words of a reference in lower case.

#[cfg(test)]
use super::token::Token;

/// Words in lower case, one behind the other in one text.
#[derive(Debug, Clone, Default)]
pub(crate) struct LowerWords {
    text: String,
    /// Where each word ends.
    ends: Vec<usize>,
}

impl LowerWords {
    /// Makes room for words.
    pub(crate) fn with_capacity(bytes: usize, words: usize) -> Self {
        Self {
            text: String::with_capacity(bytes),
            ends: Vec::with_capacity(words),
        }
    }

    /// The words of a text.
    #[cfg(test)]
    pub(crate) fn of(text: &str, tokens: &[Token]) -> Self {
        let mut words = Self::with_capacity(text.len(), tokens.len());
        for token in tokens {
            words.push(token.text(text));
        }
        words
    }

    /// Adds a word; returns it in lower case.
    pub(crate) fn push(&mut self, word: &str) -> &str {
        let start = self.text.len();
        if word.is_ascii() {
            self.text.push_str(word);
            self.text[start..].make_ascii_lowercase();
        } else {
            self.text.extend(word.chars().flat_map(char::to_lowercase));
        }
        self.ends.push(self.text.len());
        &self.text[start..]
    }

    /// A word; empty where there is none.
    #[inline]
    pub(crate) fn get(&self, idx: usize) -> &str {
        let start = match idx.checked_sub(1) {
            Some(before) => self.ends.get(before).copied().unwrap_or_default(),
            None => 0,
        };
        let end = self.ends.get(idx).copied().unwrap_or(start);
        self.text.get(start..end).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_told_apart() {
        let mut words = LowerWords::default();
        assert_eq!(words.push("Über"), "über");
        words.push("DOI");
        assert_eq!(
            (words.get(0), words.get(1), words.get(2)),
            ("über", "doi", "")
        );
    }
}
