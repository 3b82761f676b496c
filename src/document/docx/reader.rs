//! One part of a Word document, read from its first to its last tag (ECMA-376 part 1, chapter 17).

use std::collections::HashMap;

use super::{
    WORD,
    style::{Styles, is_on},
    symbol,
};
use crate::{
    document::{
        flow::{
            Lock, Origin, Paragraph, Role,
            field::{Effect, Fields, effect, effect_of_tag},
        },
        package::{Element, Markup, PackageError, Scanner, is_xml_space},
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

    fn open(&mut self, element: &Element) {
        if self.skipped > 0 || is_skipped(element) {
            self.skipped += 1;
            return;
        }
        let frame = match element.prefix {
            "w" => self.open_word(element),
            "m" => self.open_equation(element),
            "mc" if element.name == "AlternateContent" => {
                self.copies += 1;
                Frame::Copies
            }
            _ => {
                self.open_other(element);
                Frame::Plain
            }
        };
        self.frames.push(frame);
    }

    /// Opens an element of the main namespace.
    fn open_word(&mut self, element: &Element) -> Frame {
        match element.name {
            "p" => self.open_paragraph(element.span.start),
            "r" => {
                self.open_runs.push(OpenRun::default());
                Frame::Run
            }
            "t" => self.open_text(element),
            "rPr" => match self.frames.last() {
                Some(Frame::Run) => Frame::RunProperties(element.span.start),
                Some(Frame::ParagraphProperties) => Frame::MarkProperties,
                _ => Frame::Plain,
            },
            "pPr" => Frame::ParagraphProperties,
            "del" | "moveFrom" => self.open_deleted(),
            "ins" | "moveTo" | "hyperlink" => self.open_container(element),
            "instrText" => Frame::Code,
            "fldSimple" => {
                let code = element.attribute("instr").unwrap_or_default();
                self.open_field(effect(code))
            }
            "sdt" => {
                self.control = None;
                self.open_container(element)
            }
            "sdtPr" => Frame::ControlProperties,
            "sdtContent" => match self.control.take() {
                Some(effect) => self.open_field(effect),
                None => Frame::Plain,
            },
            "txbxContent" => {
                self.stories.push(Story::default());
                Frame::TextBox
            }
            "footnote" => self.open_note("footnote", element),
            "endnote" => self.open_note("endnote", element),
            _ => {
                self.open_property_or_character(element);
                Frame::Plain
            }
        }
    }

    fn open_paragraph(&mut self, start: usize) -> Frame {
        let unfinished = if self.stories.len() == 1 {
            self.unfinished.take()
        } else {
            None
        };
        let paragraph = unfinished.unwrap_or_default();
        let length = paragraph.text.len();
        let story = self.story();
        story.fields.restart(length);
        story.controls.restart(length);
        story.mark_deleted = false;
        story.paragraph = Some(paragraph);
        self.containers.push(start);
        Frame::Paragraph
    }

    fn open_text(&mut self, element: &Element) -> Frame {
        Frame::Text(OpenText {
            opening: element.span,
            preserved: element.attribute("space") == Some("preserve"),
            start: self.length(),
            run: None,
        })
    }

    fn open_deleted(&mut self) -> Frame {
        if self.frames.last() == Some(&Frame::MarkProperties) {
            self.story().mark_deleted = true;
        }
        self.deleted += 1;
        Frame::Deleted
    }

    fn open_container(&mut self, element: &Element) -> Frame {
        self.containers.push(element.span.start);
        Frame::Container
    }

    fn open_field(&mut self, effect: Effect) -> Frame {
        let length = self.length();
        self.story().controls.begin_result(effect, length);
        Frame::Field
    }

    /// Opens a note; the line that separates notes from the text is none.
    fn open_note(&mut self, kind: &'static str, element: &Element) -> Frame {
        self.unfinished = None;
        self.paragraphs.clear();
        match (element.attribute("type"), element.attribute("id")) {
            (None | Some("normal"), Some(id)) => Frame::Note(kind, id.to_owned()),
            _ => Frame::Plain,
        }
    }

    fn open_equation(&mut self, element: &Element) -> Frame {
        match element.name {
            "oMath" => {
                self.equations += 1;
                Frame::Equation
            }
            "t" => self.open_text(element),
            _ => Frame::Plain,
        }
    }

    /// Takes a property, or a character that is an element.
    fn open_property_or_character(&mut self, element: &Element) {
        let value = element.attribute("val");
        match (self.frames.last(), element.name) {
            (Some(Frame::Run), name) => self.open_character(element, name),
            (Some(Frame::RunProperties(_)), "vanish") => {
                if let Some(run) = self.open_runs.last_mut() {
                    run.hidden = Some(is_on(value));
                }
            }
            (Some(Frame::RunProperties(_)), "rStyle") => {
                if let Some(run) = self.open_runs.last_mut() {
                    run.hidden_by_style = self.styles.is_hidden(value.unwrap_or_default());
                }
            }
            (Some(Frame::ParagraphProperties), "pStyle") => {
                let role = self.styles.role(value.unwrap_or_default());
                self.set_role(role);
            }
            (Some(Frame::ParagraphProperties), "outlineLvl") if value != Some("9") => {
                self.set_role(Role::Heading);
            }
            (Some(Frame::ControlProperties), "tag") => {
                let effect = effect_of_tag(value.unwrap_or_default());
                self.control = effect.or(self.control);
            }
            (Some(Frame::ControlProperties), "dataBinding") => {
                self.control = self.control.or(Some(Effect::Computed));
            }
            (Some(Frame::ControlProperties), "lock")
                if value.is_some_and(|lock| lock != "sdtLocked") =>
            {
                self.control = self.control.or(Some(Effect::Computed));
            }
            _ => {}
        }
    }

    fn set_role(&mut self, role: Role) {
        if let Some(paragraph) = &mut self.story().paragraph {
            paragraph.role = role;
        }
    }

    /// Takes a child of a run that is no text: a character, a mark of a field, the place of a note.
    fn open_character(&mut self, element: &Element, name: &str) {
        let value = |name| element.attribute(name).unwrap_or_default();
        let character = match name {
            "tab" | "ptab" => '\t',
            "br" | "cr" => '\n',
            "noBreakHyphen" => '\u{2011}',
            "softHyphen" => '\u{ad}',
            "sym" => symbol::character(value("font"), value("char")),
            "fldChar" => return self.field_mark(value("fldCharType")),
            "footnoteReference" => return self.note("footnote", value("id")),
            "endnoteReference" => return self.note("endnote", value("id")),
            _ => return,
        };
        self.locked(character, element.span);
    }

    /// Takes an element of a namespace that is not read otherwise.
    fn open_other(&mut self, element: &Element) {
        if element.name == "symEx" {
            let value = |name| element.attribute(name).unwrap_or_default();
            let character = symbol::character(value("font"), value("char"));
            self.locked(character, element.span);
        }
    }

    fn field_mark(&mut self, kind: &str) {
        let length = self.length();
        let story = self.story();
        match kind {
            "begin" => story.fields.begin(),
            "separate" => story.fields.separate(length),
            "end" => {
                let live = story.fields.end();
                if let (Some((start, kind)), Some(paragraph)) = (live, &mut story.paragraph) {
                    paragraph.mark_field(start, kind);
                }
            }
            _ => {}
        }
    }

    /// Hangs a note on the paragraph that refers to it.
    fn note(&mut self, kind: &'static str, id: &str) {
        if self.is_visible()
            && let Some(note) = self.notes.remove(&(kind, id.to_owned()))
            && let Some(paragraph) = &mut self.story().paragraph
        {
            paragraph.hang(note);
        }
    }

    fn close(&mut self, span: Span) {
        if self.skipped > 0 {
            self.skipped -= 1;
            return;
        }
        match self.frames.pop() {
            Some(Frame::Paragraph) => self.close_paragraph(),
            Some(Frame::Run) => {
                self.open_runs.pop();
            }
            Some(Frame::RunProperties(start)) => {
                if let Some(run) = self.open_runs.last_mut() {
                    run.properties = Span::new(start, span.end);
                }
            }
            Some(Frame::Text(text)) => self.close_text(text, span),
            Some(Frame::Field) => self.close_field(),
            Some(Frame::Container) => {
                self.containers.pop();
            }
            Some(Frame::Deleted) => self.deleted -= 1,
            Some(Frame::Equation) => self.equations -= 1,
            Some(Frame::Copies) => self.copies -= 1,
            Some(Frame::TextBox) => {
                self.stories.pop();
            }
            Some(Frame::Note(kind, id)) => {
                self.finish_unfinished();
                let paragraphs = std::mem::take(&mut self.paragraphs);
                self.notes.insert((kind, id), paragraphs);
            }
            _ => {}
        }
    }

    fn close_paragraph(&mut self) {
        self.containers.pop();
        let story = self.story();
        let Some(mut paragraph) = story.paragraph.take() else {
            return;
        };
        for (start, kind) in story.fields.live().chain(story.controls.live()) {
            paragraph.mark_field(start, kind);
        }
        let mark_deleted = story.mark_deleted;
        let mut around = self.stories.iter_mut().rev().skip(1);
        let around = around.find_map(|story| story.paragraph.as_mut());
        match around {
            Some(around) => around.hang([paragraph]),
            None if mark_deleted => self.unfinished = Some(paragraph),
            None => self.paragraphs.push(paragraph),
        }
    }

    fn finish_unfinished(&mut self) {
        self.paragraphs.extend(self.unfinished.take());
    }

    fn close_text(&mut self, text: OpenText, closing: Span) {
        let Some(run) = text.run else {
            return;
        };
        if let Some(run) = self.runs.get_mut(run) {
            run.content.end = closing.start;
        }
        if !text.preserved
            && let Some(paragraph) = &mut self.story().paragraph
        {
            paragraph.trim_end(text.start);
        }
    }

    fn close_field(&mut self) {
        let story = self.story();
        let live = story.controls.end();
        if let (Some((start, kind)), Some(paragraph)) = (live, &mut story.paragraph) {
            paragraph.mark_field(start, kind);
        }
    }

    /// Takes text that stands in the file as it is read, line ends apart, which Word shows as spaces.
    fn text(&mut self, text: &str, span: Span) {
        let mut start = span.start;
        for line in text.split_inclusive(['\n', '\r']) {
            let words = line.trim_end_matches(['\n', '\r']);
            self.add(words, Span::new(start, start + words.len()), true);
            if words.len() < line.len() {
                self.add(
                    " ",
                    Span::new(start + words.len(), start + line.len()),
                    false,
                );
            }
            start += line.len();
        }
    }

    /// Takes text that stands in the file in another way.
    fn converted(&mut self, text: &str, span: Span) {
        self.add(text, span, false);
    }

    /// Adds text of the innermost element to the paragraph, or to the code of a field.
    fn add(&mut self, text: &str, span: Span, verbatim: bool) {
        match self.frames.last() {
            Some(Frame::Code) => self.story().fields.add_code(text),
            Some(Frame::Text(open)) if self.is_visible() => {
                let open = *open;
                self.add_visible(open, text, span, verbatim);
            }
            _ => {}
        }
    }

    fn add_visible(&mut self, open: OpenText, text: &str, span: Span, verbatim: bool) {
        let (mut text, mut span) = (text, span);
        if !open.preserved && self.length() == open.start {
            text = text.trim_start_matches(is_xml_space);
            if verbatim {
                span.start = span.end - text.len();
            }
        }
        let origin = match self.lock() {
            Some(lock) => Origin::Locked(lock),
            None => Origin::Run(self.run_of(open)),
        };
        let part = self.part;
        if let Some(paragraph) = &mut self.story().paragraph {
            paragraph.push(text, (part, span), verbatim, origin);
        }
    }

    /// Adds a character that is an element of its own.
    fn locked(&mut self, character: char, span: Span) {
        if !self.is_visible() {
            return;
        }
        let part = self.part;
        if let Some(paragraph) = &mut self.story().paragraph {
            let text = character.to_string();
            paragraph.push(&text, (part, span), false, Origin::Locked(Lock::Element));
        }
    }

    /// The number of the run of a text element, which is made when its first text comes.
    fn run_of(&mut self, open: OpenText) -> usize {
        if let Some(run) = open.run {
            return run;
        }
        self.runs.push(TextElement {
            part: self.part,
            opening: open.opening,
            content: Span::at(open.opening.end),
            preserved: open.preserved,
            properties: self
                .open_runs
                .last()
                .map_or(Span::default(), |run| run.properties),
            container: self.containers.last().copied().unwrap_or_default(),
        });
        let run = self.runs.len() - 1;
        if let Some(Frame::Text(open)) = self.frames.last_mut() {
            open.run = Some(run);
        }
        run
    }

    /// Whether text at this place is seen by a reader of the document.
    fn is_visible(&self) -> bool {
        let run = self.open_runs.last().copied().unwrap_or_default();
        let hidden = run.hidden.unwrap_or(run.hidden_by_style);
        let story = self.stories.last();
        self.deleted == 0 && !hidden && story.is_some_and(|story| story.fields.is_visible())
    }

    /// Why text at this place is not to be edited, if so.
    fn lock(&self) -> Option<Lock> {
        let story = self.stories.last()?;
        if self.equations > 0 {
            Some(Lock::Equation)
        } else if self.copies > 0 {
            Some(Lock::Copied)
        } else if story.fields.is_computed() || story.controls.is_computed() {
            Some(Lock::Field)
        } else {
            None
        }
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
