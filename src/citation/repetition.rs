//! Marks that repeat an earlier citation: `ibid.`, `ebd.`, `op. cit.`, `a. a. O.`
//!
//! They name no year and are never missing from a list; what they mean is told by what was cited before.

use serde::Serialize;

use super::{
    Lexicon, body,
    names::starts_with_capital,
    token::{FirstLetters, Gap, Kind, Token, begins_like, tokens, words_at},
};
use crate::{document::Document, reference::References, span::Span, work::fold};

/// What a mark repeats.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Repeated {
    /// The citation before it.
    Citation,
    /// The work of an author, by its folded name, that was cited last.
    WorkOf(String),
}

/// A mark that repeats an earlier citation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Repetition {
    /// Its bytes, without a locator.
    pub span: Span,
    /// What it repeats.
    pub repeated: Repeated,
    /// Where its paragraph or note begins.
    pub paragraph: usize,
}

/// The marks, as lower-case words without full stops; la, de, and what en, es, pt, fr and it took over from Latin.
const MARKS: &[&[&str]] = &[
    &["ibid"],
    &["ibíd"],
    &["ibidem"],
    &["ibídem"],
    &["ebd"],
    &["ebda"],
    &["ebenda"],
    &["ebendort"],
    &["idem"],
    &["ídem"],
    &["ivi"],
    &["op", "cit"],
    &["ob", "cit"],
    &["art", "cit"],
    &["loc", "cit"],
    &["a", "a", "o"],
];

/// The letters that they begin with.
const FIRST_LETTERS: FirstLetters = {
    let mut letters = FirstLetters::NONE;
    let mut idx = 0;
    while idx < MARKS.len() {
        letters = letters.with(MARKS[idx][0]);
        idx += 1;
    }
    letters
};

/// Where the name of an author stands before `op. cit.`, in tokens.
const FARTHEST_NAME: usize = 5;

/// Finds the marks in the prose outside the lists, in order.
pub fn repetitions(
    document: &Document,
    references: &References,
    lexicon: &Lexicon,
) -> Vec<Repetition> {
    let text = document.text.as_str();
    let mut found = Vec::new();
    for span in body(document, references) {
        let tokens = tokens(text, span);
        let mut paragraph = span.start;
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            if token.gap == Gap::Break {
                paragraph = token.span.start;
            }
            let Some(end) = mark_end(text, &tokens, at) else {
                at += 1;
                continue;
            };
            let span = token.span.join(tokens[end - 1].span);
            let name = name_before(text, &tokens, at, lexicon);
            found.push(Repetition {
                span,
                repeated: name.map_or(Repeated::Citation, Repeated::WorkOf),
                paragraph,
            });
            at = end;
        }
    }
    found
}

/// The token behind the mark at a token, its full stop included.
fn mark_end(text: &str, tokens: &[Token], at: usize) -> Option<usize> {
    let token = &tokens[at];
    let word = token.text(text);
    if token.kind != Kind::Word || !FIRST_LETTERS.may_begin(word) {
        return None;
    }
    let mut marks = MARKS.iter().filter(|words| begins_like(word, words[0]));
    marks.find_map(|words| {
        let end = words_at(text, tokens, at, words)?;
        let is_dotted = tokens[end - 1].is('.');
        // `a a o` and `ivi` are words as well; their full stops, or a page behind them, make them marks.
        let is_sure = words[0].len() > 3 || is_dotted || is_page(text, tokens, end);
        is_sure.then_some(end)
    })
}

/// Whether a comma or colon and a number, or a heading of one, follow.
fn is_page(text: &str, tokens: &[Token], at: usize) -> bool {
    let Some([mark, next, ..]) = tokens.get(at..) else {
        return false;
    };
    let is_heading = matches!(next.text(text), "p" | "pp" | "S" | "pág" | "cap");
    matches!(mark.kind, Kind::Mark(',' | ':')) && (next.kind == Kind::Number || is_heading)
}

/// The folded listed name right before a mark: `Kinzer, op. cit.`
fn name_before(text: &str, tokens: &[Token], at: usize, lexicon: &Lexicon) -> Option<String> {
    let first = at.saturating_sub(FARTHEST_NAME);
    for idx in (first..at).rev() {
        let token = &tokens[idx];
        let word = token.text(text);
        match token.kind {
            Kind::Mark(',' | '.' | ':') | Kind::Open => {}
            Kind::Word if starts_with_capital(word) => {
                let folded = fold::fold(word);
                if lexicon.heads(&folded) {
                    return Some(folded);
                }
                return None;
            }
            Kind::Word if matches!(word, "in" | "vgl" | "cf" | "see" | "en") => {}
            _ => return None,
        }
        if token.gap == Gap::Break {
            return None;
        }
    }
    None
}
