//! Locators behind the year of a cite: `, p. 5`, `: 45–47`, `, § 3`.

use super::{
    token::{Gap, Kind, Token},
    words::{self, lower},
    year,
};

/// The token after the locator that begins at `tokens[start]`; `start` itself if there is none.
///
/// Several may follow each other: `, p. 5, n. 3`. A number of four digits without a word or colon before it is a year, not a page.
pub(super) fn end(text: &str, tokens: &[Token], start: usize) -> usize {
    let mut end = start;
    while let Some(next) = one(text, tokens, end) {
        end = next;
    }
    end
}

/// The token after one locator.
fn one(text: &str, tokens: &[Token], start: usize) -> Option<usize> {
    let mut at = start;
    let mark = tokens.get(at)?.kind;
    if matches!(mark, Kind::Mark(',' | ':')) {
        at += 1;
    }
    let heading = heading_end(text, tokens, at);
    let is_marked = heading.is_some() || mark == Kind::Mark(':');
    let numbers = heading.unwrap_or(at);
    let token = tokens.get(numbers)?;
    let separated = is_marked || mark == Kind::Mark(',');
    if separated && token.gap < Gap::Break && is_volume(text, tokens, numbers) {
        return Some(numbers_end(text, tokens, numbers + 1, true));
    }
    if !separated || token.gap == Gap::Break || !is_number(text, token, is_marked) {
        return None;
    }
    if !is_marked && year::read(text, tokens, numbers).is_some() {
        return None;
    }
    Some(numbers_end(text, tokens, numbers, is_marked))
}

/// The token after the words that head a locator: `p.`, `Kap.`, `§`.
fn heading_end(text: &str, tokens: &[Token], start: usize) -> Option<usize> {
    let token = tokens.get(start)?;
    let is_heading = match token.kind {
        Kind::Mark(mark) => matches!(mark, '§' | '¶'),
        Kind::Word => {
            let word = lower(token.text(text));
            words::is_label(&word) || words::is_other_locator(&word)
        }
        _ => false,
    };
    if !is_heading || token.gap == Gap::Break {
        return None;
    }
    let dotted = tokens
        .get(start + 1)
        .is_some_and(|next| next.is('.') || next.is('§'));
    Some(start + 1 + usize::from(dotted))
}

/// Whether a volume in Roman numerals stands before a page: `, I 1538`.
fn is_volume(text: &str, tokens: &[Token], at: usize) -> bool {
    let Some([volume, page, ..]) = tokens.get(at..) else {
        return false;
    };
    let numeral = volume.text(text);
    volume.kind == Kind::Word
        && numeral.chars().all(|c| "IVXL".contains(c))
        && page.kind == Kind::Number
        && page.gap == Gap::Space
}

/// Whether the token is a number, a Roman numeral or a letter with digits (`A12`).
///
/// Capital numerals look like names (`LI`, `XI`), so that they count only behind a word or colon.
fn is_number(text: &str, token: &Token, is_marked: bool) -> bool {
    match token.kind {
        Kind::Number => true,
        Kind::Word => {
            let word = token.text(text);
            let is_roman = |numerals: &str| word.chars().all(|c| numerals.contains(c));
            word.contains(|c: char| c.is_ascii_digit())
                || is_roman("ivxlc")
                || (is_marked && is_roman("IVXLC"))
        }
        _ => false,
    }
}

/// The token after `45–47`, `45, 48–50`, `5 f.`, `1:23:45`.
fn numbers_end(text: &str, tokens: &[Token], start: usize, is_marked: bool) -> usize {
    let mut end = start + 1;
    while let (Some(joint), Some(next)) = (tokens.get(end), tokens.get(end + 1)) {
        let close = joint.gap == Gap::None && next.gap == Gap::None;
        let joins = match joint.kind {
            Kind::Dash | Kind::Mark('&') => true,
            Kind::Mark(':' | '.' | '/') => close,
            Kind::Mark(',') => year::read(text, tokens, end + 1).is_none() || (is_marked && close),
            _ => false,
        };
        if !joins || !is_number(text, next, is_marked) {
            break;
        }
        end += 2;
    }
    let follows = |at: usize| {
        tokens.get(at).is_some_and(|token| {
            token.kind == Kind::Word
                && matches!(token.text(text), "f" | "ff" | "sq" | "sqq" | "s" | "ss")
        })
    };
    if follows(end) {
        end += 1;
    }
    // `154ff.)`: the full stop of an abbreviation, not of a sentence.
    let closes = tokens
        .get(end + 1)
        .is_some_and(|next| matches!(next.kind, Kind::Close | Kind::Mark(',' | ';')));
    end + usize::from(closes && tokens[end].is('.'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{citation::token::tokens, span::Span};

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let text = format!("2010{text}");
        let tokens = tokens(&text, Span::new(0, text.len()));
        let end = end(&text, &tokens, 1);
        assert_eq!(&text[4..tokens[end - 1].span.end], expected, "{text}");
    }

    #[test]
    fn locators_end_where_the_next_cite_begins() {
        check(", p. 5; Lee, 2012)", ", p. 5");
        check(": 45–47)", ": 45–47");
        check(", 45–47, 50)", ", 45–47, 50");
        check(", 2012)", "");
        check(", S. 43 f.)", ", S. 43 f.");
        check(": 154ff.)", ": 154ff.");
        check(" § 1990)", " § 1990");
        check(", 1:23:45)", ", 1:23:45");
        check(", pp. 100–1999)", ", pp. 100–1999");
        check(", Lee, 2012)", "");
        check(", xii)", ", xii");
        check(", Li 2012)", "");
        check(": I 1538)", ": I 1538");
        check(", II 45–47; Lee)", ", II 45–47");
    }
}
