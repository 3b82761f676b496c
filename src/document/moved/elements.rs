//! The paragraphs of word processors that stretches of the view are, put into another order.

use super::{neighbours, rearranged};
use crate::{
    document::{
        Office, Refusal,
        package::{Node, Tree},
    },
    span::Span,
};

/// Elements that begin at one place and end at another, by what their names begin with.
const RANGES: &[&str] = &["bookmark", "commentRange", "reference-mark", "perm"];

/// What stands for a tracked change, the mark of a field, or the end of a section.
const FIXED: &[&str] = &[
    "ins",
    "del",
    "moveFrom",
    "moveTo",
    "rPrChange",
    "pPrChange",
    "fldChar",
    "sectPr",
    "change",
    "change-start",
    "change-end",
];

impl Office {
    /// The file with paragraphs, each a stretch of the view, in another order.
    pub(in crate::document) fn moved(
        &self,
        stretches: &[Span],
        order: &[usize],
    ) -> Result<Vec<u8>, Refusal> {
        if self.revision().is_some() {
            return Err(Refusal::Untracked);
        }
        let is_kept = |stretch: &Span| {
            let mut fields = self.layout().fields.iter();
            fields.any(|field| field.span.overlaps(*stretch))
        };
        if stretches.iter().any(is_kept) {
            return Err(Refusal::InField);
        }
        let mut part = None;
        let mut places = Vec::new();
        for stretch in stretches {
            let (number, source) = self.map().source_of(*stretch).ok_or(Refusal::NotInFile)?;
            if *part.get_or_insert(number) != number {
                return Err(Refusal::Crossing);
            }
            places.push(source);
        }
        let (name, text) = self
            .part(part.unwrap_or_default())
            .ok_or(Refusal::NotInFile)?;
        let tree = self.tree_of(name, text).ok_or(Refusal::NotInFile)?;
        let paragraphs = paragraphs(&tree, &places)?;
        let text = rearranged(text, &paragraphs, order);
        self.with_part(name, text).ok_or(Refusal::ReadsOtherwise)
    }
}

/// The bytes of the paragraphs that hold stretches of a part.
fn paragraphs(tree: &Tree, places: &[Span]) -> Result<Vec<Span>, Refusal> {
    let mut found: Vec<(usize, Span)> = Vec::new();
    for place in places {
        let inner = tree.innermost(*place).ok_or(Refusal::NotInFile)?;
        let number = tree
            .around(inner)
            .find(|number| matches!(tree.node(*number).qualified(), ("w" | "text", "p")))
            .ok_or(Refusal::Crossing)?;
        check(tree, tree.node(number))?;
        found.push((tree.node(number).parent, tree.node(number).span));
    }
    let is_row = found
        .windows(2)
        .all(|pair| pair[0].0 == pair[1].0 && pair[0].1.end <= pair[1].1.start);
    let paragraphs: Vec<Span> = found.into_iter().map(|(_, span)| span).collect();
    let is_blank = |gap| Span::from(gap).slice(tree.text()).trim().is_empty();
    if !is_row || !neighbours(&paragraphs).all(is_blank) {
        return Err(Refusal::Crossing);
    }
    Ok(paragraphs)
}

/// Refuses a paragraph that cannot stand elsewhere.
fn check(tree: &Tree, paragraph: &Node) -> Result<(), Refusal> {
    let mut open = 0_isize;
    for (_, node) in tree.within(paragraph.content) {
        let (_, name) = node.qualified();
        if FIXED.contains(&name) {
            return Err(Refusal::Crossing);
        }
        if name == "numId" && node.tag.attribute("val") != Some("0") {
            return Err(Refusal::Numbered);
        }
        if RANGES.iter().any(|range| name.starts_with(range)) {
            let is_start = name.ends_with("Start") || name.ends_with("-start");
            let is_end = name.ends_with("End") || name.ends_with("-end");
            open += isize::from(is_start) - isize::from(is_end);
        }
    }
    if open == 0 {
        Ok(())
    } else {
        Err(Refusal::Crossing)
    }
}
