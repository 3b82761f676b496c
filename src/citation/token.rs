//! Words, numbers and marks of a stretch of prose.

use crate::span::Span;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Letters, with hyphens and apostrophes inside.
    Word,
    /// Begins with a digit: `2010`, `2010a`, `3rd`.
    Number,
    /// `(` or `[`.
    Open,
    /// `)` or `]`.
    Close,
    /// A quotation mark or apostrophe that stands outside a word.
    Quote,
    /// A hyphen or dash that stands outside a word.
    Dash,
    /// Any other character.
    Mark(char),
}

/// What stands before a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gap {
    /// Nothing.
    None,
    /// White space within the line.
    Space,
    /// The end of a line of running text that was wrapped.
    Wrap,
    /// The end of a short line, an empty line, or a tab: something else begins.
    Break,
}

/// A word, number or mark with its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Token {
    /// Its bytes.
    pub(super) span: Span,
    /// What it is.
    pub(super) kind: Kind,
    /// What stands before it.
    pub(super) gap: Gap,
}

impl Token {
    /// Its text.
    pub(super) fn text<'t>(&self, text: &'t str) -> &'t str {
        self.span.slice(text)
    }

    /// Whether it is this mark.
    pub(super) fn is(&self, mark: char) -> bool {
        self.kind == Kind::Mark(mark)
    }
}

/// A line shorter than this was ended on purpose: no editor wraps below 40 columns.
const SHORTEST_WRAPPED_LINE: usize = 40;

/// Divides a span of the text into tokens.
pub(super) fn tokens(text: &str, span: Span) -> Vec<Token> {
    let slice = span.slice(text);
    let mut tokens = Vec::with_capacity(slice.len() / 5);
    let mut gap = Gap::Break;
    let mut line_start = 0;
    let mut line_has_tab = false;
    let mut position = 0;
    while let Some(c) = slice[position..].chars().next() {
        if c.is_whitespace() || is_invisible(c) {
            let here = if c == '\t' {
                line_has_tab = true;
                Gap::Break
            } else if c == '\n' {
                let length = position - line_start;
                line_start = position + 1;
                // A line with a tab is a row of a table.
                let is_row = std::mem::take(&mut line_has_tab);
                after_line(slice, line_start, if is_row { 0 } else { length }, gap)
            } else if c.is_whitespace() {
                Gap::Space
            } else {
                Gap::None
            };
            gap = gap.max(here);
            position += c.len_utf8();
            continue;
        }
        let (kind, length) = token_at(&slice[position..], c);
        let span = Span::new(position, position + length).shift(span.start);
        tokens.push(Token { span, kind, gap });
        gap = Gap::None;
        position += length;
    }
    tokens
}

/// What a line end means after a line of `length` bytes; the next line begins at `next`.
fn after_line(slice: &str, next: usize, length: usize, gap: Gap) -> Gap {
    let empty_line_follows = matches!(
        slice[next..]
            .trim_start_matches([' ', '\t', '\r'])
            .chars()
            .next(),
        Some('\n') | None
    );
    if empty_line_follows || gap >= Gap::Wrap || length < SHORTEST_WRAPPED_LINE {
        Gap::Break
    } else {
        Gap::Wrap
    }
}

/// Zero-width characters, which divide nothing.
fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{200b}' | '\u{200c}' | '\u{200d}' | '\u{2060}' | '\u{feff}' | '\u{ad}'
    )
}

/// The kind and length of the token that begins with `first`.
fn token_at(rest: &str, first: char) -> (Kind, usize) {
    match first {
        '(' | '[' | '（' | '［' => (Kind::Open, first.len_utf8()),
        ')' | ']' | '）' | '］' => (Kind::Close, first.len_utf8()),
        c if is_dash(c) => (Kind::Dash, c.len_utf8()),
        c if c.is_ascii_digit() => (Kind::Number, number_length(rest)),
        c if c.is_alphanumeric() => (Kind::Word, word_length(rest)),
        c if is_quote(c) => (Kind::Quote, c.len_utf8()),
        c => (Kind::Mark(c), c.len_utf8()),
    }
}

/// The length of a number with the letters that stick to it; `1985apud` lost its blank.
fn number_length(rest: &str) -> usize {
    if rest.get(4..8) == Some("apud") {
        return 4;
    }
    rest.find(|c: char| !c.is_alphanumeric())
        .unwrap_or(rest.len())
}

/// The length of a word; hyphens and apostrophes between letters belong to it, also a hyphen at the end of a line.
fn word_length(rest: &str) -> usize {
    let glued = rest
        .strip_prefix("apud")
        .and_then(|name| name.chars().next());
    if glued.is_some_and(char::is_uppercase) {
        return "apud".len();
    }
    let mut length = 0;
    loop {
        length += letters_length(&rest[length..]);
        let Some(joint) = joint_length(&rest[length..]) else {
            return length;
        };
        length += joint;
    }
}

/// The length of the letters, digits and combining marks at the start.
fn letters_length(rest: &str) -> usize {
    let ascii = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
    if rest.as_bytes().get(ascii).is_none_or(u8::is_ascii) {
        return ascii;
    }
    let others = rest[ascii..].find(|c: char| {
        !(c.is_alphanumeric() || unicode_normalization::char::is_combining_mark(c) || c == '\u{ad}')
    });
    others.map_or(rest.len(), |length| ascii + length)
}

