//! What the opening tags of a Word document mean.

use super::{Frame, OpenRun, OpenText, Reader, Story, is_skipped};
use crate::document::{
    docx::{style::is_on, symbol},
    flow::{
        Role, Row,
        field::{Effect, effect, effect_of_tag},
    },
    package::Element,
};

impl Reader<'_> {
    pub(super) fn open(&mut self, element: &Element) {
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
    pub(super) fn open_word(&mut self, element: &Element) -> Frame {
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
            "tr" if self.stories.len() == 1 => {
                self.rows.push(Row::default());
                Frame::Row
            }
            "tc" if self.stories.len() == 1 => {
                if let Some(row) = self.rows.last_mut() {
                    row.cell(&self.paragraphs);
                }
                Frame::Plain
            }
            "footnote" => self.open_note("footnote", element),
            "endnote" => self.open_note("endnote", element),
            _ => {
                self.open_property_or_character(element);
                Frame::Plain
            }
        }
    }

    pub(super) fn open_paragraph(&mut self, start: usize) -> Frame {
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
        story.italic = false;
        story.paragraph = Some(paragraph);
        self.containers.push(start);
        Frame::Paragraph
    }

    pub(super) fn open_text(&mut self, element: &Element) -> Frame {
        Frame::Text(OpenText {
            opening: element.span,
            preserved: element.attribute("space") == Some("preserve"),
            start: self.length(),
            run: None,
        })
    }

    pub(super) fn open_deleted(&mut self) -> Frame {
        if self.frames.last() == Some(&Frame::MarkProperties) {
            self.story().mark_deleted = true;
        }
        self.deleted += 1;
        Frame::Deleted
    }

    pub(super) fn open_container(&mut self, element: &Element) -> Frame {
        self.containers.push(element.span.start);
        Frame::Container
    }

    pub(super) fn open_field(&mut self, effect: Effect) -> Frame {
        let length = self.length();
        self.story().controls.begin_result(effect, length);
        Frame::Field
    }

    /// Opens a note; the line that separates notes from the text is none.
    pub(super) fn open_note(&mut self, kind: &'static str, element: &Element) -> Frame {
        self.unfinished = None;
        self.paragraphs.clear();
        match (element.attribute("type"), element.attribute("id")) {
            (None | Some("normal"), Some(id)) => Frame::Note(kind, id.to_owned()),
            _ => Frame::Plain,
        }
    }

    pub(super) fn open_equation(&mut self, element: &Element) -> Frame {
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
    pub(super) fn open_property_or_character(&mut self, element: &Element) {
        let value = element.attribute("val");
        match (self.frames.last(), element.name) {
            (Some(Frame::Run), name) => self.open_character(element, name),
            (Some(Frame::RunProperties(_)), "vanish") => {
                if let Some(run) = self.open_runs.last_mut() {
                    run.hidden = Some(is_on(value));
                }
            }
            (Some(Frame::RunProperties(_)), "vertAlign") => {
                if let Some(run) = self.open_runs.last_mut() {
                    run.raised = Some(value == Some("superscript"));
                }
            }
            (Some(Frame::RunProperties(_)), "i") => {
                if let Some(run) = self.open_runs.last_mut() {
                    run.italic = Some(is_on(value));
                }
            }
            (Some(Frame::RunProperties(_)), "rStyle") => {
                if let Some(run) = self.open_runs.last_mut() {
                    run.hidden_by_style = self.styles.is_hidden(value.unwrap_or_default());
                    run.raised_by_style = self.styles.is_raised(value.unwrap_or_default());
                    run.italic_by_style = self.styles.italic(value.unwrap_or_default());
                }
            }
            (Some(Frame::ParagraphProperties), "pStyle") => {
                let style = value.unwrap_or_default();
                self.set_role(self.styles.role(style));
                self.story().italic = self.styles.italic(style).unwrap_or(false);
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

    pub(super) fn set_role(&mut self, role: Role) {
        if let Some(paragraph) = &mut self.story().paragraph {
            paragraph.role = role;
        }
    }

    /// Takes a child of a run that is no text: a character, a mark of a field, the place of a note.
    pub(super) fn open_character(&mut self, element: &Element, name: &str) {
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
    pub(super) fn open_other(&mut self, element: &Element) {
        if element.name == "symEx" {
            let value = |name| element.attribute(name).unwrap_or_default();
            let character = symbol::character(value("font"), value("char"));
            self.locked(character, element.span);
        }
    }

    pub(super) fn field_mark(&mut self, kind: &str) {
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
    pub(super) fn note(&mut self, kind: &'static str, id: &str) {
        if self.is_visible()
            && let Some(note) = self.notes.remove(&(kind, id.to_owned()))
            && let Some(paragraph) = &mut self.story().paragraph
        {
            paragraph.hang(note);
        }
    }
}
