//! Stretches of the view written anew, with italics, translated into edits of the text between tags.

use super::{
    Flow, RunEdit,
    edit::{is_plain, run_of},
};
use crate::{
    document::{
        Rewritten,
        hunk::{Hunk, Step, steps},
        map::{Refusal, SourceEdit},
    },
    span::Span,
};

impl<R> Flow<R> {
    /// Translates a stretch written anew: words that differ, and words that stay but change their italics.
    ///
    /// `is_italic` says whether a run stands in italics; `fits`, whether text of the second may move into the first but for them.
    pub(in crate::document) fn rewrite(
        &self,
        rewritten: &Rewritten,
        is_italic: impl Fn(&R) -> bool,
        fits: impl Fn(&R, &R) -> bool,
    ) -> Result<Vec<RunEdit>, Refusal> {
        let Rewritten { span, text, .. } = rewritten;
        if self.text.get(span.start..span.end).is_none() {
            return Err(Refusal::OutsideText);
        }
        if !text.chars().all(is_plain) {
            return Err(Refusal::NotInFile);
        }
        let is_italic = |run: usize| self.runs.get(run).is_some_and(&is_italic);
        let mut edits = Vec::new();
        for step in steps(&self.text, *span, text) {
            if step.is_kept {
                self.restyle(&step, rewritten, is_italic, &mut edits);
            } else {
                edits.extend(self.change(&step, rewritten, is_italic, &fits)?);
            }
        }
        for edit in &mut edits {
            let is_as_run = |italics: &bool| *italics == is_italic(edit.run);
            if edit.italics.as_ref().is_some_and(is_as_run) {
                edit.italics = None;
            }
        }
        Ok(touching_joined(edits))
    }

    /// The parts of a stretch of the view that stand in italics.
    pub(in crate::document) fn italics(
        &self,
        span: Span,
        is_italic: impl Fn(&R) -> bool,
    ) -> Vec<Span> {
        let mut italics: Vec<Span> = Vec::new();
        for (piece, origin) in self.overlapping(span) {
            let run = run_of(*origin).ok().and_then(|run| self.runs.get(run));
            if !run.is_some_and(&is_italic) {
                continue;
            }
            let start = piece.view.start.max(span.start);
            let here = Span::new(start, piece.view.end.min(span.end));
            match italics.last_mut().filter(|last| last.end == here.start) {
                Some(last) => last.end = here.end,
                None => italics.push(here),
            }
        }
        italics
    }

    /// Sets a word that stays in italics, or takes it out of them.
    fn restyle(
        &self,
        step: &Step,
        rewritten: &Rewritten,
        is_italic: impl Fn(usize) -> bool,
        edits: &mut Vec<RunEdit>,
    ) {
        let wanted = rewritten.is_italic(step.new.start);
        for (piece, origin) in self.overlapping(step.old) {
            let Ok(run) = run_of(*origin) else { continue };
            if is_italic(run) == wanted {
                continue;
            }
            let start = piece.view.start.max(step.old.start);
            let here = Span::new(start, piece.view.end.min(step.old.end));
            edits.push(RunEdit {
                run,
                edit: self.clipped(piece, here, here.slice(&self.text)),
                italics: Some(wanted),
            });
        }
    }

    /// The edits for words that change; the new ones go into the first run, each with its italics.
    fn change(
        &self,
        step: &Step,
        rewritten: &Rewritten,
        is_italic: impl Fn(usize) -> bool,
        fits: impl Fn(&R, &R) -> bool,
    ) -> Result<Vec<RunEdit>, Refusal> {
        let mut parts = rewritten.parts(step.new).into_iter();
        let (first, first_italics) = parts.next().unwrap_or_default();
        let hunk = Hunk {
            span: step.old,
            replacement: first.to_owned(),
        };
        let mut edits = if step.old.is_empty() {
            let alike = self.insertion(&hunk, |run| is_italic(run) == first_italics);
            let alike = alike.ok().filter(|_| parts.len() == 0);
            vec![alike.map_or_else(|| self.insertion(&hunk, |_| true), Ok)?]
        } else {
            self.replacement(&hunk, fits)?
        };
        let Some(into) = edits.first_mut() else {
            return Ok(edits);
        };
        into.italics = Some(first_italics);
        let (run, part, end) = (into.run, into.edit.part, into.edit.span.end);
        let others = parts.map(|(text, italics)| RunEdit {
            run,
            edit: SourceEdit {
                part,
                span: Span::at(end),
                replacement: text.to_owned(),
            },
            italics: Some(italics),
        });
        let others: Vec<RunEdit> = others.collect();
        edits.splice(1..1, others);
        Ok(edits)
    }
}

/// The edits, those of one run and one look that meet made one.
fn touching_joined(edits: Vec<RunEdit>) -> Vec<RunEdit> {
    let mut joined: Vec<RunEdit> = Vec::new();
    for next in edits {
        let is_same = |last: &&mut RunEdit| {
            last.run == next.run
                && last.italics == next.italics
                && last.edit.part == next.edit.part
                && last.edit.span.end == next.edit.span.start
        };
        match joined.last_mut().filter(is_same) {
            Some(last) => {
                last.edit.span = last.edit.span.join(next.edit.span);
                last.edit.replacement.push_str(&next.edit.replacement);
            }
            None => joined.push(next),
        }
    }
    joined
}
