//! Stretches of the view put into another order, each with its markup, comments and labels.

mod elements;
mod text;

use std::ops::Range;

use super::{Document, Edited, Origin, Refusal};
use crate::{edit, span::Span};

impl Document {
    /// Puts stretches of the view into another order, as whole paragraphs, list items or entries; `order` has the number of the one
    /// that comes first, and so on. They are in the order of the view.
    ///
    /// What stands between two of them stays in its place; the new file is read again.
    ///
    /// # Errors
    /// When they are no paragraphs of their own, when something else stands between them, or when they would not read the same.
    pub fn moved(&self, stretches: &[Span], order: &[usize]) -> Result<Self, Refusal> {
        let is_blank = |gap| Span::from(gap).slice(&self.text).trim().is_empty();
        if !neighbours(stretches).all(is_blank) {
            return Err(Refusal::Crossing);
        }
        let expected = rearranged(&self.text, stretches, order);
        let edited = match &self.origin {
            Origin::Pages(_) => return Err(Refusal::NotInFile),
            Origin::View => Edited {
                source: expected.clone(),
                package: None,
                refused: Vec::new(),
            },
            Origin::Text(source) => {
                let blocks = text::blocks(self, source, stretches)?;
                Edited {
                    source: rearranged(source, &blocks, order),
                    package: None,
                    refused: Vec::new(),
                }
            }
            Origin::Package(office) => Edited {
                source: expected.clone(),
                package: Some(office.moved(stretches, order)?),
                refused: Vec::new(),
            },
        };
        let read = self.read_again(edited);
        if read.text == expected && self.has_its_keys(&read) {
            Ok(read)
        } else {
            Err(Refusal::ReadsOtherwise)
        }
    }

    /// Whether another document has the same keys at the same references.
    fn has_its_keys(&self, other: &Self) -> bool {
        let keys = |document: &Self| {
            let listed = document.listed.iter();
            let mut keys: Vec<_> = listed
                .map(|listed| {
                    let text = listed.span.slice(&document.text).to_owned();
                    (listed.key.clone(), text)
                })
                .collect();
            keys.sort();
            keys
        };
        keys(self) == keys(other) && self.keyed.len() == other.keyed.len()
    }
}

/// A text with stretches put into another order; what stands between them stays.
fn rearranged(text: &str, stretches: &[Span], order: &[usize]) -> String {
    let edits: Vec<(Span, &str)> = stretches
        .iter()
        .zip(order)
        .filter_map(|(place, number)| Some((*place, stretches.get(*number)?.slice(text))))
        .collect();
    edit::apply(text, &edits).0
}

/// The pairs of neighbours.
fn neighbours(spans: &[Span]) -> impl Iterator<Item = Range<usize>> {
    spans.windows(2).map(|pair| pair[0].end..pair[1].start)
}