/// The length of what joins two parts of one word: an apostrophe, a hyphen, or a hyphen and a line end before a small letter.
fn joint_length(rest: &str) -> Option<usize> {
    let joint = rest.chars().next()?;
    let after = &rest[joint.len_utf8()..];
    let next = after.chars().next()?;
    let is_joint = matches!(
        joint,
        '\'' | '’' | 'ʼ' | '‘' | '`' | '´' | '-' | '‐' | '‑' | '–'
    );
    if is_joint && next.is_alphabetic() {
        return Some(joint.len_utf8());
    }
    let line_end = after.len() - after.trim_start_matches(['\r', '\n']).len();
    let continues = after[line_end..]
        .chars()
        .next()
        .is_some_and(char::is_lowercase);
    (matches!(joint, '-' | '‐' | '\u{ad}') && (1..=2).contains(&line_end) && continues)
        .then_some(joint.len_utf8() + line_end)
}

/// Whether the character is a hyphen or dash.
pub(super) fn is_dash(c: char) -> bool {
    matches!(c, '-' | '‐' | '‑' | '‒' | '–' | '—' | '―' | '−')
}

/// Whether the character is a quotation mark or apostrophe.
fn is_quote(c: char) -> bool {
    matches!(
        c,
        '"' | '\''
            | '“'
            | '”'
            | '„'
            | '‟'
            | '‘'
            | '’'
            | '‚'
            | '«'
            | '»'
            | '‹'
            | '›'
            | '`'
            | '´'
            | 'ʼ'
    )
}

/// Whether a token may be a word that is given in lower case, by the first letter; letters outside ASCII may be anything.
///
/// Nearly all words are told apart by it.
pub(super) fn begins_like(token: &str, word: &str) -> bool {
    match (token.as_bytes().first(), word.as_bytes().first()) {
        (Some(one), Some(other)) => !one.is_ascii() || one.to_ascii_lowercase() == *other,
        _ => false,
    }
}

/// The first letters of words, a bit each: so most tokens are told apart from all of the words at once.
#[derive(Clone, Copy)]
pub(super) struct FirstLetters(u32);

impl FirstLetters {
    /// Of no word.
    pub(super) const NONE: Self = Self(0);

    /// With the first letter of a word in lower case; words that begin with another than `a` to `z` are never told apart.
    pub(super) const fn with(self, word: &str) -> Self {
        match word.as_bytes() {
            [first @ b'a'..=b'z', ..] => Self(self.0 | 1 << (*first - b'a')),
            _ => self,
        }
    }

    /// Whether a token begins like one of the words.
    pub(super) fn may_begin(self, token: &str) -> bool {
        match token.as_bytes() {
            [first, ..] if first.is_ascii_alphabetic() => {
                self.0 >> (first.to_ascii_lowercase() - b'a') & 1 == 1
            }
            [first, ..] => !first.is_ascii(),
            [] => false,
        }
    }
}

/// Whether a token is a word that is given in lower case.
fn is_word(token: &str, word: &str) -> bool {
    if token.is_ascii() {
        let letters = token.bytes().map(|byte| byte.to_ascii_lowercase());
        letters.eq(word.bytes())
    } else {
        token.chars().flat_map(char::to_lowercase).eq(word.chars())
    }
}

/// The token after these words, if they begin at `start`; a full stop may follow each.
pub(super) fn words_at(
    text: &str,
    tokens: &[Token],
    start: usize,
    words: &[&str],
) -> Option<usize> {
    let mut at = start;
    for (idx, word) in words.iter().enumerate() {
        let token = tokens.get(at)?;
        if !is_word(token.text(text), word) || (idx > 0 && token.gap == Gap::Break) {
            return None;
        }
        at += 1;
        if tokens
            .get(at)
            .is_some_and(|token| token.is('.') && token.gap == Gap::None)
        {
            at += 1;
        }
    }
    Some(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let tokens = tokens(text, Span::new(0, text.len()));
        let found: Vec<_> = tokens.iter().map(|token| token.text(text)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn words_keep_their_hyphens_and_apostrophes() {
        check(
            "O’Brien-Hart's (2010a)",
            &["O’Brien-Hart's", "(", "2010a", ")"],
        );
        check("Lévi–Strauss", &["Lévi–Strauss"]);
        check("James’ 1935–1940", &["James", "’", "1935", "–", "1940"]);
        check("Kauf-\nmann", &["Kauf-\nmann"]);
        check("Mu\u{308}ller", &["Mu\u{308}ller"]);
    }

    #[test]
    fn line_ends_after_running_text_are_wraps() {
        let text = "This line is long enough to have been wrapped\nhere\nnext\n\nlast";
        let gaps: Vec<_> = tokens(text, Span::new(0, text.len()))
            .iter()
            .rev()
            .take(3)
            .map(|token| token.gap)
            .collect();
        assert_eq!(gaps, [Gap::Break, Gap::Break, Gap::Wrap]);
    }
}
