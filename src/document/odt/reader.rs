//! The content of an OpenDocument text, read from its first to its last tag (ISO/IEC 26300 part 1, chapters 4 to 7).

use super::{
    OPEN_DOCUMENT,
    element::{is_skipped, is_transparent, live, mark_effect},
    style::Styles,
};
use crate::{
    document::{
        flow::{
            Lock, Origin, Paragraph, Role, Row,
            field::{Effect, Fields},
        },
        layout::{FieldKind, Manager},
        package::{Element, Markup, PackageError, Scanner, is_xml_space},
        raised::raised_stretch,
    },
    span::Span,
};

/// Spaces that the elements of a text may stand for, beyond one each; a bound against files that ask for billions.
const SPACES_LIMIT: usize = 100_000;

/// Text of one formatting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::document) struct TextRun {
    /// How it looks.
    pub(super) look: String,
    /// The same but for italics.
    pub(super) upright: String,
    /// The innermost element or mark that text must not be moved over: paragraph, link, tracked change.
    pub(super) container: usize,
    /// Whether it stands in italics.
    pub(super) italic: bool,
}

/// Reads the paragraphs of a text and its runs.
pub(super) fn read_content(
    part: &str,
    text: &str,
) -> Result<(Vec<Paragraph>, Vec<TextRun>), PackageError> {
    let mut scanner = Scanner::new(part, text, OPEN_DOCUMENT);
    let mut reader = Reader::default();
    while let Some(markup) = scanner.next()? {
        match markup {
            Markup::Open(element) => reader.open(&element),
            Markup::Close(_) => reader.close(),
            Markup::Text(_) | Markup::Converted(..) if reader.skipped > 0 => {}
            Markup::Text(span) => reader.text(scanner.slice(span), span),
            Markup::Converted(text, span) => reader.converted(&text, span),
        }
    }
    Ok((reader.paragraphs, reader.runs))
}

/// What has to be undone when an element closes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Frame {
    /// Nothing.
    Plain,
    AutomaticStyles,
    /// The text itself, as opposed to styles and settings.
    Body,
    Paragraph,
    /// A stretch of text in a style.
    Styled,
    Container,
    /// Text that a program writes.
    Field,
    /// A row of a table.
    Row,
}

/// A paragraph that is open.
#[derive(Debug)]
struct OpenParagraph<'a> {
    paragraph: Paragraph,
    /// The styles of the stretches that are open.
    styles: Vec<&'a str>,
    /// Marked fields, which begin and end anywhere.
    marked: Fields,
    /// Whether white space is of no account, because there was some before or the paragraph begins here.
    after_space: bool,
    /// The number of the run of the text before, while nothing came between.
    run: Option<usize>,
}

#[derive(Default)]
struct Reader<'a> {
    styles: Styles<'a>,
    paragraphs: Vec<Paragraph>,
    runs: Vec<TextRun>,
    frames: Vec<Frame>,
    /// How many elements are open of which the outermost is skipped.
    skipped: usize,
    in_body: bool,
    /// How many spaces elements have stood for, beyond one each.
    n_spaces: usize,
    /// The rows of tables that are open outside paragraphs, the outermost first.
    rows: Vec<Row>,
    /// The outermost first.
    open: Vec<OpenParagraph<'a>>,
    /// Fields and lists that are one element.
    fields: Fields,
    containers: Vec<usize>,
    /// The last mark of a tracked change.
    change: usize,
}

impl<'a> Reader<'a> {
    fn open(&mut self, element: &Element<'a>) {
        if self.skipped > 0 || is_skipped(element, self.in_body) {
            self.skipped += 1;
            return;
        }
        if let Some(paragraph) = self.open.last_mut() {
            paragraph.run = None;
        }
        let frame = match element.qualified() {
            ("office", "automatic-styles") => Frame::AutomaticStyles,
            ("office", "text") => {
                self.in_body = true;
                Frame::Body
            }
            ("style", _) if self.frames.contains(&Frame::AutomaticStyles) => {
                self.styles.add(element);
                Frame::Plain
            }
            ("text", name) if self.in_body => self.open_text(element, name),
            ("table", "table-row") if self.open.is_empty() => {
                self.rows.push(Row::default());
                Frame::Row
            }
            ("table", "table-cell") if self.open.is_empty() => {
                if let Some(row) = self.rows.last_mut() {
                    row.cell(&self.paragraphs);
                }
                Frame::Plain
            }
            _ => Frame::Plain,
        };
        self.frames.push(frame);
    }

