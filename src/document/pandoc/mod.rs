//! The syntax tree that pandoc hands to its filters, as JSON.
//!
//! The tree is read into a [`Document`] like any format, and what stands at a place of the view can be taken out and replaced in the
//! tree. All that is not replaced stays as it came. Source: pandoc-types, `Text.Pandoc.Definition`, versions 1.22 and 1.23 (which
//! has figures, and no empty block); elements that are newer are neither shown nor touched.

mod lists;
mod metadata;
mod reader;
#[cfg(test)]
mod tests;

use serde_json::{Value, json};

use self::lists::{List, Reach};
pub use self::metadata::meta_value;
use super::Document;
use crate::span::Span;

/// A document as pandoc hands it to a filter.
#[derive(Debug, Clone, PartialEq)]
pub struct Tree {
    root: Value,
    document: Document,
    /// The lists of inline elements, in the order of the text.
    inlines: Vec<List>,
    /// The lists of blocks, in the order of the text.
    blocks: Vec<List>,
}

/// Why a text is no tree of pandoc's.
#[derive(Debug, thiserror::Error)]
pub enum TreeError {
    /// It is no JSON, or JSON that is nested deeper than is sound.
    #[error("it is not the JSON of pandoc: {0}")]
    Json(#[from] serde_json::Error),
    /// It is other JSON.
    #[error("it is JSON, but not of pandoc")]
    Other,
    /// An old pandoc wrote it.
    #[error(
        "it is of version {0} of pandoc's API; 1.22 is the oldest that refmend reads (pandoc 2.11)"
    )]
    Version(String),
}

impl Tree {
    /// Reads the JSON of pandoc.
    ///
    /// # Errors
    /// When it is not that, or of a pandoc before 2.11.
    pub fn read(json: &[u8]) -> Result<Self, TreeError> {
        let root: Value = serde_json::from_slice(json)?;
        check_version(&root["pandoc-api-version"])?;
        if !root["blocks"].is_array() || !root["meta"].is_object() {
            return Err(TreeError::Other);
        }
        let read = reader::read(&root);
        Ok(Self {
            root,
            document: read.document,
            inlines: read.inlines,
            blocks: read.blocks,
        })
    }

    /// The text of the document; it holds the spans that the other functions take, also after the tree has been changed.
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// The tree as JSON, in one line.
    pub fn json(&self) -> String {
        format!("{}\n", self.root)
    }

    /// The inline elements of a stretch of the view, without those that hold nothing else; none where it begins or ends within an
    /// element that is no mere text.
    pub fn inlines(&self, span: Span) -> Option<Vec<Value>> {
        self.inlines_in(span, Reach::Inner)
    }

    /// The same with those that hold nothing else.
    pub fn marked_inlines(&self, span: Span) -> Option<Vec<Value>> {
        self.inlines_in(span, Reach::Outer)
    }

    fn inlines_in(&self, span: Span, reach: Reach) -> Option<Vec<Value>> {
        let source = self.document.source_of(span)?;
        let (list, cut) = lists::find(&self.root, &self.inlines, source, reach)?;
        let items = list.of(&self.root)?.get(cut.first..=cut.last)?;
        Some(cut.inner(items))
    }

    /// Puts other inline elements into the place of stretches of the view, of which none meet; for each, whether there was a place
    /// for it.
    pub fn replace_inlines(&mut self, mut edits: Vec<(Span, Vec<Value>)>) {
        // What stands behind an edit keeps its place only until the edit is made.
        edits.sort_by_key(|(span, _)| std::cmp::Reverse(span.start));
        for (span, new) in edits {
            self.replace(span, new);
        }
    }

    fn replace(&mut self, span: Span, new: Vec<Value>) -> Option<()> {
        let source = self.document.source_of(span)?;
        let (list, cut) = lists::find(&self.root, &self.inlines, source, Reach::Inner)?;
        let list = list.of_mut(&mut self.root)?;
        let items = list.get(cut.first..=cut.last)?;
        let new = cut.with_rests(items, new);
        list.splice(cut.first..=cut.last, new);
        Some(())
    }

    /// Whether whole blocks, and nothing else, stand for a stretch of the view.
    pub fn is_of_blocks(&self, span: Span) -> bool {
        self.blocks_of(span).is_some()
    }

    /// Puts other blocks into the place of stretches of the view, of which none meet, and each of which is one of whole blocks.
    /// Inline elements are to be replaced before.
    pub fn replace_blocks(&mut self, mut edits: Vec<(Span, Vec<Value>)>) {
        edits.sort_by_key(|(span, _)| std::cmp::Reverse(span.start));
        for (span, new) in edits {
            let Some((list, cut)) = self.blocks_of(span) else {
                continue;
            };
            let (list, range) = (list.clone(), cut.first..=cut.last);
            if let Some(blocks) = list.of_mut(&mut self.root) {
                blocks.splice(range, new);
            }
        }
    }

    fn blocks_of(&self, span: Span) -> Option<(&List, lists::Cut)> {
        let source = self.document.source_of(span)?;
        let (list, cut) = lists::find(&self.root, &self.blocks, source, Reach::Inner)?;
        cut.is_whole().then_some((list, cut))
    }
}

/// Whether inline elements are text, in whatever type: no notes, pictures, formulas, code, citations, nor what is not known.
pub fn are_text(inlines: &[Value]) -> bool {
    inlines.iter().all(|inline| {
        let within = |list: &Value| list.as_array().is_some_and(|list| are_text(list));
        match inline["t"].as_str().unwrap_or_default() {
            "Str" | "Space" | "SoftBreak" | "LineBreak" => true,
            "Emph" | "Underline" | "Strong" | "Strikeout" | "Superscript" | "Subscript"
            | "SmallCaps" => within(&inline["c"]),
            "Quoted" | "Span" | "Link" => within(&inline["c"][1]),
            _ => false,
        }
    })
}

/// Words as inline elements.
pub fn words(text: &str) -> Vec<Value> {
    let mut inlines = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let blank = rest.len() - rest.trim_start().len();
        if blank > 0 {
            inlines.push(json!({"t": "Space"}));
            rest = &rest[blank..];
        }
        let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
        if end > 0 {
            inlines.push(json!({"t": "Str", "c": &rest[..end]}));
            rest = &rest[end..];
        }
    }
    inlines
}

fn check_version(version: &Value) -> Result<(), TreeError> {
    let numbers: Vec<u64> = version
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_u64)
        .collect();
    match numbers.as_slice() {
        [1, minor, ..] if *minor >= 22 => Ok(()),
        [] => Err(TreeError::Other),
        numbers => {
            let numbers: Vec<String> = numbers.iter().map(u64::to_string).collect();
            Err(TreeError::Version(numbers.join(".")))
        }
    }
}
