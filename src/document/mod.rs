//! A paper as text: one file or folder a format.
//!
//! Every format gives a [`Document`]: the text view that all spans refer to, where in it the prose is, and the [`Map`] that leads
//! back to the file. For plain text the view is the file itself, decoded, with its byte-order mark and line ends. For the other
//! formats it is what a reader of the paper sees: markup marks are gone, `{\'e}` and `&eacute;` are `é`, a paragraph, a heading, a
//! list item, a row of a table is one line with a blank line behind it, a tab stands between two cells, and a footnote is a paragraph
//! behind the one that calls it.
//!
//! What is to be read but is no prose stays in the view and out of [`Document::prose`]: code and formulas within a sentence,
//! addresses, citations by key. What is not to be read at all is hidden: comments, code blocks, displayed formulas, front matter,
//! macro definitions.

mod address;
mod docx;
mod edited;
mod encoding;
mod faithful;
mod flow;
mod format;
mod html;
mod hunk;
mod hyphen;
mod joined;
mod keyed;
mod latex;
mod layout;
mod live;
mod map;
mod markdown;
mod markup;
mod moved;
mod odt;
mod office;
mod package;
pub mod pandoc;
mod pdf;
mod plain;
mod raised;
mod revision;
mod rewritten;
mod scan;
#[cfg(test)]
pub(crate) mod testing;
mod typst;
mod view;

use self::view::View;
pub(crate) use self::{address::is_broken_address, hyphen::is_hung};
pub use self::{
    edited::{Edited, Refused},
    encoding::{Encoding, NotEncodable, NotText, decode},
    format::Format,
    joined::{JoinedFile, Stretch},
    keyed::{KeyedCitation, ListedKey, NamedFile},
    layout::{Field, FieldKind, Layout, Manager},
    live::{NewField, Property},
    map::{AcrossMarkup, Map, Piece, Refusal, SourceEdit},
    office::{EditedFile, Office},
    package::{OtherFile, PackageError, is_of_word_processor},
    pdf::{PdfError, THREAD as PDF_THREAD},
    revision::Revision,
    rewritten::Rewritten,
};
use crate::span::Span;

/// A paper, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// How the file is written.
    pub format: Format,
    /// The text view that all spans refer to.
    pub text: String,
    /// The parts of the text that are prose, in order.
    pub prose: Vec<Span>,
    /// The citations by key, in the order of the view.
    pub keyed: Vec<KeyedCitation>,
    /// The references of a typed list that carry a key, in the order of the view: `\bibitem{key}`.
    pub listed: Vec<ListedKey>,
    /// The .bib files that the document names.
    pub bibliographies: Vec<NamedFile>,
    /// The files that the document takes in at a place: `\input{chapter}`. Reading them is for the caller.
    pub includes: Vec<NamedFile>,
    /// The way back to the file.
    pub map: Map,
    origin: Origin,
}

/// What a document was read from.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Origin {
    /// The view is the file.
    View,
    /// A text with markup.
    Text(String),
    /// A file of a word processor.
    Package(Box<Office>),
    /// A PDF, of which the view is all that is kept; where in it each page begins.
    Pages(Vec<usize>),
}

impl Document {
    /// Reads a text in one of the text formats; those that are no text (Word, `OpenDocument`, PDF) are read as plain text.
    pub fn read(source: String, format: Format) -> Self {
        match format {
            Format::Markdown => markdown::document(source),
            Format::Latex => latex::document(source),
            Format::Typst => typst::document(source),
            Format::Html => html::document(source),
            Format::Plain | Format::Docx | Format::Odt | Format::Pdf => plain::document(source),
        }
    }

    /// Reads a Word document or an OpenDocument text; which of the two it is, is told from its contents.
    ///
    /// # Errors
    /// When it is neither, needs a password, is damaged, or would unpack to more than is sound.
    pub fn read_package(bytes: Vec<u8>) -> Result<Self, PackageError> {
        let office = Office::read(bytes)?;
        Ok(Self {
            format: office.format(),
            text: office.text().to_owned(),
            prose: office.prose().to_vec(),
            keyed: Vec::new(),
            listed: Vec::new(),
            bibliographies: Vec::new(),
            includes: Vec::new(),
            map: office.map().clone(),
            origin: Origin::Package(Box::new(office)),
        })
    }

