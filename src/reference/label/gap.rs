//! What stands between two words.

use super::hash::hash_bytes;

/// The number of classes that the transitions between labels depend on.
pub(crate) const GAP_CLASSES: usize = 20;

/// How a gap divides the words at its two sides.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum GapClass {
    /// Before the first word, or marks that no other class is for.
    #[default]
    Unknown,
    /// Nothing at all.
    None,
    /// White space.
    Space,
    /// A full stop and something else.
    StopAndMore,
    /// A colon.
    Colon,
    /// A semicolon.
    Semicolon,
    /// A full stop and a comma.
    StopComma,
    /// A full stop and an opening bracket.
    StopOpening,
    /// A comma and an opening bracket.
    CommaOpening,
    /// An opening bracket.
    Opening,
    /// A closing bracket and a full stop.
    ClosingStop,
    /// A closing bracket and a comma.
    ClosingComma,
    /// A closing bracket and a colon.
    ClosingColon,
    /// A closing bracket.
    Closing,
    /// An opening quotation mark.
    OpeningQuote,
    /// A closing quotation mark.
    ClosingQuote,
    /// The full stop of an initial.
    InitialStop,
    /// A full stop without white space.
    Stop,
    /// A comma.
    Comma,
    /// A dash.
    Dash,
}

impl GapClass {
    /// Whether the gap ends a part of the reference, for all that its marks tell.
    pub(crate) fn divides(self) -> bool {
        !matches!(
            self,
            Self::None | Self::Space | Self::InitialStop | Self::Stop | Self::Dash
        )
    }
}

/// The gap before a word.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Gap {
    /// Tells gaps with different marks apart.
    pub(crate) hash: u64,
    /// How it divides.
    pub(crate) class: GapClass,
}

impl Gap {
    /// One space.
    const SPACE: Self = Self {
        hash: hash_bytes(b" "),
        class: GapClass::Space,
    };

    /// Reads the gap before a word; `after_initial` says that the word before it is an initial.
    pub(crate) fn read(text: &str, after_initial: bool) -> Self {
        if text == " " {
            return Self::SPACE;
        }
        let marks = Marks::read(text);
        Self {
            hash: hash_bytes(marks.as_bytes()),
            class: marks.class(after_initial),
        }
    }
}

/// The first marks of a gap, each a byte: `<` and `>` for curved or angled quotation marks, `-` for all dashes, `~` for what is rare.
#[derive(Default)]
struct Marks {
    bytes: [u8; Self::MOST],
    length: usize,
    /// Which marks there are, a bit each.
    set: u128,
}

impl Marks {
    /// So many marks are looked at.
    const MOST: usize = 5;

    fn read(text: &str) -> Self {
        let mut marks = Self::default();
        let mut after_space = false;
        for character in text.chars() {
            let mark = normal_mark(character);
            if mark != b' ' || !after_space {
                marks.push(mark);
            }
            after_space = mark == b' ';
        }
        marks
    }

    fn push(&mut self, mark: u8) {
        if let Some(place) = self.bytes.get_mut(self.length) {
            *place = mark;
            self.length += 1;
            self.set |= 1 << mark;
        }
    }

    fn as_bytes(&self) -> &[u8] {
        &self.bytes[..self.length]
    }

    fn class(&self, after_initial: bool) -> GapClass {
        let marks = self.as_bytes();
        let has = |mark: u8| self.set >> mark & 1 == 1;
        match marks {
            [] => GapClass::None,
            b" " => GapClass::Space,
            _ if has(b'(') && has(b'.') => GapClass::StopOpening,
            _ if has(b'(') && has(b',') => GapClass::CommaOpening,
            _ if has(b'(') => GapClass::Opening,
            _ if has(b')') && has(b'.') => GapClass::ClosingStop,
            _ if has(b')') && has(b',') => GapClass::ClosingComma,
            _ if has(b')') && has(b':') => GapClass::ClosingColon,
            _ if has(b')') => GapClass::Closing,
            _ if has(b'<') || has(b'`') || marks.ends_with(b"\"") => GapClass::OpeningQuote,
            _ if has(b'>') || has(b'"') => GapClass::ClosingQuote,
            _ if has(b':') => GapClass::Colon,
            _ if has(b';') => GapClass::Semicolon,
            _ if has(b'.') && has(b',') => GapClass::StopComma,
            _ if has(b'.') && after_initial => GapClass::InitialStop,
            b"." => GapClass::Stop,
            _ if has(b'.') => GapClass::StopAndMore,
            _ if has(b',') => GapClass::Comma,
            _ if has(b'-') => GapClass::Dash,
            _ => GapClass::Unknown,
        }
    }
}

/// The byte that stands for a mark.
fn normal_mark(character: char) -> u8 {
    match character {
        ' ' | '\t'..='\r' => b' ',
        c if c.is_ascii() => c as u8,
        '–' | '—' | '‐' | '‑' | '−' => b'-',
        '“' | '„' | '«' | '「' | '『' | '《' | '〈' => b'<',
        '”' | '»' | '」' | '』' | '》' | '〉' => b'>',
        '‟' | '″' => b'"',
        '‘' => b'`',
        '’' => b'\'',
        '（' => b'(',
        '）' => b')',
        '，' | '、' => b',',
        '。' | '．' => b'.',
        '：' => b':',
        '；' => b';',
        c if c.is_whitespace() => b' ',
        _ => b'~',
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: GapClass) {
        assert_eq!(Gap::read(text, false).class, expected, "{text:?}");
    }

    #[test]
    fn gaps_have_classes() {
        check("", GapClass::None);
        check(" \n ", GapClass::Space);
        check(". ", GapClass::StopAndMore);
        check(").", GapClass::ClosingStop);
        check(" (", GapClass::Opening);
        check(" “", GapClass::OpeningQuote);
        check(".” ", GapClass::ClosingQuote);
        check("–", GapClass::Dash);
        check(", ", GapClass::Comma);
        assert_eq!(Gap::read(". ", true).class, GapClass::InitialStop);
    }

    #[test]
    fn dashes_and_quotation_marks_of_one_kind_are_the_same_gap() {
        assert_eq!(Gap::read(" – ", false).hash, Gap::read(" - ", false).hash);
        assert_eq!(Gap::read(", „", false).hash, Gap::read(",  “", false).hash);
        assert_ne!(Gap::read(".", false).hash, Gap::read(",", false).hash);
    }
}
