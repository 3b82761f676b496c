//! Years in a text.

use crate::span::Span;

/// The years that references bear: printing began in Europe after 1450, and nothing is listed much before it comes out.
const YEARS: std::ops::RangeInclusive<u32> = 1450..=2049;

/// All numbers of four digits that may be years.
pub(in crate::reference) fn all(text: &str) -> impl Iterator<Item = Span> {
    let bytes = text.as_bytes();
    let mut position = 0;
    std::iter::from_fn(move || {
        while position < bytes.len() {
            if !bytes[position].is_ascii_digit() {
                position += 1;
                continue;
            }
            let start = position;
            while position < bytes.len() && bytes[position].is_ascii_digit() {
                position += 1;
            }
            if is_year(bytes, start, position) {
                return Some(Span::new(start, position));
            }
        }
        None
    })
}

/// The first year of a text.
pub(in crate::reference) fn first(text: &str) -> Option<Span> {
    all(text).next()
}

/// Whether the run of digits is a year: in range, and no part of a longer number or of a name.
fn is_year(bytes: &[u8], start: usize, end: usize) -> bool {
    let value = || {
        bytes[start..end]
            .iter()
            .fold(0, |value, digit| value * 10 + u32::from(digit - b'0'))
    };
    let stands_alone =
        start == 0 || !(bytes[start - 1].is_ascii_alphabetic() || is_inner(bytes, start - 1));
    end - start == 4 && stands_alone && YEARS.contains(&value())
}

/// Whether a point, comma or slash at this byte stands between digits, as in `10.1999`.
fn is_inner(bytes: &[u8], position: usize) -> bool {
    matches!(bytes[position], b'.' | b',' | b'/')
        && position > 0
        && bytes[position - 1].is_ascii_digit()
        && bytes[position] != b'/'
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<_> = all(text).map(|span| span.slice(text)).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn years_stand_alone() {
        check(
            "(2010a) 1900/1953, 1935–1940",
            &["2010", "1900", "1953", "1935", "1940"],
        );
        check("10.1999, v1999, 12345, 3000, 0999", &[]);
        check("", &[]);
    }
}
