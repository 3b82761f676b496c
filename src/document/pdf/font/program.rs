//! What the program of a font itself says of its letters, where the PDF around it does not.

use std::collections::HashMap;

use hayro_syntax::object::{Dict, Stream};
use ttf_parser::{Face, GlyphId, cff};

/// More bytes of a font of Type 1 than its readable head has.
const HEAD: usize = 1 << 16;

/// The names of glyphs by code, as the font program has them; empty if it tells none.
pub(super) fn names(descriptor: &Dict<'_>) -> HashMap<u8, String> {
    if let Some(program) = bytes(descriptor, "FontFile") {
        return type1_names(&program);
    }
    bytes(descriptor, "FontFile3").map_or_else(HashMap::new, |program| cff_names(&program))
}

/// The letters by glyph, as a TrueType or OpenType font has them; empty if it tells none.
pub(super) fn letters(descriptor: &Dict<'_>) -> HashMap<u16, char> {
    let mut letters = HashMap::new();
    let program = bytes(descriptor, "FontFile2").or_else(|| bytes(descriptor, "FontFile3"));
    let Some(program) = program else {
        return letters;
    };
    let Some(cmap) = Face::parse(&program, 0)
        .ok()
        .and_then(|face| face.tables().cmap)
    else {
        return letters;
    };
    for table in cmap
        .subtables
        .into_iter()
        .filter(ttf_parser::cmap::Subtable::is_unicode)
    {
        table.codepoints(|code| {
            let glyph = table.glyph_index(code);
            if let (Some(GlyphId(glyph)), Some(letter)) = (glyph, char::from_u32(code)) {
                letters.entry(glyph).or_insert(letter);
            }
        });
    }
    letters
}

/// The unpacked program under this key.
fn bytes(descriptor: &Dict<'_>, key: &str) -> Option<Vec<u8>> {
    let stream = descriptor.get::<Stream<'_>>(key)?;
    Some(stream.decoded_data().ok()?.into_owned())
}

/// Reads `dup 65 /A put` in the head of a font of Type 1 (Adobe Type 1 Font Format, 2.2).
fn type1_names(program: &[u8]) -> HashMap<u8, String> {
    let head = String::from_utf8_lossy(&program[..program.len().min(HEAD)]);
    let Some((_, array)) = head.split_once("/Encoding") else {
        return HashMap::new();
    };
    let array = array.split(" def").next().unwrap_or(array);
    let words: Vec<&str> = array.split_ascii_whitespace().collect();
    let named = words.windows(4).filter_map(|words| match words {
        ["dup", code, name, "put"] => {
            Some((code.parse().ok()?, name.strip_prefix('/')?.to_owned()))
        }
        _ => None,
    });
    named.collect()
}

/// The names that a font of the Compact Font Format gives its codes.
fn cff_names(program: &[u8]) -> HashMap<u8, String> {
    let Some(table) = cff::Table::parse(program) else {
        return HashMap::new();
    };
    let named = (0..=u8::MAX).filter_map(|code| {
        let name = table.glyph_name(table.glyph_index(code)?)?;
        (name != ".notdef").then(|| (code, name.to_owned()))
    });
    named.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_head_of_a_type_1_font_names_its_codes() {
        let head = b"%!PS-AdobeFont-1.0: CMR10\n/FontMatrix [0.001 0 0 0.001 0 0 ]readonly def\n\
            /Encoding 256 array\n0 1 255 {1 index exch /.notdef put} for\ndup 11 /ff put\ndup 65 /A put\n\
            readonly def\ndup 66 /B put\neexec\x80\xff";
        let names = type1_names(head);
        assert_eq!(names.get(&11).map(String::as_str), Some("ff"));
        assert_eq!(names.get(&65).map(String::as_str), Some("A"));
        assert_eq!(names.len(), 2);
        assert!(type1_names(b"/Encoding StandardEncoding def").is_empty());
        assert!(cff_names(b"\x01\x00\x04\x01no font").is_empty());
    }
}
