//! The printed text of a run of words.

use std::ops::Range;

use super::Words;

/// The text of a run of words, with the marks behind it that belong to it, in one line and without markup.
pub(super) fn printed(words: &Words, run: Range<usize>) -> String {
    let (Some(first), Some(last)) = (words.tokens.get(run.start), words.tokens.get(run.end - 1))
    else {
        return String::new();
    };
    let body = words
        .text
        .get(first.span.start..last.span.end)
        .unwrap_or_default();
    let tail = words
        .text
        .get(last.span.end..words.end_of_gap(run.end))
        .unwrap_or_default();
    let length = body.len() + own_marks(body, tail);
    let text = words
        .text
        .get(first.span.start..first.span.start + length)
        .unwrap_or_default();
    without_markup(&one_line(text))
}

/// How many bytes after a value belong to it: closing brackets that it opens, question and exclamation marks.
fn own_marks(body: &str, tail: &str) -> usize {
    let is_open =
        |open: char, close: char| body.matches(open).count() > body.matches(close).count();
    tail.chars()
        .take_while(|mark| match mark {
            ')' => is_open('(', ')'),
            ']' => is_open('[', ']'),
            '?' | '!' => true,
            _ => false,
        })
        .map(char::len_utf8)
        .sum()
}

/// A text with single spaces; a word divided by a hyphen at the end of a line is put together with its hyphen.
pub(super) fn one_line(text: &str) -> String {
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

/// A text without HTML tags.
fn without_markup(text: &str) -> String {
    if !text.contains('<') || !text.contains('>') {
        return text.to_owned();
    }
    let mut output = String::with_capacity(text.len());
    let mut rest = text;
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
        assert_eq!(
            one_line("self-\nhelp and co-\u{ad}op"),
            "self-help and co-op"
        );
        assert_eq!(without_markup("H<sub>2</sub>O < 5"), "H2O < 5");
    }
}
