//! Stretches of a Word document made into fields: three marks in runs of their own (ECMA-376 part 1, 17.16.18).

use super::{WORD, WordText};
use crate::{
    document::{
        flow::Ends,
        live::{NewField, Splices},
        map::Refusal,
        package::{Node, Side, Tree, escape},
    },
    edit,
    span::Span,
};

/// Elements that may hold runs.
const HOLDERS: &[&str] = &[
    "p",
    "ins",
    "moveTo",
    "hyperlink",
    "smartTag",
    "sdtContent",
    "customXml",
    "dir",
    "bdo",
];

/// Elements that a field is not put around: the program that keeps it would delete them with its next change.
const HELD: &[&str] = &[
    "footnoteReference",
    "endnoteReference",
    "drawing",
    "pict",
    "object",
    "oMath",
];

/// The trees of the parts, each read when it is needed.
pub(in crate::document) struct Trees<'a> {
    word: &'a WordText,
    read: Vec<Option<Tree<'a>>>,
}

impl WordText {
    /// Names and contents of the parts that hold text, by their numbers in the map.
    pub(in crate::document) fn parts(&self) -> impl Iterator<Item = (&str, &str)> {
        let parts = self.parts.iter();
        parts.map(|(name, text)| (name.as_str(), text.as_str()))
    }
}

impl<'a> Trees<'a> {
    /// Begins with none.
    pub(in crate::document) fn new(word: &'a WordText) -> Self {
        let read = word.parts.iter().map(|_| None).collect();
        Self { word, read }
    }

    /// The tree of a part.
    pub(super) fn get(&mut self, part: usize) -> Option<&Tree<'a>> {
        let (name, text) = self.word.parts.get(part)?;
        let tree = self.read.get_mut(part)?;
        if tree.is_none() {
            *tree = Tree::read(name, text, WORD).ok();
        }
        tree.as_ref()
    }

    /// The splices that make a stretch a field.
    ///
    /// # Errors
    /// When its two ends are not of one surrounding, or something in its midst is not to be in a field.
    pub(in crate::document) fn field(&mut self, field: &NewField) -> Result<Splices, Refusal> {
        let ends = self.word.flow.ends(field.span)?;
        if ends.crosses_lines && !field.is_list {
            return Err(Refusal::NotInFile);
        }
        let tree = self.get(ends.part).ok_or(Refusal::NotInFile)?;
        let (start, end) = marks(tree, ends)?;
        check_midst(tree, Span::new(start.at(), end.at()))?;
        let begin = [
            mark(&start.run, "begin"),
            instruction(&start.run, &field.code),
            mark(&start.run, "separate"),
        ];
        let mut splices = start.splices(tree, &begin.concat());
        splices.extend(end.splices(tree, &mark(&end.run, "end")));
        let with_part = |(span, text)| (ends.part, span, text);
        Ok(splices.into_iter().map(with_part).collect())
    }
}

/// A run that elements are put beside or into: what its likes need.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Run<'a> {
    /// The number of its element.
    pub(super) number: usize,
    /// What its names begin with, colon included.
    pub(super) prefix: &'a str,
    /// Its properties, as they are written.
    pub(super) properties: &'a str,
}

impl<'a> Run<'a> {
    /// The run around a child of it.
    pub(super) fn around(tree: &Tree<'a>, child: usize) -> Result<Self, Refusal> {
        let number = tree.node(child).parent;
        let run = tree.node(number);
        let prefix = run.prefix_in(tree.text());
        let mut children = tree.within(run.content);
        let properties = children
            .find(|(_, child)| child.parent == number && child.qualified() == ("w", "rPr"))
            .map_or("", |(_, properties)| properties.span.slice(tree.text()));
        // Without a prefix, the attributes could not be named.
        if run.qualified() != ("w", "r") || prefix.is_empty() {
            return Err(Refusal::Crossing);
        }
        Ok(Self {
            number,
            prefix,
            properties,
        })
    }

    /// A run of the same look.
    pub(super) fn with(&self, content: &str) -> String {
        let Self {
            prefix, properties, ..
        } = self;
        format!("<{prefix}r>{properties}{content}</{prefix}r>")
    }
}

/// A place between runs, or one within a run that is cut there.
struct Mark<'a> {
    run: Run<'a>,
    place: Place,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Between elements that may stand beside runs.
    Beside(usize),
    /// Between two children of the run.
    Within(usize),
    /// In the text of the run, in the text element of this number.
    InText(usize, usize),
}

impl Mark<'_> {
    fn at(&self) -> usize {
        match self.place {
            Place::Beside(at) | Place::Within(at) | Place::InText(at, _) => at,
        }
    }

    /// Puts runs into the place.
    fn splices(&self, tree: &Tree, runs: &str) -> Vec<(Span, String)> {
        let Run {
            prefix, properties, ..
        } = self.run;
        let at = Span::at(self.at());
        match self.place {
            Place::Beside(_) => vec![(at, runs.to_owned())],
            Place::Within(_) => {
                vec![(at, format!("</{prefix}r>{runs}<{prefix}r>{properties}"))]
            }
            Place::InText(_, text) => {
                let cut = format!(
                    "</{prefix}t></{prefix}r>{runs}<{prefix}r>{properties}<{prefix}t xml:space=\"preserve\">"
                );
                vec![preserved(tree.node(text)), Some((at, cut))]
                    .into_iter()
                    .flatten()
                    .collect()
            }
        }
    }
}

