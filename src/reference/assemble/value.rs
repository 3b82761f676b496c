//! The printed text of a run of words.

use std::ops::Range;

use super::{Label, Words};

/// The text of a run of words, with the marks behind it that belong to it, in one line and without markup.
pub(super) fn printed(words: &Words, run: Range<usize>) -> String {
    let (Some(first), Some(last)) = (words.tokens.get(run.start), words.tokens.get(run.end - 1))
    else {
        return String::new();
    };
    let text = |range: Range<usize>| words.text.get(range).unwrap_or_default();
    let bare = text(first.span.start..last.span.end);
    let start = first.span.start - own_quote(words.gap(run.start), bare);
    let body = text(start..last.span.end);
    let tail = text(last.span.end..words.end_of_gap(run.end));
    let end = last.span.end + own_marks(body, tail);
    without_markup(one_line(text(start..end)))
}

/// How many bytes before a value belong to it: a quotation mark that it closes.
fn own_quote(lead: &str, body: &str) -> usize {
    let Some(mark) = lead.chars().next_back() else {
        return 0;
    };
    let is_own = match mark {
        '“' => is_open(body, '”', '“'),
        '„' => is_open(body, '“', '„'),
        '«' => is_open(body, '»', '«'),
        '"' => body.matches('"').count() % 2 == 1,
        _ => false,
    };
    if is_own { mark.len_utf8() } else { 0 }
}

/// How many bytes after a value belong to it: brackets and quotation marks that it opens, question and exclamation marks, which
/// French sets apart, and the full stop of an acronym.
fn own_marks(body: &str, tail: &str) -> usize {
    if tail.starts_with('.') && ends_with_acronym(body) {
        return 1;
    }
    let is_own = |mark: char| match mark {
        ')' => is_open(body, '(', ')'),
        ']' => is_open(body, '[', ']'),
        '”' => is_open(body, '“', '”'),
        '“' => is_open(body, '„', '“'),
        '»' => is_open(body, '«', '»'),
        '"' => body.matches('"').count() % 2 == 1,
        '?' | '!' => true,
        _ => false,
    };
    let mut end = 0;
    for (start, mark) in tail.char_indices() {
        if is_own(mark) {
            end = start + mark.len_utf8();
        } else if !mark.is_whitespace() {
            break;
        }
    }
    end
}

/// Whether a text opens a bracket or quotation mark that it does not close.
fn is_open(text: &str, open: char, close: char) -> bool {
    text.matches(open).count() > text.matches(close).count()
}

/// Whether the last word of a text has full stops between its letters: `U.S`, `México, D.F`.
fn ends_with_acronym(body: &str) -> bool {
    let last = body.rsplit(char::is_whitespace).next().unwrap_or_default();
    let mut parts = last.split('.');
    let is_short = |part: &str| (1..=2).contains(&part.chars().count());
    last.contains('.') && parts.all(|part| is_short(part) && part.chars().all(char::is_alphabetic))
}

/// Whether the full stop behind a value is that of an abbreviation at its end: `Bell Syst. Tech. J.`, `Harvard Univ., Cambridge`.
///
/// Before another mark it is certain; elsewhere other abbreviations tell it from the end of a sentence.
pub(super) fn ends_abbreviated(words: &Words, run: &Range<usize>) -> bool {
    const LONGEST: usize = 4;
    let tail = words.gap(run.end);
    if !tail.starts_with('.') || run.is_empty() {
        return false;
    }
    let is_before_mark = tail[1..].starts_with([',', ';', ':']);
    let last = words.printed(run.end - 1);
    // The initials of a publisher are no sign: `C. H. Beck.`
    let least = if words.labels[run.start] == Label::Publisher {
        2
    } else {
        1
    };
    let is_abbreviation =
        |idx: usize| words.gap(idx) == ". " && words.printed(idx - 1).chars().count() >= least;
    let has_others = (run.start + 1..run.end).any(is_abbreviation);
    is_before_mark || has_others && last.chars().count() <= LONGEST && !last.ends_with('.')
}

/// A text with single spaces; a word divided by a hyphen at the end of a line is put together with its hyphen.
pub(super) fn one_line(text: &str) -> String {
    if is_one_line(text) {
        return text.to_owned();
    }
    let mut output = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| !c.is_whitespace()) {
        let space = &rest[..start];
        let after_hyphen = space.contains('\n') && output.ends_with(['-', '‐']);
        if !output.is_empty() && !after_hyphen {
            output.push(' ');
        }
        rest = &rest[start..];
        let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
        output.extend(rest[..end].chars().filter(|c| *c != '\u{ad}'));
        rest = &rest[end..];
    }
    output
}

/// Whether a text is ASCII with single spaces, as most are.
fn is_one_line(text: &str) -> bool {
    let mut after_space = true;
    for byte in text.bytes() {
        let is_space = byte == b' ';
        if is_space && after_space || !(b' '..=b'~').contains(&byte) {
            return false;
        }
        after_space = is_space;
    }
    !after_space
}

/// A text without HTML tags.
fn without_markup(text: String) -> String {
    if !text.contains('<') || !text.contains('>') {
        return text;
    }
    let mut output = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(start) = rest.find('<') {
        output.push_str(&rest[..start]);
        rest = &rest[start..];
        let Some(end) = rest.find('>') else { break };
        rest = &rest[end + 1..];
    }
    output.push_str(rest);
    output
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_become_one() {
        assert_eq!(one_line("a\n  b c"), "a b c");
        assert_eq!(one_line(" a  b "), "a b");
        assert_eq!(one_line("a b"), "a b");
        assert_eq!(one_line(" "), "");
        assert_eq!(
            one_line("self-\nhelp and co-\u{ad}op"),
            "self-help and co-op"
        );
        assert_eq!(own_marks("Die \"Krise", "\", in:"), 1);
        assert_eq!(own_marks("Qui ", "? »,"), 1);
        assert_eq!(own_marks("Krise", "\", in:"), 0);
        assert_eq!(own_marks("México, D.F", ".: Grijalbo"), 1);
        assert_eq!(own_marks("Berlin", ". In"), 0);
        assert_eq!(own_quote(" „", "Brot“ und „Salz“"), 3);
        assert_eq!(own_quote(" „", "Brot und „Salz“"), 0);
        assert_eq!(own_quote(" \"", "Bread\" and salt"), 1);
        assert_eq!(without_markup("H<sub>2</sub>O < 5".to_owned()), "H2O < 5");
    }
}
