//! What the closing tags of a Word document end.

use super::{Frame, OpenText, Reader};
use crate::span::Span;

impl Reader<'_> {
    pub(super) fn close(&mut self, span: Span) {
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
            Some(Frame::Row) => {
                if let Some(row) = self.rows.pop() {
                    row.end(&mut self.paragraphs);
                }
            }
            Some(Frame::Note(kind, id)) => {
                self.finish_unfinished();
                let paragraphs = std::mem::take(&mut self.paragraphs);
                self.notes.insert((kind, id), paragraphs);
            }
            _ => {}
        }
    }

    pub(super) fn close_paragraph(&mut self) {
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

    pub(super) fn finish_unfinished(&mut self) {
        self.paragraphs.extend(self.unfinished.take());
    }

    pub(super) fn close_text(&mut self, text: OpenText, closing: Span) {
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

    pub(super) fn close_field(&mut self) {
        let story = self.story();
        let live = story.controls.end();
        if let (Some((start, kind)), Some(paragraph)) = (live, &mut story.paragraph) {
            paragraph.mark_field(start, kind);
        }
    }
}
