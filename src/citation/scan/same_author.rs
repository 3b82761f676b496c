//! Words for the author who was cited last: `(Lind 2010; ders. 2012)`, `idem (2012)`.

use super::{
    super::{
        CitedName,
        names::{Context, NameRow},
        token::{Gap, Kind},
        words::{self, lower},
    },
    Found, Scan,
};

/// The author was cited at most so many tokens before, a few sentences.
const FARTHEST: usize = 100;

impl Scan<'_> {
    /// The names of the cite read last, where a word before the year at `position` stands for them.
    pub(super) fn same_author(&self, position: usize) -> Option<Found> {
        let previous = self.previous?;
        let word = self.same_author_word(position, previous.end)?;
        let last = self.found.last()?.cites.last()?;
        if last.names.is_empty() || position > previous.end + FARTHEST {
            return None;
        }
        let span = self.reader.span(word, word + 1);
        let names = last.names.iter().map(|name| CitedName {
            span,
            ..name.clone()
        });
        let opener = self.openers[position];
        let context = match opener {
            Some(open) if open < word => Context::Bracket,
            Some(_) => Context::Narrative,
            None => Context::Running,
        };
        Some(Found {
            names: NameRow {
                start: word,
                names: names.collect(),
                et_al: last.et_al,
                connector: last.connector,
                is_open: false,
            },
            opener,
            context,
            is_apart: false,
        })
    }

    /// The word for the same author, behind `floor` and with nothing but marks and its bracket before the year.
    fn same_author_word(&self, position: usize, floor: usize) -> Option<usize> {
        let tokens = self.reader.tokens;
        let mut has_stop = false;
        for idx in (floor..position).rev() {
            if tokens[idx + 1].gap == Gap::Break {
                return None;
            }
            match tokens[idx].kind {
                Kind::Mark('.') => has_stop = true,
                Kind::Mark(',' | ':') => {}
                Kind::Open if Some(idx) == self.openers[position] => {}
                Kind::Word => {
                    let word = lower(self.reader.word(idx));
                    let stands_for = words::is_same_author(&word) && has_stop
                        || words::is_same_author_undotted(&word);
                    return stands_for.then_some(idx);
                }
                _ => return None,
            }
        }
        None
    }
}
