//! Edits of the view spliced into the XML of the parts.

use super::{WordText, reader::TextElement};
use crate::{
    document::{
        flow::{Grain, RunEdit},
        map::Refusal,
        package::{Markup, Scanner, escape, is_xml_space},
    },
    edit,
    span::Span,
};

/// Elements of run properties that say nothing about how text looks: the language for the spell checker, and that it is not to look.
const INVISIBLE: &[&str] = &["lang", "noProof"];

impl WordText {
    /// Translates one edit of the view.
    ///
    /// # Errors
    /// When it cannot be made without touching more than text.
    pub(in crate::document) fn translate(
        &self,
        edit: (Span, &str),
        grain: Grain,
    ) -> Result<Vec<RunEdit>, Refusal> {
        self.flow
            .translate(edit, grain, |first, second| self.fit(first, second))
    }

    /// Whether text of the second element may move into the first.
    fn fit(&self, first: &TextElement, second: &TextElement) -> bool {
        first.container == second.container
            && first.part == second.part
            && (first.properties == second.properties || self.look(first) == self.look(second))
    }

    /// The same where italics are said for each word.
    pub(super) fn fit_but_for_italics(&self, first: &TextElement, second: &TextElement) -> bool {
        let upright = |element| {
            let mut look = self.look(element);
            look.retain(|property| !super::italics::is_italics(property));
            look
        };
        first.container == second.container
            && first.part == second.part
            && upright(first) == upright(second)
    }

    /// The names and new contents of the parts that the edits change.
    pub(in crate::document) fn splice(&self, edits: &[RunEdit]) -> Vec<(&str, String)> {
        let numbers = 0..self.parts.len();
        let touched = numbers.filter(|number| edits.iter().any(|edit| edit.edit.part == *number));
        touched
            .map(|number| {
                let (name, text) = &self.parts[number];
                let edits = edits.iter().filter(|edit| edit.edit.part == number);
                (
                    name.as_str(),
                    self.splice_part(text, &edits.collect::<Vec<_>>()),
                )
            })
            .collect()
    }

    fn splice_part(&self, text: &str, edits: &[&RunEdit]) -> String {
        let mut splices: Vec<(Span, String)> = edits
            .iter()
            .map(|edit| (edit.edit.span, escape(&edit.edit.replacement)))
            .collect();
        let mut runs: Vec<usize> = edits.iter().map(|edit| edit.run).collect();
        runs.sort_unstable();
        runs.dedup();
        let texts = runs.into_iter().filter_map(|run| self.flow.runs.get(run));
        let marks: Vec<_> = texts
            .filter_map(|element| preserve(element, text, &splices))
            .collect();
        splices.extend(marks);
        let splices: Vec<_> = splices
            .iter()
            .map(|(span, text)| (*span, text.as_str()))
            .collect();
        edit::apply(text, &splices).0
    }

    /// The properties of a run, one string for each that shows.
    fn look(&self, element: &TextElement) -> Vec<&str> {
        let text = self.parts.get(element.part).map_or("", |(_, text)| text);
        let properties = element.properties.slice(text);
        let mut scanner = Scanner::new("", properties, super::WORD);
        let (mut look, mut depth, mut start) = (Vec::new(), 0, None);
        // The properties were read before, as a part of the whole; they are well-formed.
        while let Ok(Some(markup)) = scanner.next() {
            match markup {
                Markup::Open(element) => {
                    depth += 1;
                    if depth == 2 && !INVISIBLE.contains(&element.name) {
                        start = Some(element.span.start);
                    }
                }
                Markup::Close(span) => {
                    depth -= 1;
                    if depth == 1
                        && let Some(start) = start.take()
                    {
                        look.push(Span::new(start, span.end).slice(properties));
                    }
                }
                _ => {}
            }
        }
        look
    }
}

/// The mark that white space at the ends of a text element counts, where the edits make it needed.
fn preserve(
    element: &TextElement,
    text: &str,
    splices: &[(Span, String)],
) -> Option<(Span, String)> {
    let inside: Vec<_> = splices
        .iter()
        .filter(|(span, _)| element.content.start <= span.start && span.end <= element.content.end)
        .map(|(span, text)| {
            (
                Span::new(
                    span.start - element.content.start,
                    span.end - element.content.start,
                ),
                text.as_str(),
            )
        })
        .collect();
    let (content, _) = edit::apply(element.content.slice(text), &inside);
    let is_needed = content.starts_with(is_xml_space) || content.ends_with(is_xml_space);
    let position = element.opening.end.saturating_sub(1);
    (is_needed && !element.preserved)
        .then(|| (Span::at(position), " xml:space=\"preserve\"".to_owned()))
}
