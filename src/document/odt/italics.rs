//! Edits of the view that come with italics: a span in a style around the new text (ISO/IEC 26300 part 1, 16.2, 20.192).

use super::{OPEN_DOCUMENT, OpenText, reader::TextRun};
use crate::{
    document::{
        Refusal, Rewritten,
        flow::RunEdit,
        package::{Tree, escape},
    },
    span::Span,
};

/// The styles that are added, with their values of `fo:font-style`.
const STYLES: [(&str, &str); 2] = [("RefmendItalic", "italic"), ("RefmendUpright", "normal")];
/// The namespace of styles.
const STYLE: &str = "urn:oasis:names:tc:opendocument:xmlns:style:1.0";
/// The namespace of the properties that the format took over.
const FORMATTING: &str = "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0";

impl OpenText {
    /// Translates a stretch written anew.
    ///
    /// # Errors
    /// When it cannot be made without touching more than text and italics.
    pub(in crate::document) fn rewrite(
        &self,
        rewritten: &Rewritten,
    ) -> Result<Vec<RunEdit>, Refusal> {
        let fits = |first: &TextRun, second: &TextRun| {
            first.container == second.container && first.upright == second.upright
        };
        self.flow.rewrite(rewritten, |run| run.italic, fits)
    }

    /// The parts of a stretch of the view that stand in italics.
    pub(in crate::document) fn italics(&self, span: Span) -> Vec<Span> {
        self.flow.italics(span, |run| run.italic)
    }

    /// New text of an edit, in the span that gives it its italics; `written` is the text as it stands between tags.
    pub(super) fn in_italics(tree: &Tree, edit: &RunEdit, written: String) -> Option<String> {
        let Some(italic) = edit.italics.filter(|_| !written.is_empty()) else {
            return Some(written);
        };
        let around = tree.innermost(edit.edit.span)?;
        let of_text = tree
            .around(around)
            .find(|number| tree.node(*number).qualified().0 == "text")?;
        let prefix = tree.node(of_text).prefix_in(tree.text());
        let (style, _) = STYLES[usize::from(!italic)];
        Some(format!(
            "<{prefix}span {prefix}style-name=\"{style}\">{written}</{prefix}span>"
        ))
    }

    /// The splice that adds the styles which edits ask for, and the text has not; none where they have no place.
    pub(super) fn styles(&self, edits: &[RunEdit]) -> Option<Vec<(Span, String)>> {
        let wanted = |italic: bool| edits.iter().any(|edit| edit.italics == Some(italic));
        let tree = Tree::read(super::CONTENT, &self.content, OPEN_DOCUMENT).ok()?;
        let all = Span::new(0, tree.text().len());
        let mut styles = String::new();
        let (_, list) = tree
            .within(all)
            .find(|(_, node)| node.qualified() == ("office", "automatic-styles"))?;
        let prefix = |address: &str| {
            let root = tree.node(0).tag.attributes();
            let mut names = root.into_iter().filter(|(_, value)| *value == address);
            Some(names.next()?.0.strip_prefix("xmlns:")?.to_owned())
        };
        let (style, formatting) = (prefix(STYLE)?, prefix(FORMATTING)?);
        for (idx, (name, value)) in STYLES.into_iter().enumerate() {
            let name = escape(name);
            let is_there = list
                .content
                .slice(tree.text())
                .contains(&format!("\"{name}\""));
            if wanted(idx == 0) && !is_there {
                styles.push_str(&format!(
                    "<{style}:style {style}:name=\"{name}\" {style}:family=\"text\"><{style}:text-properties \
                     {formatting}:font-style=\"{value}\" {style}:font-style-asian=\"{value}\" \
                     {style}:font-style-complex=\"{value}\"/></{style}:style>"
                ));
            }
        }
        if styles.is_empty() {
            return Some(Vec::new());
        }
        if list.span.end > list.tag.span.end {
            return Some(vec![(Span::at(list.content.end), styles)]);
        }
        let tag = list.tag.span.slice(tree.text());
        let name = tag.trim_start_matches('<').trim_end_matches("/>");
        let name_end = name.find(char::is_whitespace).unwrap_or(name.len());
        Some(vec![(
            list.span,
            format!("<{name}>{styles}</{}>", &name[..name_end]),
        )])
    }
}
