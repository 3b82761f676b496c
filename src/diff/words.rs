//! The words in which two values differ, found by the `similar` crate.

use serde::Serialize;
use similar::{ChangeTag, TextDiff};

/// Whose words these are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Side {
    /// Both have them.
    Both,
    /// Only ours has them.
    Ours,
    /// Only theirs has them.
    Theirs,
}

/// Words that follow each other and are of one side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Part {
    /// The words, with the space between and behind them.
    pub text: String,
    /// Whose they are.
    pub side: Side,
}

/// The two values as one row of parts: without those of theirs they are ours, and the other way round.
pub fn words(ours: &str, theirs: &str) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    for change in TextDiff::from_unicode_words(ours, theirs).iter_all_changes() {
        let side = match change.tag() {
            ChangeTag::Equal => Side::Both,
            ChangeTag::Delete => Side::Ours,
            ChangeTag::Insert => Side::Theirs,
        };
        match parts.last_mut() {
            Some(last) if last.side == side => last.text.push_str(change.value()),
            _ => parts.push(Part {
                text: change.value().to_owned(),
                side,
            }),
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_that_differ_are_marked() {
        let parts = words("The End of Myths, 2016", "The End of the Myth, 2017");
        let side = |wanted| -> String {
            let parts = parts
                .iter()
                .filter(|part| part.side == Side::Both || part.side == wanted);
            parts.map(|part| part.text.as_str()).collect()
        };
        assert_eq!(side(Side::Ours), "The End of Myths, 2016");
        assert_eq!(side(Side::Theirs), "The End of the Myth, 2017");
        assert_eq!(parts[0].text, "The End of ");
        assert_eq!(parts[0].side, Side::Both);
    }
}
