//! A stretch written anew in the spelling of its format.

use super::{
    mark::Italics,
    read::{Held, Marked},
};
use crate::{
    document::{
        Document, Format, Refusal, Rewritten, escape,
        hunk::{Step, steps},
    },
    span::Span,
};

/// The bytes of the file that a stretch takes, and its new spelling.
///
/// # Errors
/// When words change that a link or the like holds.
pub(in crate::document) fn spelt(
    document: &Document,
    source: &str,
    marked: &Marked,
    rewritten: &Rewritten,
    italics: &Italics,
) -> Result<(Span, String), Refusal> {
    let mut speller = Speller {
        document,
        source,
        rewritten,
        chunks: Vec::new(),
    };
    let steps = steps(&document.text, rewritten.span, &rewritten.text);
    let mut held = marked.held.iter().copied().peekable();
    let mut at = 0;
    while let Some(step) = steps.get(at) {
        let Some(next) = held.next_if(|held| held.view.start <= step.old.start) else {
            speller.step(step)?;
            at += 1;
            continue;
        };
        at += speller.held(next, &steps[at..])?;
    }
    for rest in held {
        speller.held(rest, &[])?;
    }
    let text = joined(&speller.chunks, document.format, italics);
    Ok((marked.source, text))
}

struct Speller<'a> {
    document: &'a Document,
    source: &'a str,
    rewritten: &'a Rewritten,
    /// What has been written so far, in the spelling of the format, and whether it stands in italics.
    chunks: Vec<(String, bool)>,
}

impl Speller<'_> {
    fn push(&mut self, text: &str, is_italic: bool) {
        match self.chunks.last_mut() {
            Some((last, its)) if *its == is_italic => last.push_str(text),
            _ => self.chunks.push((text.to_owned(), is_italic)),
        }
    }

    /// Writes a word that stays, or what comes in the place of others.
    fn step(&mut self, step: &Step) -> Result<(), Refusal> {
        if step.is_kept {
            let written = self.as_written(step.old)?;
            let is_italic = self.rewritten.is_italic(step.new.start);
            self.push(&written, is_italic);
            return Ok(());
        }
        let rewritten = self.rewritten;
        let mut end = step.new.start;
        for (text, is_italic) in rewritten.parts(step.new) {
            end += text.len();
            let behind = rewritten.text.get(end..).unwrap_or_default();
            let written = self.escaped(text, behind.starts_with(char::is_whitespace));
            self.push(&written, is_italic);
        }
        Ok(())
    }

    /// New text in the spelling of the format, which may depend on whether a blank follows: `&` begins no entity then.
    fn escaped(&self, text: &str, has_blank_behind: bool) -> String {
        let format = self.document.format;
        let with_blank = has_blank_behind.then(|| escape(format, &format!("{text} ")));
        let without = with_blank
            .as_deref()
            .and_then(|text| text.strip_suffix(' '));
        without.map_or_else(|| escape(format, text), str::to_owned)
    }

    /// The bytes of the file for a word of the view.
    fn as_written(&self, word: Span) -> Result<String, Refusal> {
        let pieces = self.document.map.pieces();
        let first = pieces.partition_point(|piece| piece.view.end <= word.start);
        let mut written = String::new();
        for piece in &pieces[first..] {
            if piece.view.start >= word.end {
                break;
            }
            let start = piece.view.start.max(word.start);
            let end = piece.view.end.min(word.end);
            let bytes = if piece.verbatim {
                let offset = |at: usize| piece.source.start + (at - piece.view.start);
                Span::new(offset(start), offset(end))
            } else if word.covers(piece.view) {
                piece.source
            } else {
                return Err(Refusal::AcrossMarkup);
            };
            written.push_str(bytes.slice(self.source));
        }
        Ok(written)
    }

    /// Writes what is held as it stands, if all its words stay; gives the number of steps that it took.
    fn held(&mut self, held: Held, steps: &[Step]) -> Result<usize, Refusal> {
        let within = steps
            .iter()
            .take_while(|step| step.old.end <= held.view.end && !held.view.is_empty());
        let within: Vec<&Step> = within.collect();
        let is_italic = match (within.first(), within.last()) {
            (Some(first), Some(last)) => {
                let is_italic = self.rewritten.is_italic(first.new.start);
                let is_same = within.iter().all(|step| {
                    step.is_kept && self.rewritten.is_italic(step.new.start) == is_italic
                });
                let is_whole = first.old.start == held.view.start && last.old.end == held.view.end;
                if !is_same || !is_whole {
                    return Err(Refusal::AcrossMarkup);
                }
                is_italic
            }
            _ if held.view.is_empty() => {
                self.chunks.last().is_some_and(|(_, is_italic)| *is_italic)
            }
            _ => return Err(Refusal::AcrossMarkup),
        };
        self.push(held.source.slice(self.source), is_italic);
        Ok(within.len())
    }
}

/// All chunks, those in italics between their marks; blanks at the ends of these stand outside.
fn joined(chunks: &[(String, bool)], format: Format, italics: &Italics) -> String {
    let mut text = String::new();
    for (idx, (chunk, is_italic)) in chunks.iter().enumerate() {
        let inner = chunk.trim();
        if !is_italic || inner.is_empty() {
            text.push_str(chunk);
            continue;
        }
        let start = chunk.len() - chunk.trim_start().len();
        let before = &chunk[..start];
        let behind = &chunk[start + inner.len()..];
        let next = behind.chars().next();
        let after = || chunks.get(idx + 1)?.0.chars().next();
        let next = next.or_else(after);
        let last = before
            .chars()
            .next_back()
            .or_else(|| text.chars().next_back());
        let touches = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
        // `_` within a word is no mark.
        let (open, close) =
            if format == Format::Typst && italics.open == "_" && (touches(last) || touches(next)) {
                ("#emph[", "]")
            } else {
                (italics.open.as_str(), italics.close.as_str())
            };
        text.push_str(&[before, open, inner, close, behind].concat());
    }
    text
}
