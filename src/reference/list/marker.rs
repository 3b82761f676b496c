//! What stands before the first word of a reference: a number, a bullet, a label in brackets.

use super::{
    opening::{Opening, opening},
    text::head,
    words::is_access_word,
};

/// The mark before a reference.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::reference) enum Marker {
    /// None.
    None,
    /// `12.`, `[12]`, `(12)`, `12)` or a bare `12`.
    Number(u32),
    /// `•`, `-`, `*` …
    Bullet,
    /// `[Bosch 2005]`
    Label,
}

impl Marker {
    /// The number, where it is one.
    pub(super) fn number(self) -> Option<u32> {
        match self {
            Self::Number(number) => Some(number),
            _ => None,
        }
    }
}

/// The longest label in brackets: a name or two with a year (bytes).
const LONGEST_LABEL: usize = 60;

/// Reads the mark at the start of a line; the second value is its length with the white space behind it.
pub(in crate::reference) fn marker(line: &str) -> (Marker, usize) {
    let (marker, length) = number(line)
        .or_else(|| label(line))
        .or_else(|| bullet(line))
        .unwrap_or((Marker::None, 0));
    let rest = &line[length..];
    (marker, line.len() - rest.trim_start().len())
}

/// A number of at most four digits with what makes it a mark.
fn number(line: &str) -> Option<(Marker, usize)> {
    let inner = line
        .strip_prefix("\\[")
        .or_else(|| line.strip_prefix(['[', '(']));
    let digits = inner.unwrap_or(line);
    let n_digits = digits.bytes().take_while(u8::is_ascii_digit).count();
    if !(1..=4).contains(&n_digits) {
        return None;
    }
    let value = digits[..n_digits].parse().ok()?;
    let rest = &digits[n_digits..];
    let closed = if inner.is_some() {
        rest.strip_prefix("\\]")
            .or_else(|| rest.strip_prefix([']', ')']))?
    } else {
        bare_number_end(rest)?
    };
    Some((Marker::Number(value), line.len() - closed.len()))
}

/// What follows a number without brackets, if that makes it a mark: `.` or `)` and white space, or an author.
fn bare_number_end(rest: &str) -> Option<&str> {
    if let Some(after) = rest
        .strip_prefix(".)")
        .or_else(|| rest.strip_prefix(['.', ')']))
    {
        let is_apart = after.starts_with(char::is_whitespace)
            || after.is_empty()
            || after.starts_with(char::is_uppercase);
        return is_apart.then_some(after);
    }
    let after = rest.trim_start();
    let is_mark = after.len() < rest.len() && opening(after).is_author();
    (is_mark || rest.starts_with('\t')).then_some(rest)
}

/// A label in brackets: a word with a digit behind it somewhere, `[Bosch 2005]`, `[ABC+05]`.
fn label(line: &str) -> Option<(Marker, usize)> {
    let inner = line.strip_prefix('[')?;
    let end = head(inner, LONGEST_LABEL).find(']')?;
    let label = &inner[..end];
    let first = label
        .split(|c: char| !c.is_alphabetic())
        .next()
        .unwrap_or_default();
    let is_label = label.starts_with(char::is_alphabetic)
        && !is_access_word(first)
        && label
            .trim_end_matches(|c: char| c.is_ascii_lowercase())
            .ends_with(|c: char| c.is_ascii_digit());
    is_label.then_some((Marker::Label, end + 2))
}

/// A bullet with white space behind it; a dash only where no repeated author is meant.
fn bullet(line: &str) -> Option<(Marker, usize)> {
    let sign = line.chars().next()?;
    let after = &line[sign.len_utf8()..];
    let is_bullet = match sign {
        '•' | '·' | '‣' | '▪' | '▫' | '◦' | '●' | '○' | '■' | '□' | '➢' | '➤' | '✓'
        | '\u{f0b7}' | '\u{f0a7}' => true,
        '*' | '+' | '-' | '–' => after.starts_with(char::is_whitespace),
        '—' => after.starts_with(' ') && begins_with_author(after.trim_start()),
        _ => false,
    };
    is_bullet.then_some((Marker::Bullet, sign.len_utf8()))
}

fn begins_with_author(text: &str) -> bool {
    matches!(
        opening(text),
        Opening::FamilyInitial | Opening::FamilyGiven | Opening::FamilyInitials
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_read_with_the_space_behind_them() {
        let cases = [
            ("1. Smith, J.", Marker::Number(1), 3),
            ("[12] Smith", Marker::Number(12), 5),
            ("\\[12\\] Smith", Marker::Number(12), 7),
            ("(3)\tSmith", Marker::Number(3), 4),
            ("7) Smith", Marker::Number(7), 3),
            ("12 Smith J, Jones B", Marker::Number(12), 3),
            ("12 of the series", Marker::None, 0),
            ("113–160, 1998.", Marker::None, 0),
            ("12.5 per cent", Marker::None, 0),
            ("[Bosch 2005] Bosch", Marker::Label, 13),
            ("[ABC+05] Adams", Marker::Label, 9),
            ("[In Russian]", Marker::None, 0),
            ("[accessed 5 May 2010]", Marker::None, 0),
            ("• Smith", Marker::Bullet, 4),
            ("- Smith", Marker::Bullet, 2),
            ("— Smith, J. (2001)", Marker::Bullet, 4),
            ("— (2001)", Marker::None, 0),
            ("———. 2001", Marker::None, 0),
            ("", Marker::None, 0),
        ];
        for (line, marked, length) in cases {
            assert_eq!(marker(line), (marked, length), "{line}");
        }
    }
}
