//! Numbers that the markup raises: `<sup>1</sup>`, `^1^`, `\textsuperscript{1}`.
//!
//! In the view they are superscript letters, or they would stick to the number or word before them.

/// The superscript letters of a raised number, or of a row or range of numbers; none for other text.
pub(super) fn raised(text: &str) -> Option<String> {
    let begins = text.starts_with(|c: char| c.is_ascii_digit());
    let ends = text.ends_with(|c: char| c.is_ascii_digit());
    let letters = text.chars().map(|c| {
        Some(match c {
            '0' => '⁰',
            '1' => '¹',
            '2' => '²',
            '3' => '³',
            '4'..='9' => char::from_u32('⁴' as u32 + (c as u32 - '4' as u32))?,
            '-' | '–' => '–',
            ',' => ',',
            _ => return None,
        })
    });
    letters
        .collect::<Option<String>>()
        .filter(|_| begins && ends)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_numbers_are_raised() {
        assert_eq!(raised("1").as_deref(), Some("¹"));
        assert_eq!(raised("2,14–19").as_deref(), Some("²,¹⁴–¹⁹"));
        for text in ["", "er", "a", "1,", "-1", "1 2", "n2"] {
            assert_eq!(raised(text), None, "{text}");
        }
    }
}
