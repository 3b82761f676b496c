//! The elements of a part and their places: what an edit has to know that puts elements into a text.

use super::{Element, Markup, PackageError, Scanner};
use crate::span::Span;

/// One element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::document) struct Node<'a> {
    /// Its opening tag; of an empty element all of it.
    pub(in crate::document) tag: Element<'a>,
    /// From the first byte of its opening tag to the last of its closing tag.
    pub(in crate::document) span: Span,
    /// What stands between its tags.
    pub(in crate::document) content: Span,
    /// The number of the element around it; the root is its own.
    pub(in crate::document) parent: usize,
}

impl Node<'_> {
    /// The name with its usual prefix, in two.
    pub(in crate::document) fn qualified(&self) -> (&str, &str) {
        self.tag.qualified()
    }

    /// What its name begins with in the file, colon included; empty where it has no prefix.
    pub(in crate::document) fn prefix_in<'t>(&self, text: &'t str) -> &'t str {
        let tag = self.tag.span.slice(text).trim_start_matches('<');
        let name_end = tag
            .find(|c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>'))
            .unwrap_or(tag.len());
        tag[..name_end].find(':').map_or("", |colon| &tag[..=colon])
    }
}

/// The elements of a part, in the order of their opening tags.
#[derive(Debug)]
pub(in crate::document) struct Tree<'a> {
    text: &'a str,
    nodes: Vec<Node<'a>>,
}

/// One of the two ends of an element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::document) enum Side {
    /// Before its opening tag.
    Start,
    /// Behind its closing tag.
    End,
}

impl<'a> Tree<'a> {
    /// Reads a part.
    pub(in crate::document) fn read(
        part: &'a str,
        text: &'a str,
        known: &'static [(&'static str, &'static str)],
    ) -> Result<Self, PackageError> {
        let mut scanner = Scanner::new(part, text, known);
        let mut nodes: Vec<Node> = Vec::new();
        let mut open: Vec<usize> = Vec::new();
        while let Some(markup) = scanner.next()? {
            match markup {
                Markup::Open(tag) => {
                    let number = nodes.len();
                    nodes.push(Node {
                        tag,
                        span: tag.span,
                        content: Span::at(tag.span.end),
                        parent: open.last().copied().unwrap_or(number),
                    });
                    open.push(number);
                }
                Markup::Close(span) => {
                    if let Some(node) = open.pop().and_then(|number| nodes.get_mut(number)) {
                        node.span.end = span.end;
                        node.content.end = span.start.max(node.content.start);
                    }
                }
                _ => {}
            }
        }
        Ok(Self { text, nodes })
    }

