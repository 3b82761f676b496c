//! Edits of the view that come with italics: a span in a style around the new text (ISO/IEC 26300 part 1, 16.2, 20.192).

use super::{OpenText, reader::TextRun};
use crate::{
    document::{Refusal, Rewritten, flow::RunEdit, package::Tree},
    span::Span,
};

/// The styles that are added, with their values of `fo:font-style`.
const STYLES: [(&str, &str); 2] = [("RefmendItalic", "italic"), ("RefmendUpright", "normal")];
/// The namespaces of styles and of the properties that the format took over, with their usual prefixes.
const NAMESPACES: [(&str, &str); 2] = [
    ("style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0"),
    (
        "fo",
        "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    ),
];

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
        let tree = self.tree()?;
        let all = Span::new(0, tree.text().len());
        let named = |wanted: &str| {
            let mut nodes = tree.within(all).map(|(_, node)| node);
            nodes.find(|node| node.qualified() == ("office", wanted))
        };
        let list = named("automatic-styles");
        let own = list.map_or("", |list| list.content.slice(tree.text()));
        let is_wanted = |(idx, (name, _)): &(usize, (&str, &str))| {
            let italic = *idx == 0;
            edits.iter().any(|edit| edit.italics == Some(italic))
                && !own.contains(&format!("\"{name}\""))
        };
        let declarations = declarations(&tree);
        let styles = STYLES.into_iter().enumerate().filter(is_wanted);
        let styles: String = styles
            .map(|(_, (name, value))| {
                format!(
                    "<style:style{declarations} style:name=\"{name}\" style:family=\"text\"><style:text-properties \
                     fo:font-style=\"{value}\" style:font-style-asian=\"{value}\" style:font-style-complex=\"{value}\"/></style:style>"
                )
            })
            .collect();
        if styles.is_empty() {
            return Some(Vec::new());
        }
        let Some(list) = list else {
            let body = named("body")?;
            let office = body.prefix_in(tree.text());
            let list = format!("<{office}automatic-styles>{styles}</{office}automatic-styles>");
            return Some(vec![(Span::at(body.span.start), list)]);
        };
        if list.span.end > list.tag.span.end {
            return Some(vec![(Span::at(list.content.end), styles)]);
        }
        let office = list.prefix_in(tree.text());
        let opening = list.tag.span.slice(tree.text()).trim_end_matches("/>");
        let list_with = format!("{opening}>{styles}</{office}automatic-styles>");
        Some(vec![(list.span, list_with)])
    }
}

/// What the root does not say of the prefixes of styles.
fn declarations(tree: &Tree) -> String {
    let missing = NAMESPACES.iter().filter(|(prefix, address)| {
        let mut root = tree.node(0).tag.attributes();
        !root.any(|(name, value)| name == format!("xmlns:{prefix}") && value == *address)
    });
    missing
        .map(|(prefix, address)| format!(" xmlns:{prefix}=\"{address}\""))
        .collect()
}