    /// Reads a PDF.
    ///
    /// # Errors
    /// When it is none, needs a password, is damaged, has no text, or would take more memory or time than is sound.
    pub fn read_pdf(bytes: &[u8]) -> Result<Self, PdfError> {
        pdf::document(bytes)
    }

    /// Reads a plain text.
    pub fn plain(text: String) -> Self {
        Self::read(text, Format::Plain)
    }

    /// The bytes of the file, if it is one of a word processor.
    pub fn package(&self) -> Option<&[u8]> {
        match &self.origin {
            Origin::Package(office) => Some(office.bytes()),
            _ => None,
        }
    }

    /// The file of a word processor; none for other formats.
    pub fn office(&self) -> Option<&Office> {
        match &self.origin {
            Origin::Package(office) => Some(office),
            _ => None,
        }
    }

    /// The document with all edits of its view written as tracked changes, also when it is read again after them; none if its
    /// format has no such changes.
    pub fn with_tracked_changes(self, revision: Revision) -> Option<Self> {
        let Origin::Package(office) = self.origin else {
            return None;
        };
        let office = office.with_tracked_changes(revision);
        Some(Self {
            origin: Origin::Package(Box::new(office)),
            ..self
        })
    }

    /// What a word processor knows of the text; for other formats nothing.
    pub fn layout(&self) -> Option<&Layout> {
        match &self.origin {
            Origin::Package(office) => Some(office.layout()),
            _ => None,
        }
    }

    /// The text of the file, markup included; of a file of a word processor the view.
    pub fn source(&self) -> &str {
        match &self.origin {
            Origin::View | Origin::Package(_) | Origin::Pages(_) => &self.text,
            Origin::Text(source) => source,
        }
    }

    /// Where in the view each page begins, of a PDF; for other formats nothing.
    pub fn pages(&self) -> Option<&[usize]> {
        match &self.origin {
            Origin::Pages(pages) => Some(pages),
            _ => None,
        }
    }

    /// Whether the file is a text, and the view is another one.
    pub fn has_markup(&self) -> bool {
        matches!(self.origin, Origin::Text(_))
    }

    /// The bytes of the file that a span of the view stands for, hidden markup in their midst included; none for text that the
    /// reader put in.
    pub fn source_of(&self, span: Span) -> Option<Span> {
        self.map.source_of(span).map(|(_, source)| source)
    }
}

/// What a reader of a text format found beside the view.
#[derive(Debug, Default)]
struct Found {
    bibliographies: Vec<NamedFile>,
    includes: Vec<NamedFile>,
}

impl Found {
    /// Adds what was found within.
    fn join(&mut self, other: Self) {
        self.bibliographies.extend(other.bibliographies);
        self.includes.extend(other.includes);
    }
}

/// Makes the document of a finished view.
fn document(
    source: String,
    format: Format,
    read: impl for<'a> FnOnce(&'a str, &mut View<'a>) -> Found,
) -> Document {
    let mut view = View::new(&source);
    let found = read(&source, &mut view);
    let finished = view.finish();
    Document {
        format,
        text: finished.text,
        prose: finished.prose,
        keyed: finished.keyed,
        listed: finished.listed,
        bibliographies: found.bibliographies,
        includes: found.includes,
        map: finished.map,
        origin: Origin::Text(source),
    }
}

/// Puts prose into the spelling of a format, so that read again it is the same.
pub fn escape(format: Format, prose: &str) -> String {
    escape_between(format, prose, [None, None])
}

/// The same for prose that will stand between two characters of the file; none where it stands at its beginning or end, or where
/// they are not known.
fn escape_between(format: Format, prose: &str, around: [Option<char>; 2]) -> String {
    match format {
        Format::Markdown => markdown::escape(prose, around),
        Format::Latex => latex::escape(prose),
        Format::Typst => typst::escape(prose),
        Format::Html => html::escape(prose),
        Format::Plain | Format::Docx | Format::Odt | Format::Pdf => prose.to_owned(),
    }
}

#[cfg(test)]
mod tests;