/// The text of a part with splices made, each once.
pub(super) fn spliced(tree: &Tree, splices: &[(Span, String)]) -> String {
    let mut once: Vec<(Span, &str)> = Vec::new();
    for (span, text) in splices {
        let splice = (*span, text.as_str());
        if !once.contains(&splice) {
            once.push(splice);
        }
    }
    edit::apply(tree.text(), &once).0
}

/// The mark that white space at the ends of a text element counts, where it has none.
pub(super) fn preserved(text: &Node) -> Option<(Span, String)> {
    let position = text.tag.span.end - 1;
    let is_marked = text.tag.attribute("space") == Some("preserve");
    (!is_marked).then(|| (Span::at(position), " xml:space=\"preserve\"".to_owned()))
}

/// The places for the two marks around a stretch.
fn marks<'a>(tree: &Tree<'a>, ends: Ends) -> Result<(Mark<'a>, Mark<'a>), Refusal> {
    let child = |bytes| tree.innermost(bytes).ok_or(Refusal::NotInFile);
    let (first, last) = (child(ends.first)?, child(ends.last)?);
    let (start_run, end_run) = (Run::around(tree, first)?, Run::around(tree, last)?);
    let (start_level, end_level) =
        levels(tree, start_run.number, end_run.number).ok_or(Refusal::Crossing)?;
    let start = place(tree, first, ends.first.start, Side::Start, start_level)?;
    let end = place(tree, last, ends.last.end, Side::End, end_level)?;
    let mark = |run, place| Mark { run, place };
    Ok((mark(start_run, start), mark(end_run, end)))
}

/// The elements that the two marks stand in: one, or two paragraphs that follow each other.
fn levels(tree: &Tree, start: usize, end: usize) -> Option<(usize, usize)> {
    let paragraph = |run| tree.named_around(run, ("w", "p"));
    let (first, last) = (paragraph(start)?, paragraph(end)?);
    if first != last {
        let are_beside = tree.node(first).parent == tree.node(last).parent;
        return are_beside.then_some((first, last));
    }
    let common = tree.common(start, end)?;
    let (prefix, name) = tree.node(common).qualified();
    (prefix == "w" && HOLDERS.contains(&name)).then_some((common, common))
}

/// The place before or behind a piece of the text that lies in a child of a run.
fn place(tree: &Tree, child: usize, at: usize, side: Side, level: usize) -> Result<Place, Refusal> {
    let run = tree.node(child).parent;
    let edge = |node: &Node| match side {
        Side::Start => node.span.start,
        Side::End => node.span.end,
    };
    let node = tree.node(child);
    let is_in_text =
        node.content.contains(at) && at != node.content.start && at != node.content.end;
    let is_inside = is_in_text || !tree.is_outermost(child, side, is_passed);
    if is_inside && tree.node(run).parent != level {
        return Err(Refusal::Crossing);
    }
    if is_in_text {
        return Ok(Place::InText(at, child));
    }
    if is_inside {
        return Ok(Place::Within(edge(node)));
    }
    let outer = tree.climb(run, level, side, is_passed);
    outer
        .map(|outer| Place::Beside(edge(tree.node(outer))))
        .ok_or(Refusal::Crossing)
}

/// Whether an element is nothing that text could stand before or behind.
pub(super) fn is_passed(node: &Node) -> bool {
    let (prefix, name) = node.qualified();
    prefix == "w"
        && matches!(
            name,
            "rPr" | "pPr" | "sdtPr" | "lastRenderedPageBreak" | "proofErr"
        )
}

/// Checks that what lies between the marks is whole, and may be in a field.
fn check_midst(tree: &Tree, midst: Span) -> Result<(), Refusal> {
    let mut depth = 0_usize;
    for (_, node) in tree.within(midst) {
        let (prefix, name) = node.qualified();
        if HELD.contains(&name) {
            return Err(Refusal::Holds);
        }
        // LibreOffice begins to count anew behind a field of several paragraphs, and pandoc leaves the field out.
        if (prefix, name) == ("w", "numId") && node.tag.attribute("val") != Some("0") {
            return Err(Refusal::Numbered);
        }
        if (prefix, name) != ("w", "fldChar") {
            continue;
        }
        depth = match node.tag.attribute("fldCharType") {
            Some("begin") => depth + 1,
            Some("end") => depth.checked_sub(1).ok_or(Refusal::Crossing)?,
            _ if depth == 0 => return Err(Refusal::Crossing),
            _ => depth,
        };
    }
    if depth == 0 {
        Ok(())
    } else {
        Err(Refusal::Crossing)
    }
}

/// A run with one of the marks of a field.
fn mark(run: &Run, kind: &str) -> String {
    let prefix = run.prefix;
    run.with(&format!(
        "<{prefix}fldChar {prefix}fldCharType=\"{kind}\"/>"
    ))
}

/// A run with the code of a field.
fn instruction(run: &Run, code: &str) -> String {
    let prefix = run.prefix;
    let code = escape(code);
    run.with(&format!(
        "<{prefix}instrText xml:space=\"preserve\"> ADDIN {code} </{prefix}instrText>"
    ))
}
