//! PDF: what its pages print, as a plain text. It is read only.
//!
//! The view has the lines of the pages in the order of reading, indented as they are printed, with blank lines where paragraphs stand
//! apart. Running heads and page numbers are left out, and words that a line break divides are whole.

mod block;
mod bound;
mod content;
mod error;
mod font;
mod fragment;
mod furniture;
mod glyph;
mod hyphen;
mod lefts;
mod letters;
mod marked;
mod matrix;
mod rows;
mod state;
#[cfg(test)]
pub(in crate::document) mod testing;

use std::thread;

use hayro_syntax::{LoadPdfError, Pdf};

pub use self::error::PdfError;
use self::{content::Reader, glyph::Page, rows::Row};
use super::{Document, Format, Map, Origin};
use crate::span::Span;

/// The name of the thread that reads a PDF. A panic of it means that the PDF is damaged: where panics unwind, it comes to that error.
pub const THREAD: &str = "pdf";

/// Enough for the deepest nesting that is followed.
const STACK: usize = 64 << 20;

/// The mark of a PDF stands within so many bytes from its start (ISO 32000-1, annex H, note 13).
const HEAD: usize = 1024;

/// A line of a page as it is printed.
#[derive(Debug, Clone, PartialEq)]
struct Line {
    text: String,
    /// Where it begins and ends (points from the left edge of the page).
    left: f32,
    right: f32,
    /// Its baseline (points from the foot of the page).
    y: f32,
    /// The height of its letters.
    size: f32,
}

/// Reads a PDF.
///
/// # Errors
/// When it is none, needs a password, is damaged, has no text, or would take more memory than is sound.
pub(super) fn document(bytes: &[u8]) -> Result<Document, PdfError> {
    let (text, pages) = thread::scope(|scope| {
        let builder = thread::Builder::new()
            .name(THREAD.to_owned())
            .stack_size(STACK);
        let reading = builder.spawn_scoped(scope, || read(bytes));
        // A fault in the crates that read fonts and the like is taken for damage.
        reading.map_or(Err(PdfError::Damaged), |reading| {
            reading.join().unwrap_or(Err(PdfError::Damaged))
        })
    })?;
    Ok(Document {
        format: Format::Pdf,
        prose: vec![Span::new(0, text.len())],
        keyed: Vec::new(),
        listed: Vec::new(),
        bibliographies: Vec::new(),
        includes: Vec::new(),
        map: Map::default(),
        origin: Origin::Pages(pages),
        text,
    })
}

/// The view, and where in it each page begins.
fn read(bytes: &[u8]) -> Result<(String, Vec<usize>), PdfError> {
    let head = &bytes[..bytes.len().min(HEAD)];
    if memchr::memmem::find(head, b"%PDF-").is_none() {
        return Err(PdfError::NotPdf);
    }
    bound::check(bytes)?;
    let pdf = Pdf::new(bytes.to_vec()).map_err(|error| match error {
        LoadPdfError::Decryption(_) => PdfError::PasswordProtected,
        LoadPdfError::Invalid => PdfError::Damaged,
    })?;
    bound::check_decrypted(&pdf, bytes)?;
    let mut reader = Reader::default();
    let (mut n_known, mut n_unknown) = (0, 0);
    let mut pages = Vec::new();
    for page in pdf.pages().iter() {
        let page = reader.page(page)?;
        n_known += page.glyphs.len();
        n_unknown += page.n_unknown;
        pages.push(lines(&page));
    }
    if pages.is_empty() {
        return Err(PdfError::Damaged);
    }
    furniture::take_out(&mut pages);
    let rows = rows::rows(&pages);
    if n_unknown > n_known {
        return Err(PdfError::UnknownLetters);
    }
    if rows.is_empty() {
        return Err(PdfError::NoText);
    }
    Ok(view(&rows, pages.len()))
}

/// The lines of a page.
fn lines(page: &Page) -> Vec<Line> {
    let lines = fragment::lines(page);
    let turn = main_turn(page);
    let upright = lines.iter().filter(|line| line.turn == turn);
    upright
        .map(|line| Line {
            text: letters::text(line, page),
            left: line.left,
            right: line.right,
            y: line.y,
            size: line.size,
        })
        .filter(|line| !line.text.trim().is_empty())
        .collect()
}

/// In which direction most letters of a page are written.
fn main_turn(page: &Page) -> u8 {
    let mut counts = [0_usize; 4];
    for glyph in &page.glyphs {
        counts[usize::from(glyph.turn % 4)] += 1;
    }
    let turns = (0_u8..4).rev();
    turns
        .max_by_key(|turn| counts[usize::from(*turn)])
        .unwrap_or(0)
}

/// Writes rows one below the other.
fn view(rows: &[Row], n_pages: usize) -> (String, Vec<usize>) {
    let mut text = String::new();
    let mut pages = Vec::with_capacity(n_pages);
    for row in rows {
        if !text.is_empty() {
            text.push_str(if row.has_gap { "\n\n" } else { "\n" });
        }
        while pages.len() <= row.page {
            pages.push(text.len());
        }
        text.extend(std::iter::repeat_n(' ', row.indent));
        text.push_str(&row.text);
    }
    text.push('\n');
    pages.resize(n_pages, text.len());
    (text, pages)
}

#[cfg(test)]
mod tests;
