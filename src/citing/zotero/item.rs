//! The codes of Zotero's fields: citations and the list, with their works embedded.

use serde_json::{Map, Value, json};

use super::{LiveRequest, locator};
use crate::{
    citing::typed::{Author, Frame, Typed, TypedCite},
    document::Format,
    interchange,
    project::Paper,
    work::{Work, fold::single_spaced},
};

/// The format of citations, by its address.
const SCHEMA: &str =
    "https://github.com/citation-style-language/schema/raw/master/csl-citation.json";

/// The code of a citation that is shown by the bytes of `typed.span`.
pub(super) fn citation(paper: &Paper, typed: &Typed, request: LiveRequest) -> String {
    let text = &paper.document.text;
    let shown = typed.span.slice(text);
    let mut properties = Map::new();
    properties.insert("noteIndex".to_owned(), 0.into());
    if is_plain(shown) {
        properties.insert("plainCitation".to_owned(), shown.into());
    }
    if matches!(typed.frame, Frame::Bare { .. }) {
        // No style writes a citation without brackets or superscript numbers; Zotero keeps the text as typed.
        properties.insert("dontUpdate".to_owned(), true.into());
    }
    let items: Vec<Value> = typed
        .cites
        .iter()
        .map(|cite| item(text, cite, request))
        .collect();
    let id = identifier(&format!("{}{shown}", typed.span.start));
    let citation = json!({
        "citationID": id,
        "properties": properties,
        "citationItems": items,
        "schema": SCHEMA,
    });
    named(paper, format!("ZOTERO_ITEM CSL_CITATION {citation}"))
}

/// The code of the list.
pub(super) fn bibliography(paper: &Paper) -> String {
    let list = json!({"uncited": [], "omitted": [], "custom": []});
    named(paper, format!("ZOTERO_BIBL {list} CSL_BIBLIOGRAPHY"))
}

/// The code as the name of a mark in an OpenDocument text, where no two may have the same: Zotero's plug-in adds `RND` and ten
/// letters.
fn named(paper: &Paper, code: String) -> String {
    match paper.document.format {
        Format::Odt => format!("{code} RND{}", letters(&code, 10)),
        _ => code,
    }
}

/// One work of a citation.
fn item(text: &str, cite: &TypedCite, request: LiveRequest) -> Value {
    let (key, work) = (
        &request.keys[cite.reference],
        &request.works[cite.reference],
    );
    let mut item = Map::new();
    let mut set = |name: &str, value: Value| item.insert(name.to_owned(), value);
    set("id", key.as_str().into());
    set("uris", json!([address(key, work)]));
    set("itemData", interchange::csl(key, work));
    let prefix = single_spaced(cite.prefix.slice(text));
    if !prefix.is_empty() {
        set("prefix", format!("{prefix} ").into());
    }
    let behind = cite.tail.slice(text);
    let suffix = match locator::read(behind) {
        Some(locator) => {
            set("label", locator.label.into());
            set("locator", single_spaced(locator.value).into());
            locator.rest
        }
        None => behind,
    };
    if !suffix.trim().is_empty() {
        set("suffix", suffix.into());
    }
    if cite.author == Author::Hidden {
        set("suppress-author", true.into());
    }
    Value::Object(item)
}

/// The address of a work: none that Zotero could know, so that it takes the work that is embedded; the same in every citation of it.
fn address(key: &str, work: &Work) -> String {
    let work = interchange::csl(key, work).to_string();
    format!("urn:refmend:{}", identifier(&work))
}

/// Whether a program for texts gives the letters of a field as they stand in the view.
fn is_plain(shown: &str) -> bool {
    let changes = |c: char| {
        matches!(c, '\u{2011}' | '\u{ad}' | '¹' | '²' | '³' | '⁰' | '⁴'..='⁹') || c.is_control()
    };
    !shown.contains(changes)
}

/// Eight letters and digits that stand for a text.
pub(super) fn identifier(text: &str) -> String {
    letters(text, 8)
}

/// So many letters and digits that stand for a text, by FNV-1a (64 bits).
fn letters(text: &str, count: usize) -> String {
    const ALPHABET: &[u8; 36] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    let mut hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    // The low bits of neighbours differ little.
    hash ^= hash >> 32;
    let mut letters = String::new();
    for _ in 0..count {
        letters.push(char::from(ALPHABET[(hash % 36) as usize]));
        hash /= 36;
    }
    letters
}
