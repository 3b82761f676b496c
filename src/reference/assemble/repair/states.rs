//! What stands where the year should and was not taken for it: `Under review.`, `(manuscript in preparation)`.

use super::{super::Words, Label};
use crate::{
    reference::label::words::{WordClass, class_of},
    work::STATUSES,
};

/// Words behind the names that stand for a year are the date, where no other is.
pub(super) fn date_states(words: &mut Words) {
    let is_name = |label: &Label| !matches!(label, Label::Author | Label::Editor | Label::Number);
    let Some(start) = words.labels.iter().position(is_name) else {
        return;
    };
    if words.labels.contains(&Label::Date) {
        return;
    }
    // The first of the words may have been taken for one more name.
    for idx in start.saturating_sub(MOST_WORDS)..=start {
        if let Some(count) = state_at(words, idx) {
            words.labels[idx..idx + count].fill(Label::Date);
            name_authors(words, idx);
            return;
        }
    }
}

/// As many words are taken for names at most.
const MOST_WORDS: usize = 4;

/// Names before the date are those of editors only if a word says so.
fn name_authors(words: &mut Words, end: usize) {
    let is_role = |idx: usize| class_of(words.lower(idx)) == WordClass::EditorRole;
    if (0..end).any(is_role) {
        return;
    }
    for label in &mut words.labels[..end] {
        if *label == Label::Editor {
            *label = Label::Author;
        }
    }
}

/// How many words at a place stand for a year by themselves: in brackets, or between full stops.
fn state_at(words: &Words, start: usize) -> Option<usize> {
    let opens = |gap: &str| gap.contains(['.', '(', '[']);
    let closes = |gap: &str| gap.starts_with(['.', ')', ']']);
    if start == 0 || !opens(words.gap(start)) {
        return None;
    }
    let is_state = |state: &&[&str]| {
        let mut places = (start..).zip(state.iter());
        start + state.len() <= words.len()
            && places.all(|(idx, word)| words.lower(idx) == *word)
            && closes(words.gap(start + state.len()))
    };
    let mut states = STATUSES.iter().map(|(state, _)| *state);
    states.find(is_state).map(<[&str]>::len)
}
