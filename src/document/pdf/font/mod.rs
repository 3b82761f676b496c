//! Fonts: what the codes of a string stand for, and how far each advances.

mod composite;
mod encoding;
mod glyph_name;
mod program;
mod width;

use std::collections::HashMap;

use hayro_cmap::{BfString, CMap};
use hayro_syntax::object::{Array, Dict, Name, Object, Stream};

use self::{composite::Composite, encoding::Encoding, width::Widths};

/// A font of a PDF.
pub(super) enum Font {
    /// One byte a letter: text and advance (in heights) of each.
    Simple(Vec<(String, f32)>),
    /// Several bytes a letter.
    Composite(Box<Composite>),
}

impl Font {
    /// Reads a font dictionary; none if it is none.
    pub(super) fn read(font: &Dict<'_>) -> Option<Self> {
        let stream = font.get::<Stream<'_>>("ToUnicode");
        let data = stream.and_then(|stream| Some(stream.decoded_data().ok()?.into_owned()));
        let to_unicode = data.and_then(|data| CMap::parse(&data, |_| None));
        let kind = font.get::<Name<'_>>("Subtype")?;
        if kind.as_str() == "Type0" {
            let composite = Composite::read(font, to_unicode)?;
            return Some(Self::Composite(Box::new(composite)));
        }
        let descriptor = font.get::<Dict<'_>>("FontDescriptor").unwrap_or_default();
        let letters = Letters::read(font, &descriptor, kind.as_str());
        let widths = Widths::read(font, &descriptor);
        let simple = (0..=u8::MAX).map(|code| {
            let told = to_unicode.as_ref();
            let told = told.and_then(|map| text_of(map, u32::from(code)));
            let text = told.or_else(|| letters.text(code)).unwrap_or_default();
            let width = widths.of(code, text.chars().next());
            (text, width)
        });
        Some(Self::Simple(simple.collect()))
    }

    /// Calls `each` with the text, the advance (in heights of the font) and whether it is a space of one byte, for every code of a
    /// string; the text is empty where it is not known.
    pub(super) fn show(&self, bytes: &[u8], mut each: impl FnMut(&str, f32, bool)) {
        match self {
            Self::Composite(composite) => composite.show(bytes, &mut each),
            Self::Simple(letters) => {
                for byte in bytes {
                    if let Some((text, width)) = letters.get(usize::from(*byte)) {
                        each(text, *width, *byte == b' ');
                    }
                }
            }
        }
    }
}

/// What the codes of a simple font stand for.
struct Letters {
    /// Names of glyphs that differ from the encoding, or that the font program has.
    names: HashMap<u8, String>,
    encoding: Encoding,
}

impl Letters {
    fn read(font: &Dict<'_>, descriptor: &Dict<'_>, kind: &str) -> Self {
        let dictionary = font.get::<Dict<'_>>("Encoding");
        let named = match &dictionary {
            Some(dictionary) => dictionary.get::<Name<'_>>("BaseEncoding"),
            None => font.get::<Name<'_>>("Encoding"),
        };
        let named = named.and_then(|name| Encoding::named(&name));
        let mut names = match named {
            Some(_) => HashMap::new(),
            None => program::names(descriptor),
        };
        let differences = dictionary.and_then(|dictionary| dictionary.get("Differences"));
        if let Some(differences) = differences {
            names.extend(listed_differences(&differences));
        }
        let base = font.get::<Name<'_>>("BaseFont");
        let is_symbol = base.is_some_and(|name| name.as_str().ends_with("Symbol"));
        let default = match kind {
            _ if is_symbol => Encoding::Symbol,
            "TrueType" => Encoding::WinAnsi,
            _ => Encoding::Standard,
        };
        Self {
            names,
            encoding: named.unwrap_or(default),
        }
    }

    fn text(&self, code: u8) -> Option<String> {
        let by_code = || self.encoding.letter(code).map(String::from);
        match self.names.get(&code) {
            Some(name) => glyph_name::text(name).or_else(|| {
                // Fonts made of bitmaps name their glyphs by their codes: `a65`.
                let number = name.trim_start_matches(|c: char| c.is_ascii_alphabetic());
                let is_code = number.parse() == Ok(code) && name.len() - number.len() == 1;
                by_code().filter(|_| is_code && code.is_ascii_graphic())
            }),
            None => by_code(),
        }
    }
}

/// Reads `39 /quotesingle 96 /grave /a`: the name of code 39, that of 96 and of the one behind it.
fn listed_differences(listed: &Array<'_>) -> HashMap<u8, String> {
    let mut names = HashMap::new();
    let mut code: i64 = 0;
    for object in listed.iter::<Object<'_>>() {
        match object {
            Object::Number(number) => code = number.as_i64(),
            Object::Name(name) => {
                if let Ok(code) = u8::try_from(code) {
                    names.insert(code, name.as_str().to_owned());
                }
                code = code.saturating_add(1);
            }
            _ => {}
        }
    }
    names
}

/// What a map of a file says that a code stands for; none if that is no letter.
fn text_of(map: &CMap, code: u32) -> Option<String> {
    let text = match map.lookup_bf_string(code)? {
        BfString::Char(letter) => letter.to_string(),
        BfString::String(text) => text,
    };
    let means = |c: char| !c.is_control() && !is_private(c) && c != '\u{fffd}';
    text.chars().all(means).then_some(text)
}

/// Whether a character is one of those that fonts use as they like.
fn is_private(c: char) -> bool {
    matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..)
}
