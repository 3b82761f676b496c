//! The encodings of simple fonts (ISO 32000-1, annex D).

/// What the codes of a font stand for, where the font does not say otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Encoding {
    /// Adobe's own of 1985, of fonts that name no other.
    Standard,
    /// That of Windows.
    WinAnsi,
    /// That of the Macintosh.
    MacRoman,
    /// Greek letters and signs of the font Symbol.
    Symbol,
}

/// The upper half of [`Encoding::Standard`]: the code, and what it and the codes behind it stand for; a space is a gap.
const STANDARD: [(u8, &str); 7] = [
    (0xa1, "¡¢£⁄¥ƒ§¤'“«‹›ﬁﬂ"),
    (0xb1, "–†‡· ¶•‚„”»…‰ ¿"),
    (0xc1, "`´ˆ˜¯˘˙¨ ˚¸ ˝˛ˇ"),
    (0xd0, "—"),
    (0xe1, "Æ ª"),
    (0xe8, "ŁØŒº"),
    (0xf1, "æ   ı  łøœß"),
];

/// The letters of the font Symbol from `A` to `Z` and from `a` to `z`.
const SYMBOL: [(u8, &str); 2] = [
    (b'A', "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ"),
    (b'a', "αβχδεφγηιϕκλμνοπθρστυϖωξψζ"),
];

impl Encoding {
    /// The encoding that a font names.
    pub(super) fn named(name: &[u8]) -> Option<Self> {
        match name {
            b"StandardEncoding" => Some(Self::Standard),
            b"WinAnsiEncoding" => Some(Self::WinAnsi),
            b"MacRomanEncoding" => Some(Self::MacRoman),
            _ => None,
        }
    }

    /// What a code stands for.
    pub(super) fn letter(self, code: u8) -> Option<char> {
        let letter = match self {
            Self::WinAnsi => decoded(encoding_rs::WINDOWS_1252, code),
            Self::MacRoman => decoded(encoding_rs::MACINTOSH, code),
            Self::Standard => match code {
                b'\'' => Some('’'),
                b'`' => Some('‘'),
                0x20..=0x7e => Some(char::from(code)),
                _ => in_table(&STANDARD, code),
            },
            Self::Symbol => match code {
                0xb7 => Some('•'),
                b'A'..=b'Z' | b'a'..=b'z' => in_table(&SYMBOL, code),
                0x20..=0x7e => Some(char::from(code)),
                _ => None,
            },
        };
        letter.filter(|letter| !letter.is_control())
    }
}

/// The letter of a code page.
fn decoded(encoding: &'static encoding_rs::Encoding, code: u8) -> Option<char> {
    let bytes = [code];
    let (text, _) = encoding.decode_without_bom_handling(&bytes);
    text.chars().next()
}

/// The letter of a table of rows.
fn in_table(table: &[(u8, &str)], code: u8) -> Option<char> {
    let (first, row) = table.iter().rev().find(|(first, _)| *first <= code)?;
    let letter = row.chars().nth(usize::from(code - first))?;
    (letter != ' ').then_some(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_stand_for_letters() {
        let row = |encoding: Encoding, codes: &[u8]| -> String {
            let letters = codes
                .iter()
                .map(|code| encoding.letter(*code).unwrap_or('_'));
            letters.collect()
        };
        let codes = b"A'\x93\xe9\xf1\xfb\x81";
        assert_eq!(row(Encoding::WinAnsi, codes), "A'“éñû_");
        assert_eq!(row(Encoding::MacRoman, codes), "A'ìÈÒ˚Å");
        assert_eq!(row(Encoding::Standard, codes), "A’_Øæß_");
        assert_eq!(row(Encoding::Symbol, b"aW\xb7\xff"), "αΩ•_");
        assert_eq!(row(Encoding::Standard, b"\xae\xb6\xcf\xd0\xe2"), "ﬁ¶ˇ—_");
    }
}
