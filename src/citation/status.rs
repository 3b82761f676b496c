//! What stands for the year of a cite: `n.d.`, `in press`.

use super::{
    CitedYear,
    token::{FirstLetters, Gap, Kind, Token, begins_like, words_at},
};
use crate::{span::Span, work::STATUSES};

/// `i. E.`; in small letters it is the `i.e.` of English.
const IM_ERSCHEINEN: &[&str] = &["i", "e"];

/// `s. a.` is no `sine anno` in running text.
const SIEHE_AUCH: &[&str] = &["s", "a"];

/// The letters that they begin with.
const FIRST_LETTERS: FirstLetters = {
    let mut letters = FirstLetters::NONE;
    let mut idx = 0;
    while idx < STATUSES.len() {
        letters = letters.with(STATUSES[idx].0[0]);
        idx += 1;
    }
    letters
};

/// Reads `n.d.`, `[s.d.]`, `n.d.-a`, `in press`, `forthcoming`.
pub(super) fn read(text: &str, tokens: &[Token], start: usize) -> Option<(CitedYear, usize)> {
    let square = tokens.get(start)?.text(text) == "[";
    let first = start + usize::from(square);
    let word = tokens.get(first)?.text(text);
    if !FIRST_LETTERS.may_begin(word) {
        return None;
    }
    let is_small = |words: &&[&str]| {
        let last = tokens.get(first + 2).map(|token| token.text(text));
        *words == IM_ERSCHEINEN && (word != "i" || last != Some("E"))
    };
    let (status, mut end) = STATUSES
        .iter()
        .filter(|(words, _)| {
            *words != SIEHE_AUCH && begins_like(word, words[0]) && !is_small(words)
        })
        .find_map(|(words, status)| Some((*status, words_at(text, tokens, first, words)?)))?;
    if square {
        tokens.get(end).filter(|token| token.text(text) == "]")?;
        end += 1;
    }
    // `(SD)`, `(ND)` and `(SF)` are other abbreviations.
    let is_capital = tokens[first].text(text).chars().all(char::is_uppercase);
    if is_capital && !tokens.get(first + 1)?.is('.') {
        return None;
    }
    let mut year = CitedYear {
        status: Some(status),
        ..CitedYear::default()
    };
    if let [dash, letter, ..] = &tokens[end..]
        && dash.kind == Kind::Dash
        && dash.gap == Gap::None
        && let Some(suffix) = single_letter(letter.text(text))
    {
        year.suffix = Some(suffix);
        end += 2;
    }
    year.span = Span::new(tokens[start].span.start, tokens[end - 1].span.end);
    Some((year, end))
}

/// The letter, if the word is one small letter.
fn single_letter(word: &str) -> Option<char> {
    let mut letters = word.chars();
    let letter = letters.next().filter(char::is_ascii_lowercase)?;
    letters.next().is_none().then_some(letter)
}
