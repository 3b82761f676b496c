//! Bytes to text and back, without a loss.

use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1252};

/// How a file's bytes are decoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8; a byte-order mark stays in the text as U+FEFF.
    Utf8,
    /// UTF-16, little end first, with a byte-order mark.
    Utf16Le,
    /// UTF-16, big end first, with a byte-order mark.
    Utf16Be,
    /// Windows-1252, which holds Latin-1 (WHATWG Encoding Standard).
    Windows1252,
}

/// The bytes are no text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a text file (byte {offset} is {byte:#04x})")]
pub struct NotText {
    /// The first byte that no text has.
    pub offset: usize,
    /// Its value.
    pub byte: u8,
}

/// A character that the encoding of the file does not have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the file's encoding ({encoding:?}) has no '{character}'")]
pub struct NotEncodable {
    /// The character.
    pub character: char,
    /// The encoding of the file.
    pub encoding: Encoding,
}

/// Decodes a file: by its byte-order mark, else as UTF-8, else as Windows-1252.
///
/// # Errors
/// Only for bytes that are no text in any encoding known here.
pub fn decode(bytes: &[u8]) -> Result<(String, Encoding), NotText> {
    match bytes {
        [0xff, 0xfe, ..] => return decode_utf16(bytes, Encoding::Utf16Le),
        [0xfe, 0xff, ..] => return decode_utf16(bytes, Encoding::Utf16Be),
        _ => {}
    }
    if let Some(not_text) = first_control(bytes) {
        return Err(not_text);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok((text.to_owned(), Encoding::Utf8)),
        Err(_) => Ok((
            WINDOWS_1252
                .decode_without_bom_handling(bytes)
                .0
                .into_owned(),
            Encoding::Windows1252,
        )),
    }
}

/// How many bytes of text make up for one control character: old .bib files hold a few that a program left behind.
const TEXT_PER_CONTROL: usize = 1_000;

/// The byte that shows that a file is no text: a zero byte, or the first of more control characters than a text has by accident.
///
/// Tab, line feed, form feed, carriage return and the few that word processors leave behind (vertical tab, escape) do not count.
fn first_control(bytes: &[u8]) -> Option<NotText> {
    let is_control = |byte: u8| {
        byte < 0x20
            && !matches!(
                byte,
                b'\t' | b'\n' | 0x0b | 0x0c | b'\r' | 0x1b | 0x1e | 0x1f
            )
    };
    let mut controls = (0..bytes.len()).filter(|offset| is_control(bytes[*offset]));
    let first = controls.next()?;
    let rest: Vec<usize> = controls.collect();
    let zero = std::iter::once(&first)
        .chain(&rest)
        .find(|offset| bytes[**offset] == 0);
    let too_many = (rest.len() + 1) * TEXT_PER_CONTROL > bytes.len();
    let offset = zero.copied().or(too_many.then_some(first))?;
    Some(NotText {
        offset,
        byte: bytes[offset],
    })
}

/// Decodes UTF-16 whole; a half pair or an odd byte at the end means that it is none.
fn decode_utf16(bytes: &[u8], encoding: Encoding) -> Result<(String, Encoding), NotText> {
    let decoder = if encoding == Encoding::Utf16Le {
        UTF_16LE
    } else {
        UTF_16BE
    };
    match decoder.decode_without_bom_handling_and_without_replacement(bytes) {
        Some(text) if !text.contains('\0') => Ok((text.into_owned(), encoding)),
        _ => Err(NotText {
            offset: 0,
            byte: bytes[0],
        }),
    }
}

impl Encoding {
    /// Encodes a text again; the inverse of reading the file.
    ///
    /// # Errors
    /// When an edit brought in a character that the file's encoding does not have.
    pub fn encode(self, text: &str) -> Result<Vec<u8>, NotEncodable> {
        match self {
            Self::Utf8 => Ok(text.as_bytes().to_vec()),
            Self::Utf16Le => Ok(text.encode_utf16().flat_map(u16::to_le_bytes).collect()),
            Self::Utf16Be => Ok(text.encode_utf16().flat_map(u16::to_be_bytes).collect()),
            Self::Windows1252 => self.encode_windows_1252(text),
        }
    }

    fn encode_windows_1252(self, text: &str) -> Result<Vec<u8>, NotEncodable> {
        let mut buffer = [0; 4];
        let mut output = Vec::with_capacity(text.len());
        for character in text.chars() {
            let (bytes, _, unmappable) = WINDOWS_1252.encode(character.encode_utf8(&mut buffer));
            if unmappable {
                return Err(NotEncodable {
                    character,
                    encoding: self,
                });
            }
            output.extend_from_slice(&bytes);
        }
        Ok(output)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn round_trip(bytes: &[u8]) -> (String, Encoding) {
        let (text, encoding) = decode(bytes).expect("the bytes are text");
        assert_eq!(encoding.encode(&text).as_deref(), Ok(bytes));
        (text, encoding)
    }

    #[test]
    fn a_stray_control_character_makes_no_binary_file() {
        let text = "The price of bread.\n".repeat(100);
        round_trip(format!("{text}\u{1a}").as_bytes());
        let not_text = |bytes: &[u8]| decode(bytes).expect_err("the bytes are no text").offset;
        assert_eq!(
            not_text(format!("{text}\u{1}\u{2}\u{3}").as_bytes()),
            text.len()
        );
        assert_eq!(
            not_text(format!("{text}\u{1}\0").as_bytes()),
            text.len() + 1
        );
        assert_eq!(not_text(b"a\x02"), 1);
    }

    #[test]
    fn every_encoding_comes_back_byte_for_byte() {
        assert_eq!(round_trip("née\r\n".as_bytes()).1, Encoding::Utf8);
        assert_eq!(round_trip(b"\xef\xbb\xbfa").0, "\u{feff}a");
        assert_eq!(round_trip(b"\xff\xfeM\0\xe9\0").0, "\u{feff}Mé");
        assert_eq!(round_trip(b"\xfe\xff\0M\0\xe9").0, "\u{feff}Mé");
        assert_eq!(
            round_trip(b"M\xe9rida \x932019\x94"),
            ("Mérida “2019”".to_owned(), Encoding::Windows1252)
        );
    }

    #[test]
    fn all_single_bytes_of_windows_1252_come_back() {
        let bytes: Vec<u8> = (0x80..=0xff).chain([b'a']).collect();
        round_trip(&bytes);
    }

    #[test]
    fn binary_files_are_refused_with_the_place() {
        assert_eq!(decode(b"PK\x03\x04"), Err(NotText { offset: 2, byte: 3 }));
        assert!(decode(b"\xff\xfea").is_err());
    }

    #[test]
    fn a_character_that_the_encoding_lacks_is_an_error() {
        assert!(Encoding::Windows1252.encode("Łódź").is_err());
    }
}