    /// Opens an element of the namespace of text.
    fn open_text(&mut self, element: &Element<'a>, name: &str) -> Frame {
        match name {
            "p" | "h" => self.open_paragraph(element, name),
            "span" => {
                if let Some(open) = self.open.last_mut() {
                    open.styles
                        .push(element.attribute("style-name").unwrap_or_default());
                }
                Frame::Styled
            }
            "a" => {
                self.containers.push(element.span.start);
                Frame::Container
            }
            "section" => match mark_effect(element) {
                Some(effect) => self.open_field(effect),
                None => Frame::Plain,
            },
            "bibliography" => self.open_field(live(FieldKind::Bibliography(Manager::LibreOffice))),
            "bibliography-mark" => self.open_field(live(FieldKind::Citation(Manager::LibreOffice))),
            "table-of-content" | "alphabetical-index" | "illustration-index" | "table-index"
            | "object-index" | "user-index" => self.open_field(live(FieldKind::Contents)),
            "s" | "tab" | "line-break" => {
                self.open_character(element, name);
                Frame::Plain
            }
            "reference-mark-start" | "bookmark-start" => {
                self.mark_start(element);
                Frame::Plain
            }
            "reference-mark-end" | "bookmark-end" => {
                self.mark_end(element);
                Frame::Plain
            }
            "change" | "change-start" | "change-end" => {
                self.change = element.span.start;
                Frame::Plain
            }
            _ if self.open.is_empty() || is_transparent(name) => Frame::Plain,
            _ => self.open_field(Effect::Computed),
        }
    }

    fn open_paragraph(&mut self, element: &Element<'a>, name: &str) -> Frame {
        let style = element.attribute("style-name").unwrap_or_default();
        let role = match self.styles.role(style) {
            Role::Body if name == "h" => Role::Heading,
            role => role,
        };
        self.fields.restart(0);
        self.containers.push(element.span.start);
        self.open.push(OpenParagraph {
            paragraph: Paragraph::of(role),
            styles: Vec::new(),
            marked: Fields::default(),
            after_space: true,
            run: None,
        });
        Frame::Paragraph
    }

    fn open_field(&mut self, effect: Effect) -> Frame {
        let length = self.open.last().map_or(0, |open| open.paragraph.text.len());
        self.fields.begin_result(effect, length);
        Frame::Field
    }

    fn open_character(&mut self, element: &Element, name: &str) {
        let text = match name {
            "tab" => "\t".to_owned(),
            "line-break" => "\n".to_owned(),
            _ => {
                let count = element.attribute("c").and_then(|count| count.parse().ok());
                " ".repeat(self.spaces(count.unwrap_or(1)))
            }
        };
        if let Some(open) = self.open.last_mut() {
            let origin = Origin::Locked(Lock::Element);
            open.paragraph.push(&text, (0, element.span), false, origin);
            open.after_space = false;
        }
    }

    /// How many of the spaces that an element asks for are read.
    fn spaces(&mut self, count: usize) -> usize {
        let more = count.saturating_sub(1).min(SPACES_LIMIT - self.n_spaces);
        self.n_spaces += more;
        count.min(1) + more
    }

    /// Begins the text of a live citation that is marked at its two ends.
    fn mark_start(&mut self, element: &Element) {
        if let (Some(effect), Some(open)) = (mark_effect(element), self.open.last_mut()) {
            open.marked.begin_result(effect, open.paragraph.text.len());
        }
    }

    fn mark_end(&mut self, element: &Element) {
        if mark_effect(element).is_some()
            && let Some(open) = self.open.last_mut()
            && let Some((start, kind)) = open.marked.end()
        {
            open.paragraph.mark_field(start, kind);
        }
    }

