//! Fonts whose letters have codes of one to four bytes (ISO 32000-1, 9.7).

use std::collections::HashMap;

use encoding_rs::{BIG5, EUC_JP, EUC_KR, GB18030, SHIFT_JIS};
use hayro_cmap::CMap;
use hayro_syntax::object::{Array, Dict, Name, Object, Stream};

use super::{program, text_of};

/// A font with codes of several bytes.
pub(in crate::document::pdf) struct Composite {
    codes: Codes,
    to_unicode: Option<CMap>,
    /// The letters of the font program, by glyph; only where nothing else tells them.
    letters: HashMap<u16, char>,
    /// The advances in thousandths of the height, by character identifier.
    widths: HashMap<u32, f32>,
    width: f32,
}

/// How codes are cut out of a string, and what they stand for.
enum Codes {
    /// Two bytes, which are the character identifier.
    Identity,
    /// As the file says.
    Listed(Box<CMap>),
    /// In a code page of East Asia.
    Page(&'static encoding_rs::Encoding),
    /// In UTF-16, big end first.
    Utf16,
}

impl Composite {
    /// Reads a font dictionary of type 0.
    pub(super) fn read(font: &Dict<'_>, to_unicode: Option<CMap>) -> Option<Self> {
        let descendants = font.get::<Array<'_>>("DescendantFonts")?;
        let descendant = descendants.iter::<Dict<'_>>().next()?;
        let descriptor = descendant.get::<Dict<'_>>("FontDescriptor");
        let codes = Codes::read(font);
        let needs_letters = to_unicode.is_none() && matches!(codes, Codes::Identity);
        let letters = match descriptor {
            Some(descriptor) if needs_letters => program::letters(&descriptor),
            _ => HashMap::new(),
        };
        Some(Self {
            codes,
            to_unicode,
            letters,
            widths: descendant
                .get::<Array<'_>>("W")
                .map_or_else(HashMap::new, |widths| listed_widths(&widths)),
            width: descendant.get::<f32>("DW").unwrap_or(1000.0),
        })
    }

    /// Calls `each` with text and advance (in heights) of every code of a string; the text is empty where it is not known.
    pub(super) fn show(&self, bytes: &[u8], each: &mut impl FnMut(&str, f32, bool)) {
        let mut rest = bytes;
        while !rest.is_empty() {
            let (code, length) = self.codes.first(rest);
            let (own, behind) = rest.split_at(length.clamp(1, rest.len()));
            let identifier = self.codes.identifier(code, own.len());
            let width = identifier.and_then(|identifier| self.widths.get(&identifier));
            let text = self.text(code, own);
            let is_space = own == b" ";
            each(&text, width.unwrap_or(&self.width) / 1000.0, is_space);
            rest = behind;
        }
    }

    /// The text of a code.
    fn text(&self, code: u32, bytes: &[u8]) -> String {
        if let Some(text) = self.to_unicode.as_ref().and_then(|map| text_of(map, code)) {
            return text;
        }
        let letter = u16::try_from(code)
            .ok()
            .and_then(|glyph| self.letters.get(&glyph));
        letter.map_or_else(|| self.codes.decoded(bytes), char::to_string)
    }
}

impl Codes {
    /// What the dictionary names as the encoding.
    fn read(font: &Dict<'_>) -> Self {
        if let Some(stream) = font.get::<Stream<'_>>("Encoding") {
            let data = stream.decoded_data().ok();
            let map = data.and_then(|data| CMap::parse(&data, |_| None));
            return map.map_or(Self::Identity, |map| Self::Listed(Box::new(map)));
        }
        let name = font.get::<Name<'_>>("Encoding");
        let name = name.as_ref().map_or("", Name::as_str);
        let has = |word: &str| name.contains(word);
        if name.starts_with("Uni") {
            Self::Utf16
        } else if has("RKSJ") {
            Self::Page(SHIFT_JIS)
        } else if has("GB") {
            Self::Page(GB18030)
        } else if has("B5") {
            Self::Page(BIG5)
        } else if has("KSC") {
            Self::Page(EUC_KR)
        } else if name.starts_with("EUC") {
            Self::Page(EUC_JP)
        } else {
            Self::Identity
        }
    }

    /// The first code of a string and its length in bytes.
    fn first(&self, bytes: &[u8]) -> (u32, usize) {
        let code = |length: usize| {
            let digits = bytes.iter().take(length);
            digits.fold(0, |code: u32, byte| code << 8 | u32::from(*byte))
        };
        let length = match self {
            Self::Identity => 2,
            Self::Utf16 => {
                if matches!(bytes[0], 0xd8..=0xdb) {
                    4
                } else {
                    2
                }
            }
            Self::Page(page) => {
                let is_half = *page == SHIFT_JIS && matches!(bytes[0], 0xa0..=0xdf);
                if bytes[0] < 0x81 || is_half { 1 } else { 2 }
            }
            Self::Listed(map) => (1..=4)
                .find(|length| {
                    let length_byte = u8::try_from(*length).unwrap_or(1);
                    map.lookup_cid_code(code(*length), length_byte).is_some()
                })
                .unwrap_or(1),
        };
        (code(length), length)
    }

    /// The number under which the font has the letter.
    fn identifier(&self, code: u32, length: usize) -> Option<u32> {
        match self {
            Self::Identity => Some(code),
            Self::Listed(map) => map.lookup_cid_code(code, u8::try_from(length).ok()?),
            Self::Page(_) | Self::Utf16 => None,
        }
    }

    /// The text of a code, where the encoding is one of letters.
    fn decoded(&self, bytes: &[u8]) -> String {
        let encoding = match self {
            Self::Page(page) => *page,
            Self::Utf16 => encoding_rs::UTF_16BE,
            Self::Identity | Self::Listed(_) => return String::new(),
        };
        let text = encoding.decode_without_bom_handling_and_without_replacement(bytes);
        text.map(std::borrow::Cow::into_owned).unwrap_or_default()
    }
}

/// Reads `10 [500 600] 20 30 700`: the advances from 10 on, and one for all from 20 to 30 (ISO 32000-1, 9.7.4.3).
fn listed_widths(listed: &Array<'_>) -> HashMap<u32, f32> {
    /// Identifiers have two bytes.
    const LAST: u32 = 0xffff;
    let mut widths = HashMap::new();
    let mut objects = listed.iter::<Object<'_>>();
    while let Some(first) = objects.next().and_then(Object::into_i32) {
        let first = u32::try_from(first).unwrap_or(0);
        match objects.next() {
            Some(Object::Array(each)) => {
                let numbers = each.iter::<Object<'_>>().map(Object::into_f32);
                widths.extend((first..=LAST).zip(numbers.map(Option::unwrap_or_default)));
            }
            Some(last) => {
                let last = last.into_i32().and_then(|last| u32::try_from(last).ok());
                let width = objects.next().and_then(Object::into_f32);
                let (Some(last), Some(width)) = (last, width) else {
                    break;
                };
                widths.extend((first..=last.min(LAST)).map(|one| (one, width)));
            }
            None => break,
        }
    }
    widths
}
