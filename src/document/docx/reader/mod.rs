//! One part of a Word document, read from its first to its last tag (ECMA-376 part 1, chapter 17).

mod close;
mod open;
mod text;

use std::collections::HashMap;

use super::{WORD, style::Styles};
use crate::{
    document::{
        flow::{
            Paragraph, Row,
            field::{Effect, Fields},
        },
        package::{Element, Markup, PackageError, Scanner},
    },
    span::Span,
};

/// The paragraphs of notes by kind (`footnote`, `endnote`) and id.
pub(super) type Notes = HashMap<(&'static str, String), Vec<Paragraph>>;

/// A `w:t` whose text is in the view; all spans are of its part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::document) struct TextElement {
    /// The number of its part.
    pub(super) part: usize,
    /// Its opening tag.
    pub(super) opening: Span,
    /// What stands between its tags.
    pub(super) content: Span,
    /// Whether white space at its two ends counts.
    pub(super) preserved: bool,
    /// The properties of its run; empty if it has none.
    pub(super) properties: Span,
    /// The innermost element around it that text must not be moved out of, by its first byte: paragraph, link, tracked insertion.
    pub(super) container: usize,
    /// Whether it stands in italics.
    pub(super) italic: bool,
    /// Whether it would without properties of its own.
    pub(super) italic_by_style: bool,
}

/// Reads a part; gives its paragraphs, and adds those of notes to `notes`. Notes that the part refers to are taken from there.
pub(super) fn read_part(
    (number, name, text): (usize, &str, &str),
    styles: &Styles,
    runs: &mut Vec<TextElement>,
    notes: &mut Notes,
) -> Result<Vec<Paragraph>, PackageError> {
    let mut scanner = Scanner::new(name, text, WORD);
    let mut reader = Reader {
        part: number,
        styles,
        runs,
        notes,
        paragraphs: Vec::new(),
        unfinished: None,
        frames: Vec::new(),
        skipped: 0,
        rows: Vec::new(),
        stories: vec![Story::default()],
        open_runs: Vec::new(),
        containers: vec![0],
        deleted: 0,
        equations: 0,
        copies: 0,
        control: None,
    };
    while let Some(markup) = scanner.next()? {
        match markup {
            Markup::Open(element) => reader.open(&element),
            Markup::Close(span) => reader.close(span),
            Markup::Text(_) | Markup::Converted(..) if reader.skipped > 0 => {}
            Markup::Text(span) => reader.text(scanner.slice(span), span),
            Markup::Converted(text, span) => reader.converted(&text, span),
        }
    }
    reader.finish_unfinished();
    Ok(reader.paragraphs)
}

/// What has to be undone when an element closes.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Frame {
    /// Nothing.
    Plain,
    Paragraph,
    ParagraphProperties,
    Run,
    /// Properties of a run, from this byte on.
    RunProperties(usize),
    /// Properties of the mark at the end of a paragraph.
    MarkProperties,
    Text(OpenText),
    Code,
    /// A field or control with its code given at once.
    Field,
    ControlProperties,
    /// An element that text must not be moved out of.
    Container,
    Deleted,
    Equation,
    /// The same thing for newer and older programs.
    Copies,
    /// The inside of a text box.
    TextBox,
    /// A row of a table.
    Row,
    Note(&'static str, String),
}

/// A text element that is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct OpenText {
    opening: Span,
    preserved: bool,
    /// The length of the paragraph's text before it.
    start: usize,
    /// The number of its run, once it has text in the view.
    run: Option<usize>,
}

/// A run that is open.
#[derive(Debug, Clone, Copy, Default)]
struct OpenRun {
    properties: Span,
    /// By its own properties, else by its style.
    hidden: Option<bool>,
    hidden_by_style: bool,
    /// Whether its letters are raised: by its own properties, else by its style.
    raised: Option<bool>,
    raised_by_style: bool,
    /// Whether its letters stand in italics: by its own properties, else by its style.
    italic: Option<bool>,
    italic_by_style: Option<bool>,
}

/// Text that flows from paragraph to paragraph: that of a part, or of a text box.
#[derive(Debug, Default)]
struct Story {
    /// The paragraph that is open.
    paragraph: Option<Paragraph>,
    /// Fields made of three marks, which may begin and end anywhere.
    fields: Fields,
    /// Fields and controls that are one element.
    controls: Fields,
    /// Whether the mark at the end of the paragraph is deleted.
    mark_deleted: bool,
    /// Whether the style of the paragraph sets it in italics.
    italic: bool,
}

struct Reader<'a> {
    part: usize,
    styles: &'a Styles<'a>,
    runs: &'a mut Vec<TextElement>,
    notes: &'a mut Notes,
    paragraphs: Vec<Paragraph>,
    /// A paragraph whose end is deleted: the next one goes on with it.
    unfinished: Option<Paragraph>,
    frames: Vec<Frame>,
    /// How many elements are open of which the outermost is skipped.
    skipped: usize,
    /// The rows of tables that are open outside text boxes, the outermost first.
    rows: Vec<Row>,
    /// The outermost first; never empty.
    stories: Vec<Story>,
    open_runs: Vec<OpenRun>,
    /// First bytes of the open containers; never empty.
    containers: Vec<usize>,
    deleted: usize,
    equations: usize,
    copies: usize,
    /// What the properties of the innermost content control say of its text.
    control: Option<Effect>,
}

impl Reader<'_> {
    fn story(&mut self) -> &mut Story {
        if self.stories.is_empty() {
            self.stories.push(Story::default());
        }
        self.stories.last_mut().expect("there is one by now")
    }

    /// The length of the text of the open paragraph.
    fn length(&mut self) -> usize {
        let paragraph = self.story().paragraph.as_ref();
        paragraph.map_or(0, |paragraph| paragraph.text.len())
    }
}

/// Whether an element holds nothing of the text: its form for older programs, its formatting before a tracked change, and the reading of
/// a character.
fn is_skipped(element: &Element) -> bool {
    matches!(
        element.qualified(),
        ("mc", "Fallback") | ("w", "rPrChange" | "pPrChange" | "rt")
    )
}
