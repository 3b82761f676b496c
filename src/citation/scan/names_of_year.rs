//! The names that belong to a year.

use super::{
    super::{
        CitedName, CitedYear,
        names::{Context, NameRow, starts_with_capital},
        token::{Gap, Kind},
        words::{self, lower},
    },
    Found, Scan,
};
use crate::work::fold;

/// Names stand at most so many tokens before their year in running text.
pub(super) const FARTHEST_NAME: usize = 40;

/// The author of a year that stands alone in its bracket was named at most so many tokens before, some six sentences.
const FARTHEST_AUTHOR: usize = 150;

impl Scan<'_> {
    /// The names that belong to the year at `position`.
    pub(super) fn names_of(&self, position: usize, end: usize, cited: &CitedYear) -> Option<Found> {
        let opener = self.openers[position];
        let Some(open) = opener else {
            return self.running(position, end, cited);
        };
        if self.is_first_in_bracket(open, position) {
            return self.narrative(open, cited);
        }
        let floor = self.floor(open, position);
        let names = self
            .reader
            .names_before(position, floor, Context::Bracket)?;
        Some(Found {
            names: self.trimmed(names, cited),
            opener,
            context: Context::Bracket,
            is_apart: false,
        })
    }

    /// Whether the year is the first thing in its bracket, but for `ca.`, `orig.` and the like.
    fn is_first_in_bracket(&self, open: usize, position: usize) -> bool {
        self.reader.tokens[open + 1..position]
            .iter()
            .all(|token| match token.kind {
                Kind::Mark('.' | ',') => true,
                Kind::Word => words::may_precede_year(&lower(token.text(self.reader.text))),
                _ => false,
            })
    }

    /// The names before the bracket of a year.
    fn narrative(&self, open: usize, cited: &CitedYear) -> Option<Found> {
        let previous = self.previous.map_or(0, |previous| previous.end);
        // Inside another bracket the names stand inside it as well: `(see Smith (2010))`.
        let floor = previous
            .max(open.saturating_sub(FARTHEST_NAME))
            .max(self.openers[open].map_or(0, |outer| outer + 1))
            .min(open);
        if let Some(names) = self.reader.title_before(open, floor)
            && self.lists(&names, cited)
        {
            return Some(Found {
                names,
                opener: Some(open),
                context: Context::Narrative,
                is_apart: true,
            });
        }
        let near = self.reader.names_before(open, floor, Context::Narrative);
        // `Kempe’s grammar of Arrernte (1891)`: the name before the bracket is unknown, another with this year is listed.
        let apart = match &near {
            // A range is the time of something, not the year of a work that was named before.
            _ if cited.end.is_some() || self.follows_label(open) || self.follows_time(open) => None,
            None => self.names_apart(open, cited),
            Some(names) if self.is_only_subject(names) => self.names_apart(open, cited),
            Some(names) if self.are_unknown(names) => self.owner(open, cited),
            Some(_) => None,
        };
        let is_apart = apart.is_some();
        let names = apart.or(near)?;
        Some(Found {
            names: self.trimmed(names, cited),
            opener: Some(open),
            context: Context::Narrative,
            is_apart,
        })
    }

    /// Whether the number of a figure or part stands before a bracket: `Abb. 3 (2012)`.
    fn follows_label(&self, open: usize) -> bool {
        let [.., label, second, number] = &self.reader.tokens[..open] else {
            return false;
        };
        let label = if second.is('.') { label } else { second };
        let is_number = number.kind == Kind::Number && number.gap < Gap::Break;
        is_number && words::is_label(&lower(label.text(self.reader.text)))
    }

    /// Whether a word for a stretch of time stands before a bracket, so that it holds no year of a work: `the year (2001)`.
    fn follows_time(&self, open: usize) -> bool {
        open.checked_sub(1).is_some_and(|before| {
            let word = lower(self.reader.word(before));
            // `l’année (2001)`
            let bare = word.rsplit(['\'', '’']).next().unwrap_or_default();
            words::is_time(bare) || words::is_month(&word)
        })
    }

    /// Whether the row is one subject of the paper that the list does not know; an unknown name may also be a misspelt one.
    pub(super) fn is_only_subject(&self, names: &NameRow) -> bool {
        match names.names.as_slice() {
            [name] => {
                names.et_al.is_none()
                    && self.common.has(&name.text)
                    && !self.reader.lexicon.knows(&fold::fold(&name.text))
            }
            _ => false,
        }
    }

    /// Whether the list knows none of the names; they may be those of a language, a place or a journal.
    fn are_unknown(&self, names: &NameRow) -> bool {
        let knows = |name: &CitedName| self.reader.lexicon.knows(&fold::fold(&name.text));
        names.et_al.is_none() && !names.names.iter().any(knows)
    }

    /// The nearest listed name before a year that stands alone in its bracket: `Smith’s early essay (2010)`.
    ///
    /// Name and year must both be those of one reference; so the name may stand some sentences before.
    fn names_apart(&self, open: usize, cited: &CitedYear) -> Option<NameRow> {
        let floor = open.saturating_sub(FARTHEST_AUTHOR);
        for idx in (floor..open).rev() {
            let token = self.reader.tokens[idx];
            let word = token.text(self.reader.text);
            if self.reader.tokens[idx + 1].gap == Gap::Break {
                return None;
            }
            if token.kind != Kind::Word || !starts_with_capital(word) {
                continue;
            }
            let names = self.reader.names_before(idx + 1, floor, Context::Running);
            if let Some(names) = names.filter(|names| self.lists(names, cited)) {
                return Some(names);
            }
            // `Basedow’s vocabulary (1908)` is by nobody who was named before.
            if self.reader.is_possessive(idx) && self.is_near(idx, open) {
                return None;
            }
        }
        None
    }

    /// The listed name in the genitive to which the work of this year belongs: `Symmons’ grammar of Nyungar (1841)`.
    fn owner(&self, open: usize, cited: &CitedYear) -> Option<NameRow> {
        let floor = open.saturating_sub(FARTHEST_NAME);
        let owner = (floor..open)
            .rev()
            .take_while(|idx| self.is_near(*idx, open))
            .find(|idx| {
                let word = self.reader.word(*idx);
                starts_with_capital(word) && self.reader.is_possessive(*idx)
            })?;
        let names = self
            .reader
            .names_before(owner + 1, floor, Context::Running)?;
        self.lists(&names, cited).then_some(names)
    }

    /// Whether a token stands in the same sentence as a later one.
    fn is_near(&self, idx: usize, open: usize) -> bool {
        let ends_sentence = |at: usize| {
            let (mark, next) = (self.reader.tokens[at], self.reader.tokens[at + 1]);
            matches!(mark.kind, Kind::Mark('.' | '?' | '!'))
                && next.gap > Gap::None
                && starts_with_capital(self.reader.word(at + 1))
                && !self.reader.is_abbreviated(at - 1)
                || next.gap == Gap::Break
        };
        !(idx + 1..open).any(ends_sentence)
    }

    /// The names before, or behind, a year that stands in no bracket.
    fn running(&self, position: usize, end: usize, cited: &CitedYear) -> Option<Found> {
        let previous = self.previous.map_or(0, |previous| previous.end);
        let floor = previous
            .max(position.saturating_sub(FARTHEST_NAME))
            .min(position);
        let names = self
            .reader
            .names_before(position, floor, Context::Running)
            .or_else(|| self.names_behind(position, end, cited))?;
        Some(Found {
            names: self.trimmed(names, cited),
            opener: None,
            context: Context::Running,
            is_apart: false,
        })
    }

    /// The listed name behind a year: `In 2010, Smith argued`.
    fn names_behind(&self, position: usize, end: usize, cited: &CitedYear) -> Option<NameRow> {
        let tokens = self.reader.tokens;
        let before = position
            .checked_sub(1)
            .map(|idx| lower(tokens[idx].text(self.reader.text)))?;
        let opens = matches!(before.as_ref(), "in" | "en" | "em" | "im" | "nel");
        if !opens || !tokens.get(end)?.is(',') || tokens.get(end + 1)?.kind != Kind::Word {
            return None;
        }
        let mut names = self
            .reader
            .names_before(end + 2, end + 1, Context::Running)?;
        names.et_al = self.reader.et_al_at(end + 2);
        self.lists(&names, cited).then_some(names)
    }
}