    /// The text of the part.
    pub(in crate::document) fn text(&self) -> &'a str {
        self.text
    }

    /// An element by its number.
    pub(in crate::document) fn node(&self, number: usize) -> &Node<'a> {
        &self.nodes[number]
    }

    /// The innermost element that holds these bytes.
    pub(in crate::document) fn innermost(&self, bytes: Span) -> Option<usize> {
        let behind = self
            .nodes
            .partition_point(|node| node.span.start <= bytes.start);
        let mut number = behind.checked_sub(1)?;
        while !self.nodes[number].span.covers(bytes) {
            let parent = self.nodes[number].parent;
            if parent == number {
                return None;
            }
            number = parent;
        }
        Some(number)
    }

    /// An element and those around it, the innermost first.
    pub(in crate::document) fn around(&self, number: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(Some(number), |number| {
            let parent = self.nodes[*number].parent;
            (parent != *number).then_some(parent)
        })
    }

    /// The innermost element of this name around an element, itself included.
    pub(in crate::document) fn named_around(
        &self,
        number: usize,
        name: (&str, &str),
    ) -> Option<usize> {
        self.around(number)
            .find(|number| self.nodes[*number].qualified() == name)
    }

    /// The innermost element around two elements, and around neither of them as itself.
    pub(in crate::document) fn common(&self, one: usize, other: usize) -> Option<usize> {
        let around_other: Vec<usize> = self.around(other).skip(1).collect();
        self.around(one)
            .skip(1)
            .find(|number| around_other.contains(number))
    }

    /// The text of the part with elements put into an element, behind all that it has; none if it is written without a closing tag.
    pub(in crate::document) fn with_last_in(
        &self,
        number: usize,
        elements: &str,
    ) -> Option<String> {
        let node = self.nodes.get(number)?;
        let has_closing = node.span.end > node.tag.span.end;
        let (before, behind) = self.text.split_at_checked(node.content.end)?;
        has_closing.then(|| [before, elements, behind].concat())
    }

    /// The elements that begin in a stretch, with their numbers.
    pub(in crate::document) fn within(
        &self,
        bytes: Span,
    ) -> impl Iterator<Item = (usize, &Node<'a>)> {
        let first = self
            .nodes
            .partition_point(|node| node.span.start < bytes.start);
        let numbered = self.nodes.iter().enumerate().skip(first);
        numbered.take_while(move |(_, node)| node.span.start < bytes.end)
    }

    /// Whether an element is the first or last in the one around it, those apart that `is_passed` over.
    pub(in crate::document) fn is_outermost(
        &self,
        number: usize,
        side: Side,
        is_passed: impl Fn(&Node) -> bool,
    ) -> bool {
        let node = &self.nodes[number];
        let around = self.nodes[node.parent].content;
        let beside = match side {
            Side::Start => Span::new(around.start, node.span.start),
            Side::End => Span::new(node.span.end, around.end),
        };
        let mut beside = self
            .within(beside)
            .filter(|(_, other)| other.parent == node.parent);
        beside.all(|(_, other)| is_passed(other))
    }

    /// The element that stands in `around` and has this one at its very start or end; the element itself if it stands there.
    pub(in crate::document) fn climb(
        &self,
        number: usize,
        around: usize,
        side: Side,
        is_passed: impl Fn(&Node) -> bool,
    ) -> Option<usize> {
        let mut number = number;
        while self.nodes[number].parent != around {
            let is_at_end = self.is_outermost(number, side, &is_passed);
            let parent = self.nodes[number].parent;
            if !is_at_end || parent == number {
                return None;
            }
            number = parent;
        }
        Some(number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PART: &str = "<a><b><c>one</c><d/></b><b>two</b></a>";

    /// The number of the element that holds a word, and the tree.
    fn holder(word: &str) -> (Tree<'static>, usize) {
        let tree = Tree::read("part", PART, &[]).expect("the part is sound");
        let at = PART.find(word).expect("the word is there");
        let number = tree.innermost(Span::new(at, at + word.len()));
        (tree, number.expect("an element holds it"))
    }

    #[test]
    fn elements_by_their_places() {
        let (tree, one) = holder("one");
        assert_eq!(tree.node(one).span.slice(PART), "<c>one</c>");
        assert_eq!(tree.node(one).content.slice(PART), "one");
        let (_, empty) = holder("<d/>");
        assert_eq!(tree.node(empty).span.slice(PART), "<d/>");
        let (_, two) = holder("two");
        assert_eq!(tree.common(one, two), Some(0));
        assert_eq!(tree.named_around(two, ("", "a")), Some(0));
    }

    #[test]
    fn elements_are_put_behind_the_last() {
        let (tree, one) = holder("one");
        let written = tree.with_last_in(one, "<e/>");
        assert_eq!(
            written.as_deref(),
            Some("<a><b><c>one<e/></c><d/></b><b>two</b></a>")
        );
        let (tree, empty) = holder("<d/>");
        assert_eq!(tree.with_last_in(empty, "<e/>"), None);
    }

    #[test]
    fn climbing_ends_where_something_stands_beside() {
        let (tree, one) = holder("one");
        assert_eq!(tree.climb(one, 0, Side::Start, |_| false), Some(1));
        assert_eq!(tree.climb(one, 0, Side::End, |_| false), None);
        let is_d = |node: &Node| node.tag.name == "d";
        assert_eq!(tree.climb(one, 0, Side::End, is_d), Some(1));
    }
}