    fn close(&mut self) {
        if self.skipped > 0 {
            self.skipped -= 1;
            return;
        }
        if let Some(open) = self.open.last_mut() {
            open.run = None;
        }
        match self.frames.pop() {
            Some(Frame::Body) => self.in_body = false,
            Some(Frame::Paragraph) => self.close_paragraph(),
            Some(Frame::Styled) => {
                if let Some(open) = self.open.last_mut() {
                    open.styles.pop();
                }
            }
            Some(Frame::Container) => {
                self.containers.pop();
            }
            Some(Frame::Row) => {
                if let Some(row) = self.rows.pop() {
                    row.end(&mut self.paragraphs);
                }
            }
            Some(Frame::Field) => {
                let field = self.fields.end();
                if let (Some((start, kind)), Some(open)) = (field, self.open.last_mut()) {
                    open.paragraph.mark_field(start, kind);
                }
            }
            _ => {}
        }
    }

    fn close_paragraph(&mut self) {
        self.containers.pop();
        let Some(OpenParagraph {
            mut paragraph,
            marked,
            ..
        }) = self.open.pop()
        else {
            return;
        };
        let around = self.open.last_mut();
        let fields = self.fields.live().chain(marked.live());
        for (start, kind) in fields {
            paragraph.mark_field(start, kind);
        }
        match around {
            Some(around) => around.paragraph.hang([paragraph]),
            None => self.paragraphs.push(paragraph),
        }
    }

    /// Takes text: any stretch of white space counts as one space, and at the beginning of a paragraph for nothing (6.1.2).
    fn text(&mut self, text: &str, span: Span) {
        let mut start = span.start;
        for word in text.split_inclusive(is_xml_space) {
            let letters = word.trim_end_matches(is_xml_space);
            let has_space = letters.len() < word.len();
            let is_kept = has_space && !(letters.is_empty() && self.is_after_space());
            let as_read = if is_kept && word.ends_with(' ') {
                word
            } else {
                letters
            };
            self.add(as_read, Span::new(start, start + as_read.len()), true);
            if is_kept && as_read.len() < word.len() {
                self.add(
                    " ",
                    Span::new(start + letters.len(), start + word.len()),
                    false,
                );
            }
            start += word.len();
            if let Some(open) = self.open.last_mut() {
                open.after_space = has_space;
            }
        }
    }

    fn is_after_space(&self) -> bool {
        self.open.last().is_some_and(|open| open.after_space)
    }

    /// Takes text that stands in the file in another way.
    fn converted(&mut self, text: &str, span: Span) {
        self.add(text, span, false);
        if let Some(open) = self.open.last_mut() {
            open.after_space = false;
        }
    }

    fn add(&mut self, text: &str, span: Span, verbatim: bool) {
        let lock = self.fields.is_computed();
        let run = self.run();
        let Some(open) = self.open.last_mut() else {
            return;
        };
        if open.styles.iter().any(|style| self.styles.is_hidden(style)) {
            return;
        }
        let origin = match run {
            Some(run) if !lock && !open.marked.is_computed() => Origin::Run(run),
            _ => Origin::Locked(Lock::Field),
        };
        let is_raised = open
            .styles
            .last()
            .is_some_and(|style| self.styles.is_raised(style));
        match raised_stretch(text).filter(|_| is_raised) {
            Some(letters) => open.paragraph.push(&letters, (0, span), false, origin),
            None => open.paragraph.push(text, (0, span), verbatim, origin),
        }
    }

    /// The number of the run of text at this place.
    fn run(&mut self) -> Option<usize> {
        let open = self.open.last_mut()?;
        if open.run.is_none() {
            self.runs.push(TextRun {
                look: self.styles.look(&open.styles),
                upright: self.styles.upright(&open.styles),
                italic: self.styles.is_italic(&open.styles),
                container: self
                    .containers
                    .last()
                    .copied()
                    .unwrap_or_default()
                    .max(self.change),
            });
            open.run = Some(self.runs.len() - 1);
        }
        open.run
    }
}
