//! The text of a reference on one line.

use crate::{
    document::{is_broken_address, is_hung},
    span::Span,
};

/// Joins the lines of a reference: one space for a line break and the white space around it, none after a hyphen.
///
/// A hyphen between two small letters was set by the line break and goes (`desa-` `busées`), unless the next word shows that it
/// was hung on purpose (`ein- und mehrsprachig`). All other hyphens stay: `171-` `202`, `Smith-` `Jones`.
pub(in crate::reference) fn joined(text: &str, lines: impl Iterator<Item = Span>) -> String {
    let mut output = String::new();
    for span in lines {
        let line = span.slice(text);
        if ends_hyphenated(&output) {
            if is_hung(line) {
                output.push(' ');
            } else if line.starts_with(char::is_lowercase) {
                output.pop();
            }
        } else if !output.is_empty() && !is_broken_address(&output, line) {
            output.push(' ');
        }
        output.push_str(line);
    }
    output
}

/// The first bytes of a text, cut where a character ends; what looks no farther than this takes no longer in a longer line.
pub(super) fn head(text: &str, n_bytes: usize) -> &str {
    let mut end = n_bytes.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// Whether a text ends with a hyphen in a word or a number.
fn ends_hyphenated(text: &str) -> bool {
    let Some(stem) = text.strip_suffix(['-', '‐', '\u{ad}', '–']) else {
        return false;
    };
    let is_digit = stem.ends_with(|c: char| c.is_ascii_digit());
    is_digit || !text.ends_with('–') && stem.ends_with(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(lines: &str, expected: &str) {
        let mut start = 0;
        let spans = lines.split('\n').map(|line| {
            let span = Span::new(start, start + line.len());
            start += line.len() + 1;
            span
        });
        assert_eq!(joined(lines, spans), expected, "{lines:?}");
    }

    #[test]
    fn the_head_ends_with_a_whole_character() {
        assert_eq!(head("Müller", 2), "M");
        assert_eq!(head("Müller", 3), "Mü");
        assert_eq!(head("Müller", 99), "Müller");
        assert_eq!(head("", 3), "");
    }

    #[test]
    fn lines_are_joined_as_they_were_broken() {
        check("A history\nof lists", "A history of lists");
        check("Les bulles desa-\nbusées", "Les bulles desabusées");
        check("0022-\n3085, 171–\n202", "0022-3085, 171–202");
        check("Smith-\nJones", "Smith-Jones");
        check("ein-\nund mehrsprachig", "ein- und mehrsprachig");
        check("https://example.org/\npath", "https://example.org/path");
        check(
            "https://example.org.\nAccessed",
            "https://example.org. Accessed",
        );
    }
}
