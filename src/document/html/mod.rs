//! HTML.
//!
//! A reader goes from tag to tag; it builds no tree, so that a missing end tag costs nothing. Source of the element names: the HTML
//! Living Standard; of the marks of footnotes: what pandoc and the DPUB-ARIA roles write.

mod note;
mod tag;

use std::collections::HashSet;

pub(super) use self::tag::{entity, tag_end};
use self::{note::Notes, tag::Tag};
use super::{Document, Format, Found, View, raised::raised, scan::run_end};
use crate::span::Span;

/// The longest tag, in bytes: some hold images as data. The bound keeps input full of unclosed tags linear, as a new `<` ends the
/// search as well.
const TAG_REACH: usize = 1 << 20;

/// Reads an HTML text.
pub(super) fn document(source: String) -> Document {
    super::document(source, Format::Html, |source, view| {
        let start = if source.starts_with('\u{feff}') {
            '\u{feff}'.len_utf8()
        } else {
            0
        };
        let notes = Notes::new(source);
        let mut reader = Reader {
            source,
            notes: &notes,
            view,
            position: start,
            end: source.len(),
            code: Vec::new(),
            noted: HashSet::new(),
            unclosed: Vec::new(),
        };
        reader.text();
        Found::default()
    })
}

/// Puts prose into HTML.
pub(super) fn escape(prose: &str) -> String {
    prose
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

/// The state of reading.
struct Reader<'a, 'v> {
    source: &'a str,
    notes: &'v Notes<'a>,
    view: &'v mut View<'a>,
    position: usize,
    end: usize,
    /// The open elements of code, each with the length of the view when it began.
    code: Vec<usize>,
    /// The footnotes that are shown; a second call shows none again.
    noted: HashSet<Span>,
    /// The names of elements whose end tag is known not to come.
    unclosed: Vec<&'a str>,
}

impl<'a> Reader<'a, '_> {
    fn text(&mut self) {
        while self.position < self.end {
            let start = self.position;
            match self.source.as_bytes()[start] {
                b'<' => self.angle(),
                b'&' => self.entity(),
                _ => {
                    let is_text = |character: char| !matches!(character, '<' | '&');
                    self.keep(run_end(self.source, start, self.end, is_text).max(start + 1));
                }
            }
        }
    }

    fn keep(&mut self, end: usize) {
        self.view.words(Span::new(self.position, end));
        self.position = end;
    }

    fn entity(&mut self) {
        match entity(Span::new(self.position, self.end).slice(self.source)) {
            Some((text, len)) => {
                let span = Span::new(self.position, self.position + len);
                self.view.converted(span, &text);
                self.position = span.end;
            }
            None => self.keep(self.position + 1),
        }
    }

    /// A comment, a declaration, a tag, or a character.
    fn angle(&mut self) {
        let rest = Span::new(self.position, self.end).slice(self.source);
        if rest.starts_with("<!--") {
            self.position = rest
                .find("-->")
                .map_or(self.end, |len| self.position + len + 3);
        } else if rest.starts_with("<!") || rest.starts_with("<?") {
            self.position = rest
                .find('>')
                .map_or(self.end, |len| self.position + len + 1);
        } else if let Some(tag) = Tag::read(self.source, self.position, TAG_REACH) {
            self.tag(tag);
        } else {
            self.keep(self.position + 1);
        }
    }

    fn tag(&mut self, tag: Tag<'a>) {
        let start = self.position;
        self.position = tag.end.min(self.end);
        let name = tag.name.to_ascii_lowercase();
        if !tag.closes && (is_hidden(&name) || note::is_back_link(&tag)) {
            self.skip_element(tag.name);
        } else if let Some(note) = self.notes.called_by(&tag) {
            self.skip_element(tag.name);
            if self.noted.insert(note) {
                self.note(note);
            }
        } else if let Some(note) = self.notes.defined_by(&tag) {
            self.view.paragraph();
            self.position = note.end;
        } else if name == "sup" && !tag.closes {
            self.raised();
        } else if name == "br" {
            self.view.line(Span::new(start, tag.end));
        } else if matches!(name.as_str(), "td" | "th") {
            self.view.cell();
        } else if is_block(&name) {
            self.view.paragraph();
        } else if is_code(&name) {
            self.code(tag.closes);
        }
    }

    /// Reads the number that an element raises; other text is read as any.
    fn raised(&mut self) {
        let rest = Span::new(self.position, self.end).slice(self.source);
        let length = rest.find('<').unwrap_or(0);
        if let Some(letters) = raised(rest[..length].trim()) {
            let span = Span::new(self.position, self.position + length);
            self.view.converted(span, &letters);
            self.position = span.end;
        }
    }

    /// Goes behind the end tag of an element; only behind its start tag if there is no end tag.
    fn skip_element(&mut self, name: &'a str) {
        if name.eq_ignore_ascii_case("pre") {
            self.view.paragraph();
        }
        if self
            .unclosed
            .iter()
            .any(|known| known.eq_ignore_ascii_case(name))
        {
            return;
        }
        match note::end_tag(self.source, self.position, name) {
            Some(end) => self.position = end.end.min(self.end),
            None => self.unclosed.push(name),
        }
    }

    /// Notes are not followed within notes.
    fn note(&mut self, inner: Span) {
        let mut inner_view = self.view.new_note();
        let no_notes = Notes::default();
        let mut reader = Reader {
            notes: &no_notes,
            view: &mut inner_view,
            position: inner.start,
            end: inner.end,
            code: Vec::new(),
            noted: HashSet::new(),
            unclosed: Vec::new(),
            source: self.source,
        };
        reader.text();
        self.view.note(inner_view);
    }

    fn code(&mut self, closes: bool) {
        if !closes {
            self.code.push(self.view.text().len());
        } else if let Some(start) = self.code.pop() {
            self.view.mask_from(start);
        }
    }
}

/// Whether the contents of an element are not to be read as text of the paper.
fn is_hidden(name: &str) -> bool {
    matches!(
        name,
        "script"
            | "style"
            | "template"
            | "svg"
            | "math"
            | "head"
            | "title"
            | "nav"
            | "pre"
            | "textarea"
            | "select"
            | "iframe"
            | "object"
            | "noscript"
    )
}

/// Whether the contents of an element are code within a sentence.
fn is_code(name: &str) -> bool {
    matches!(name, "code" | "kbd" | "samp" | "tt" | "var")
}

/// Whether an element divides paragraphs.
fn is_block(name: &str) -> bool {
    matches!(
        name,
        "address"
            | "article"
            | "aside"
            | "blockquote"
            | "body"
            | "caption"
            | "center"
            | "dd"
            | "details"
            | "dialog"
            | "div"
            | "dl"
            | "dt"
            | "fieldset"
            | "figcaption"
            | "figure"
            | "footer"
            | "form"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "header"
            | "hr"
            | "html"
            | "legend"
            | "li"
            | "main"
            | "ol"
            | "p"
            | "section"
            | "summary"
            | "table"
            | "tbody"
            | "tfoot"
            | "thead"
            | "tr"
            | "ul"
    )
}

#[cfg(test)]
mod tests;
