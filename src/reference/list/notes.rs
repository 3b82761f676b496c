//! The paragraphs of a text, and the notes at the end of its pages.

use super::{
    furniture::without_furniture,
    lines::{Line, lines},
    text::joined,
};
use crate::span::Span;

/// The paragraphs of a text, each on one line, without page furniture; a line that begins with a number begins one.
pub(in crate::reference) fn paragraphs(text: &str) -> Vec<String> {
    let lines = without_furniture(text, &lines(text, Span::new(0, text.len())));
    let begins =
        |line: &Line| line.gap > 0 || line.opens_page || begins_note(line.span.slice(text));
    let paragraphs = lines.chunk_by(|_, next| !begins(next));
    paragraphs
        .map(|lines| joined(text, lines.iter().map(|line| line.span)))
        .collect()
}

/// Whether a line begins as notes do: `12 See Brandt`, `[3] Lind`, `4. „Brot“`.
fn begins_note(line: &str) -> bool {
    const MOST_DIGITS: usize = 3;
    let number = line.strip_prefix('[').unwrap_or(line);
    let rest = number.trim_start_matches(|c: char| c.is_ascii_digit());
    let n_digits = number.len() - rest.len();
    let rest = rest.trim_start_matches(['.', ')', ']']);
    let is_apart = rest.starts_with(char::is_whitespace);
    let opens = rest
        .trim_start()
        .starts_with(|c: char| c.is_uppercase() || matches!(c, '“' | '„' | '«' | '"' | '‘'));
    (1..=MOST_DIGITS).contains(&n_digits) && is_apart && opens
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_begin_with_a_number() {
        assert!(begins_note("12 See Brandt"));
        assert!(begins_note("[3] “Rye”"));
        assert!(!begins_note("1929 The price"));
        assert!(!begins_note("12 of them"));
        let text = "Bread\nis dear.\n\n1 Brandt, Bread.\n2 Lind,\nRye.\n";
        assert_eq!(
            paragraphs(text),
            ["Bread is dear.", "1 Brandt, Bread.", "2 Lind, Rye."]
        );
    }
}
