//! The words in which two values differ.

use serde::Serialize;
use similar::{DiffOp, DiffableStr};

use crate::difference;

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
    let (ours, theirs) = (
        ours.tokenize_unicode_words(),
        theirs.tokenize_unicode_words(),
    );
    let mut parts: Vec<Part> = Vec::new();
    for operation in difference::operations(&ours, &theirs) {
        let (ours, theirs) = (
            ours[operation.old_range()].concat(),
            theirs[operation.new_range()].concat(),
        );
        let stretches = match operation {
            DiffOp::Equal { .. } => vec![(ours, Side::Both)],
            _ => vec![(ours, Side::Ours), (theirs, Side::Theirs)],
        };
        let stretches = stretches.into_iter().filter(|(text, _)| !text.is_empty());
        parts.extend(stretches.map(|(text, side)| Part { text, side }));
    }
    coalesced(parts)
}

/// The fewest letters and digits that two values must share in a row for that to be shown as common: below it, as with a stray
/// `and`, changed words read better as one stretch.
const MIN_COMMON: usize = 6;

/// Joins changes that only a few common letters divide, so that each stretch reads as words and not as scraps.
fn coalesced(parts: Vec<Part>) -> Vec<Part> {
    let mut output: Vec<Part> = Vec::with_capacity(parts.len());
    let (mut ours, mut theirs) = (String::new(), String::new());
    let last = parts.len().saturating_sub(1);
    for (idx, part) in parts.into_iter().enumerate() {
        let letters = part.text.chars().filter(|c| c.is_alphanumeric()).count();
        let is_within = idx > 0 && idx < last && !(ours.is_empty() && theirs.is_empty());
        match part.side {
            Side::Ours => ours.push_str(&part.text),
            Side::Theirs => theirs.push_str(&part.text),
            Side::Both if is_within && letters < MIN_COMMON => {
                ours.push_str(&part.text);
                theirs.push_str(&part.text);
            }
            Side::Both => {
                flush(&mut ours, &mut theirs, &mut output);
                output.push(part);
            }
        }
    }
    flush(&mut ours, &mut theirs, &mut output);
    output
}

/// Writes down a stretch that differs; what both end with is common after all.
fn flush(ours: &mut String, theirs: &mut String, output: &mut Vec<Part>) {
    let is_shared = |(a, b): &(char, char)| a == b && !a.is_alphanumeric();
    let shared: usize = ours
        .chars()
        .rev()
        .zip(theirs.chars().rev())
        .take_while(is_shared)
        .map(|(c, _)| c.len_utf8())
        .sum();
    let tail = ours.split_off(ours.len() - shared);
    theirs.truncate(theirs.len() - shared);
    for (text, side) in [
        (std::mem::take(ours), Side::Ours),
        (std::mem::take(theirs), Side::Theirs),
        (tail, Side::Both),
    ] {
        if !text.is_empty() {
            output.push(Part { text, side });
        }
    }
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

    #[test]
    fn scraps_are_joined() {
        let marked: String = words(
            "The Flag: Truth, War, and a Nation",
            "The Flag: Twain, Roosevelt, and the Birth",
        )
        .into_iter()
        .map(|part| match part.side {
            Side::Both => part.text,
            Side::Ours => format!("[-{}-]", part.text),
            Side::Theirs => format!("{{+{}+}}", part.text),
        })
        .collect();
        assert_eq!(
            marked,
            "The Flag: [-Truth, War, and a Nation-]{+Twain, Roosevelt, and the Birth+}"
        );
    }
}
