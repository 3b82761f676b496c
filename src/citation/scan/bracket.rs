//! Which bracket a token stands in.

use super::{
    super::token::{Gap, Kind, Token},
    Scan,
};

/// A bracket that is not closed within so many tokens holds no citation; the longest lists of cites have some four hundred.
const LONGEST_BRACKET: usize = 1000;

impl Scan<'_> {
    /// The byte after the bracket that closes the one at `open`.
    pub(super) fn close_of(&self, open: usize) -> Option<usize> {
        let last = (open + LONGEST_BRACKET).min(self.reader.tokens.len());
        (open + 1..last)
            .find(|idx| {
                self.reader.tokens[*idx].kind == Kind::Close && self.openers[*idx] == Some(open)
            })
            .map(|idx| self.reader.tokens[idx].span.end)
    }

    /// The first token that may belong to the names of a year inside a bracket.
    pub(super) fn floor(&self, open: usize, position: usize) -> usize {
        let previous = self.previous.map_or(0, |previous| previous.end);
        previous.max(open + 1).min(position)
    }
}

/// For every token the innermost bracket that is open before it.
pub(super) fn openers(tokens: &[Token]) -> Vec<Option<usize>> {
    let mut stack: Vec<usize> = Vec::new();
    let mut openers = Vec::with_capacity(tokens.len());
    for (idx, token) in tokens.iter().enumerate() {
        if token.gap == Gap::Break {
            stack.clear();
        } else if stack
            .first()
            .is_some_and(|open| idx - open > LONGEST_BRACKET)
        {
            stack.remove(0);
        }
        if token.kind == Kind::Close {
            let open = stack.pop();
            openers.push(open);
            continue;
        }
        openers.push(stack.last().copied());
        if token.kind == Kind::Open {
            stack.push(idx);
        }
    }
    openers
}
