//! Numbers that the markup raises: `<sup>1</sup>`, `^1^`, `\textsuperscript{1}`, text in a raised style of a word processor.
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

/// The superscript letters of a stretch of raised text, which word processors cut where they like: `1,` and `2` for `1,2`.
pub(super) fn raised_stretch(text: &str) -> Option<String> {
    let numbers = text.trim_end_matches([',', '-', '–', ' ']);
    let letters = raised(&numbers.replace(", ", ","))?;
    Some(letters + &text[numbers.len()..])
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

    #[test]
    fn stretches_may_end_before_the_row_does() {
        assert_eq!(raised_stretch("1,").as_deref(), Some("¹,"));
        assert_eq!(raised_stretch("2, 14–").as_deref(), Some("²,¹⁴–"));
        for text in ["", ",", "th", "-3", "a, b"] {
            assert_eq!(raised_stretch(text), None, "{text}");
        }
    }
}
