//! The text of a Word document, and what of it can be seen.

use super::{Frame, OpenText, Reader, TextElement};
use crate::{
    document::{
        flow::{Lock, Origin},
        package::is_xml_space,
        raised::raised_stretch,
    },
    span::Span,
};

impl Reader<'_> {
    /// Takes text that stands in the file as it is read, line ends apart, which Word shows as spaces.
    pub(super) fn text(&mut self, text: &str, span: Span) {
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
    pub(super) fn converted(&mut self, text: &str, span: Span) {
        self.add(text, span, false);
    }

    /// Adds text of the innermost element to the paragraph, or to the code of a field.
    pub(super) fn add(&mut self, text: &str, span: Span, verbatim: bool) {
        match self.frames.last() {
            Some(Frame::Code) => self.story().fields.add_code(text),
            Some(Frame::Text(open)) if self.is_visible() => {
                let open = *open;
                self.add_visible(open, text, span, verbatim);
            }
            _ => {}
        }
    }

    pub(super) fn add_visible(&mut self, open: OpenText, text: &str, span: Span, verbatim: bool) {
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
        let letters = self.is_raised().then(|| raised_stretch(text)).flatten();
        if let Some(paragraph) = &mut self.story().paragraph {
            match letters {
                Some(letters) => paragraph.push(&letters, (part, span), false, origin),
                None => paragraph.push(text, (part, span), verbatim, origin),
            }
        }
    }

    /// Whether the letters at this place are raised.
    fn is_raised(&self) -> bool {
        let run = self.open_runs.last().copied().unwrap_or_default();
        run.raised.unwrap_or(run.raised_by_style)
    }

    /// Adds a character that is an element of its own.
    pub(super) fn locked(&mut self, character: char, span: Span) {
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
    pub(super) fn run_of(&mut self, open: OpenText) -> usize {
        if let Some(run) = open.run {
            return run;
        }
        let own = self.open_runs.last().copied().unwrap_or_default();
        let of_paragraph = self.story().italic;
        let italic_by_style = own.italic_by_style.unwrap_or(of_paragraph);
        self.runs.push(TextElement {
            part: self.part,
            opening: open.opening,
            content: Span::at(open.opening.end),
            preserved: open.preserved,
            properties: own.properties,
            container: self.containers.last().copied().unwrap_or_default(),
            italic: own.italic.unwrap_or(italic_by_style),
            italic_by_style,
        });
        let run = self.runs.len() - 1;
        if let Some(Frame::Text(open)) = self.frames.last_mut() {
            open.run = Some(run);
        }
        run
    }

    /// Whether text at this place is seen by a reader of the document.
    pub(super) fn is_visible(&self) -> bool {
        let run = self.open_runs.last().copied().unwrap_or_default();
        let hidden = run.hidden.unwrap_or(run.hidden_by_style);
        let story = self.stories.last();
        self.deleted == 0 && !hidden && story.is_some_and(|story| story.fields.is_visible())
    }

    /// Why text at this place is not to be edited, if so.
    pub(super) fn lock(&self) -> Option<Lock> {
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
