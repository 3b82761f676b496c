//! Word documents (ECMA-376, `.docx`): the text of body, notes and text boxes as one view, and edits of the view written back.
//!
//! Reading goes over the XML of the parts once and keeps the place of every character. Deleted text, the codes of fields, comments and
//! hidden text are left out. Writing replaces text between tags and nothing else; all other bytes of the file stay.

mod italics;
mod live;
mod parts;
mod properties;
mod reader;
mod style;
mod symbol;
#[cfg(test)]
mod tests;
mod track;
mod write;

use std::collections::HashMap;

pub(super) use self::{live::Trees, properties::with_properties};
use self::{
    parts::Parts,
    reader::{Notes, TextElement, read_part},
    style::Styles,
};
use super::{
    flow::{Flow, flow},
    package::{Package, PackageError},
};

/// The namespaces of the text, in both forms of the standard.
pub(super) const WORD: &[(&str, &str)] = &[
    (
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "w",
    ),
    ("http://purl.oclc.org/ooxml/wordprocessingml/main", "w"),
    (
        "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "m",
    ),
    ("http://purl.oclc.org/ooxml/officeDocument/math", "m"),
    (
        "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "mc",
    ),
];

/// A Word document, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct WordText {
    /// Names and contents of the parts that hold text, by their numbers in the map.
    parts: Vec<(String, String)>,
    /// The view.
    pub(super) flow: Flow<TextElement>,
}

/// Reads a Word document.
///
/// # Errors
/// When the file is none, is damaged, or exceeds the bounds of a package.
pub(super) fn read(package: &Package) -> Result<WordText, PackageError> {
    let names = Parts::find(package)?;
    let styles_text = names.styles.as_deref().map(|name| package.part(name));
    let styles_text = styles_text.transpose()?.unwrap_or_default();
    let styles = match &names.styles {
        Some(name) => Styles::read(name, &styles_text)?,
        None => Styles::default(),
    };
    let mut parts = Vec::new();
    for name in names.notes.into_iter().chain([names.main]) {
        let text = package.part(&name)?;
        parts.push((name, text));
    }
    let mut notes: Notes = HashMap::new();
    let (mut runs, mut paragraphs) = (Vec::new(), Vec::new());
    // The text itself is the last part, so that its notes are known.
    for (number, (name, text)) in parts.iter().enumerate() {
        paragraphs = read_part((number, name, text), &styles, &mut runs, &mut notes)?;
    }
    Ok(WordText {
        flow: flow(paragraphs, runs),
        parts,
    })
}
