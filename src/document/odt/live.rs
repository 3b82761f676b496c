//! Stretches of an OpenDocument text made into fields, as Zotero's extension for `LibreOffice` writes them: a pair of reference marks
//! around a citation, a section around a list.

use super::{CONTENT, OPEN_DOCUMENT, OpenText};
use crate::{
    document::{
        flow::Ends,
        live::{NewField, Splices},
        map::Refusal,
        package::{Side, Tree, escape},
    },
    span::Span,
};

/// Elements that a field is not put around: the program that keeps it would delete them with its next change.
const HELD: &[(&str, &str)] = &[("text", "note"), ("draw", "frame"), ("draw", "object")];

impl OpenText {
    /// Name and contents of the part that holds the text.
    pub(in crate::document) fn part(&self) -> (&str, &str) {
        (CONTENT, &self.content)
    }

    /// The elements of the text.
    pub(in crate::document) fn tree(&self) -> Option<Tree<'_>> {
        Tree::read(CONTENT, &self.content, OPEN_DOCUMENT).ok()
    }

    /// The splices that make a stretch a field.
    ///
    /// # Errors
    /// When its two ends are not of one surrounding, or something in its midst is not to be in a field.
    pub(in crate::document) fn field(
        &self,
        tree: &Tree,
        field: &NewField,
    ) -> Result<Splices, Refusal> {
        let ends = self.flow.ends(field.span)?;
        let name = escape(&field.code).replace('"', "&quot;");
        let midst = Span::new(ends.first.start, ends.last.end);
        let holds = |(prefix, name): (&str, &str)| HELD.contains(&(prefix, name));
        if tree.within(midst).any(|(_, node)| holds(node.qualified())) {
            return Err(Refusal::Holds);
        }
        let prefix = text_prefix(tree, ends)?;
        if field.is_list {
            let (start, end) = beside(tree, ends).ok_or(Refusal::Crossing)?;
            let open = format!("<{prefix}section {prefix}name=\"{name}\">");
            return Ok(pair((start, open), (end, format!("</{prefix}section>"))));
        }
        if ends.crosses_lines {
            return Err(Refusal::NotInFile);
        }
        let mark = |side: &str| format!("<{prefix}reference-mark-{side} {prefix}name=\"{name}\"/>");
        Ok(pair((midst.start, mark("start")), (midst.end, mark("end"))))
    }
}

fn pair((start, open): (usize, String), (end, close): (usize, String)) -> Splices {
    vec![(0, Span::at(start), open), (0, Span::at(end), close)]
}

/// What names of elements of the text begin with in this file, colon included.
fn text_prefix<'a>(tree: &Tree<'a>, ends: Ends) -> Result<&'a str, Refusal> {
    let around = tree.innermost(ends.first).ok_or(Refusal::NotInFile)?;
    let mut around = tree.around(around).map(|number| tree.node(number));
    let of_text = around.find(|node| node.qualified().0 == "text");
    let prefix = of_text.map_or("", |node| node.prefix_in(tree.text()));
    Some(prefix)
        .filter(|prefix| !prefix.is_empty())
        .ok_or(Refusal::Crossing)
}

/// Where a list begins and ends that is whole elements beside each other: paragraphs, or lists of them.
fn beside(tree: &Tree, ends: Ends) -> Option<(usize, usize)> {
    let paragraph = |bytes| {
        let around = tree.around(tree.innermost(bytes)?);
        around
            .into_iter()
            .find(|number| matches!(tree.node(*number).qualified(), ("text", "p" | "h")))
    };
    let (first, last) = (paragraph(ends.first)?, paragraph(ends.last)?);
    let common = if first == last {
        tree.node(first).parent
    } else {
        tree.common(first, last)?
    };
    let holder = tree.around(common).find(|number| {
        !matches!(
            tree.node(*number).qualified(),
            ("text", "list" | "list-item")
        )
    })?;
    let first = tree.climb(first, holder, Side::Start, |_| false)?;
    let last = tree.climb(last, holder, Side::End, |_| false)?;
    Some((tree.node(first).span.start, tree.node(last).span.end))
}
