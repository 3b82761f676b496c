//! Edits of the view that come with italics: the run is cut, and the new text gets one of its own (ECMA-376 part 1, 17.3.2.16).

use super::{
    WordText,
    live::{Run, Trees, preserved, spliced},
    reader::TextElement,
    track::between,
};
use crate::{
    document::{
        Refusal, Rewritten,
        flow::RunEdit,
        package::{Tree, escape},
    },
    span::Span,
};

/// Elements of run properties that speak of italics.
const ITALICS: &[&str] = &["i", "iCs"];
/// Elements that stand before them.
const BEFORE: &[&str] = &["rStyle", "rFonts", "b", "bCs"];

/// Whether a property, as it is written, speaks of italics.
pub(super) fn is_italics(property: &str) -> bool {
    ITALICS.contains(&name(property))
}

/// The name of an element, without its prefix.
fn name(element: &str) -> &str {
    let tag = element.trim_start_matches('<');
    let end = tag.find(|c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>'));
    let name = &tag[..end.unwrap_or(tag.len())];
    name.rsplit(':').next().unwrap_or(name)
}

impl WordText {
    /// Translates a stretch written anew.
    ///
    /// # Errors
    /// When it cannot be made without touching more than text and italics.
    pub(in crate::document) fn rewrite(
        &self,
        rewritten: &Rewritten,
    ) -> Result<Vec<RunEdit>, Refusal> {
        let fits =
            |first: &TextElement, second: &TextElement| self.fit_but_for_italics(first, second);
        self.flow.rewrite(rewritten, |element| element.italic, fits)
    }

    /// The parts of a stretch of the view that stand in italics.
    pub(in crate::document) fn italics(&self, span: Span) -> Vec<Span> {
        self.flow.italics(span, |element| element.italic)
    }

    /// The names and new contents of the parts that edits with italics change; none if one of them cannot be made where it is.
    pub(in crate::document) fn splice_with_italics(
        &self,
        edits: &[RunEdit],
    ) -> Option<Vec<(&str, String)>> {
        let mut trees = Trees::new(self);
        let mut parts = Vec::new();
        for (number, (part, _)) in self.parts.iter().enumerate() {
            let here = edits.iter().filter(|edit| edit.edit.part == number);
            let mut here: Vec<&RunEdit> = here.collect();
            if here.is_empty() {
                continue;
            }
            here.sort_by_key(|edit| edit.edit.span);
            let tree = trees.get(number)?;
            let mut splices: Vec<(Span, String)> = Vec::new();
            for group in here.chunk_by(|one, two| one.run == two.run && meet(one, two)) {
                splices.extend(self.splices(tree, group)?);
            }
            parts.push((part.as_str(), spliced(tree, &splices)));
        }
        Some(parts)
    }

    /// The splices for edits of one run that meet.
    fn splices(&self, tree: &Tree, group: &[&RunEdit]) -> Option<Vec<(Span, String)>> {
        let element = self.flow.runs.get(group.first()?.run)?;
        let number = tree.innermost(element.opening)?;
        let span = Span::new(group.first()?.edit.span.start, group.last()?.edit.span.end);
        if group.iter().all(|edit| edit.italics.is_none()) {
            let text: String = group
                .iter()
                .map(|edit| escape(&edit.edit.replacement))
                .collect();
            let mark = preserved(tree.node(number));
            return Some(mark.into_iter().chain([(span, text)]).collect());
        }
        let run = Run::around(tree, number).ok()?;
        let texts = group
            .iter()
            .filter(|edit| !edit.edit.replacement.is_empty());
        let runs: String = texts
            .map(|edit| {
                let italic = edit.italics.unwrap_or(element.italic);
                let properties = with_italics(&run, element, italic);
                let (prefix, text) = (run.prefix, escape(&edit.edit.replacement));
                let text = format!("<{prefix}t xml:space=\"preserve\">{text}</{prefix}t>");
                Run {
                    properties: &properties,
                    ..run.clone()
                }
                .with(&text)
            })
            .collect();
        Some(between(tree, number, &run, span, &runs))
    }
}

/// Whether one edit begins where the other ends.
fn meet(one: &RunEdit, two: &RunEdit) -> bool {
    one.edit.span.end == two.edit.span.start
}

/// The properties of a run, with italics or without.
pub(super) fn with_italics(run: &Run, element: &TextElement, italic: bool) -> String {
    let (prefix, written) = (run.prefix, run.properties);
    if italic == element.italic {
        return written.to_owned();
    }
    let mark = match (italic, element.italic_by_style) {
        (true, false) => format!("<{prefix}i/><{prefix}iCs/>"),
        (false, true) => format!("<{prefix}i {prefix}val=\"0\"/><{prefix}iCs {prefix}val=\"0\"/>"),
        _ => String::new(),
    };
    let inner = children(written);
    let mut kept = inner
        .into_iter()
        .filter(|property| !is_italics(property))
        .peekable();
    let mut properties = String::new();
    while let Some(before) = kept.next_if(|property| BEFORE.contains(&name(property))) {
        properties.push_str(before);
    }
    properties.push_str(&mark);
    kept.for_each(|property| properties.push_str(property));
    if properties.is_empty() {
        return String::new();
    }
    format!("<{prefix}rPr>{properties}</{prefix}rPr>")
}

/// The elements within one, as they are written.
fn children(element: &str) -> Vec<&str> {
    let Ok(tree) = Tree::read("", element, super::WORD) else {
        return Vec::new();
    };
    let all = Span::new(1.min(element.len()), element.len());
    let inner = tree.within(all).filter(|(_, node)| node.parent == 0);
    inner.map(|(_, node)| node.span.slice(element)).collect()
}
