//! The blocks of a Markdown file: which lines make up a paragraph, and which are not to be read.

use std::collections::{HashMap, HashSet};

use super::{
    super::scan::{lines, run_end},
    mark::{
        fence, heading_mark, is_rule, is_table_line, link_label, list_mark, note_label,
        without_closing_hashes,
    },
};
use crate::span::Span;

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Running text: a paragraph, a heading, a list item.
    Text,
    /// One row of a table.
    Row,
}

/// Lines that are read together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Block {
    pub(super) kind: Kind,
    /// From the first visible character to the last; the marks of quotations before later lines included.
    pub(super) span: Span,
}

/// The blocks of a file.
#[derive(Debug, Default)]
pub(super) struct Blocks<'a> {
    /// In the order of the file; those of a footnote's definition with its label.
    all: Vec<(Option<&'a str>, Block)>,
    /// Which blocks define a footnote.
    notes: HashMap<&'a str, Vec<usize>>,
    /// The footnotes that are called somewhere.
    called: HashSet<&'a str>,
    /// The labels of link definitions, in lower case.
    links: HashSet<String>,
}

impl Blocks<'_> {
    /// The blocks that are shown in their place: all but the footnotes that are called elsewhere.
    pub(super) fn shown(&self) -> impl Iterator<Item = &Block> {
        self.all
            .iter()
            .filter(|(label, _)| label.is_none_or(|label| !self.called.contains(label)))
            .map(|(_, block)| block)
    }

    /// The blocks of a footnote that is called; those of one that is not are shown in their place.
    pub(super) fn note(&self, label: &str) -> impl Iterator<Item = &Block> {
        let blocks = self
            .notes
            .get(label)
            .filter(|_| self.called.contains(label));
        let blocks = blocks.map(Vec::as_slice).unwrap_or_default();
        blocks.iter().map(|idx| &self.all[*idx].1)
    }

    /// Whether a link with this label is defined.
    pub(super) fn has_link(&self, label: &str) -> bool {
        !self.links.is_empty() && self.links.contains(&label.to_lowercase())
    }
}

/// Divides a source from `start` on into blocks.
pub(super) fn read(source: &str, start: usize) -> Blocks<'_> {
    let mut parser = Parser {
        source,
        position: start,
        found: Blocks::default(),
        open: None,
        note: None,
        list: None,
        after_blank: true,
        table: Table::None,
        comments: true,
    };
    while parser.position < source.len() {
        parser.line();
    }
    parser.close(Kind::Text);
    parser.found.called = called_notes(source, start);
    for (idx, (label, _)) in parser.found.all.iter().enumerate() {
        if let Some(label) = label {
            parser.found.notes.entry(label).or_default().push(idx);
        }
    }
    parser.found
}

/// The labels of all `[^label]` that are no definition.
fn called_notes(source: &str, start: usize) -> HashSet<&str> {
    source[start..]
        .match_indices("[^")
        .filter_map(|(at, _)| {
            let (label, behind) = note_label(&source[start + at..])?;
            (!behind.starts_with(':')).then_some(label)
        })
        .collect()
}

/// Which table the lines belong to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Table {
    None,
    /// Cells divided by bars.
    Pipes,
    /// Cells divided by spaces, under a line of dashes.
    Spaces,
}

/// A list that the lines belong to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct List {
    ordered: bool,
    /// The column of its marker.
    indent: usize,
}

/// The state between two lines.
struct Parser<'a> {
    source: &'a str,
    position: usize,
    found: Blocks<'a>,
    /// The paragraph that the next line may go on with.
    open: Option<Span>,
    /// The footnote whose definition the lines belong to.
    note: Option<&'a str>,
    list: Option<List>,
    after_blank: bool,
    table: Table,
    /// Whether the end of a comment may still come.
    comments: bool,
}

impl Parser<'_> {
    /// Reads the next line, or several that belong together.
    fn line(&mut self) {
        let Some(whole) = lines(self.source, self.position).next() else {
            self.position = self.source.len();
            return;
        };
        self.position = next_line(self.source, whole.end);
        let line = without_quotation_marks(self.source, whole);
        let content = line.trim(self.source);
        if content.is_empty() {
            self.close(Kind::Text);
            self.after_blank = true;
            self.table = Table::None;
            return;
        }
        let indent = content.start - line.start;
        self.leave_containers(indent);
        self.content(content, indent);
        self.after_blank = false;
    }

    /// Reads what stands on a line that is not blank.
    fn content(&mut self, content: Span, indent: usize) {
        let text = content.slice(self.source);
        if self.is_indented_code(indent) {
            return;
        }
        if let Some(fence) = fence(text) {
            self.close(Kind::Text);
            self.skip_to_fence(fence);
        } else if text.starts_with(":::") || is_rule(text) {
            self.rule(text);
        } else if is_table_line(text) {
            self.table_line(text);
        } else if let Some(len) = heading_mark(text) {
            self.close(Kind::Text);
            self.open = Some(without_closing_hashes(
                self.source,
                Span::new(content.start + len, content.end),
            ));
            self.close(Kind::Text);
        } else if self.table != Table::None || text.starts_with('|') {
            self.close(Kind::Text);
            self.open = Some(content);
            self.close(Kind::Row);
        } else if !self.definition(content) && !self.list_item(content, indent) {
            self.text(content);
        }
    }

    /// Ends the list and the footnote that a line without indentation stands behind.
    fn leave_containers(&mut self, indent: usize) {
        if self.after_blank && indent == 0 {
            self.note = None;
            if self.open.is_none() {
                self.list = None;
            }
        }
    }

    /// Whether a line is code by its four columns of indentation.
    fn is_indented_code(&self, indent: usize) -> bool {
        indent >= 4 && self.open.is_none() && self.list.is_none() && self.note.is_none()
    }

    /// Adds a line of running text.
    fn text(&mut self, content: Span) {
        let start = self.open.map_or(content.start, |open| open.start);
        let mut end = content.end;
        if let Some(comment_end) = self.open_comment(content) {
            self.position = next_line(self.source, comment_end);
            end = comment_end.max(end);
        }
        self.open = Some(Span::new(start, end));
    }

    /// Where a comment ends that begins on a line and does not end on it: blank lines in it divide nothing.
    fn open_comment(&mut self, content: Span) -> Option<usize> {
        let at = content
            .slice(self.source)
            .rfind("<!--")
            .filter(|_| self.comments)?;
        let start = content.start + at;
        let Some(len) = self.source[start..].find("-->") else {
            self.comments = false;
            return None;
        };
        let line_end = lines(self.source, start + len).next()?.end;
        (start + len > content.end).then_some(line_end)
    }

    /// Ends the open block.
    fn close(&mut self, kind: Kind) {
        if let Some(span) = self.open.take().filter(|span| !span.is_empty()) {
            self.found.all.push((self.note, Block { kind, span }));
        }
    }

    /// Leaves out the lines of a code block.
    fn skip_to_fence(&mut self, (mark, len): (u8, usize)) {
        while let Some(line) = lines(self.source, self.position).next() {
            self.position = next_line(self.source, line.end);
            let text = without_quotation_marks(self.source, line)
                .slice(self.source)
                .trim();
            if text.len() >= len && text.bytes().all(|byte| byte == mark) {
                break;
            }
        }
    }

    /// Leaves out a line of dashes or the like: under text, it makes that a heading; in a table it divides.
    fn rule(&mut self, text: &str) {
        self.close(Kind::Text);
        if text.contains("- -") || text.contains("-  -") {
            self.table = Table::Spaces;
        }
    }

    /// Leaves out the line of dashes and bars below the head of a table or around its cells.
    fn table_line(&mut self, text: &str) {
        self.close(Kind::Row);
        self.table = if text.contains(['|', '+']) {
            Table::Pipes
        } else {
            Table::Spaces
        };
    }

    /// Reads the definition of a footnote or of a link.
    fn definition(&mut self, content: Span) -> bool {
        let text = content.slice(self.source);
        if let Some((label, behind)) =
            note_label(text).filter(|(_, behind)| behind.starts_with(':'))
        {
            self.close(Kind::Text);
            self.note = Some(label);
            self.list = None;
            self.text(Span::new(content.end - behind.len() + 1, content.end).trim(self.source));
            return true;
        }
        match link_label(text).filter(|_| self.open.is_none()) {
            Some(label) => {
                self.found.links.insert(label.to_lowercase());
                true
            }
            None => false,
        }
    }

    /// Reads the first line of a list item, or of a definition or caption that begins with a colon.
    fn list_item(&mut self, content: Span, indent: usize) -> bool {
        let text = content.slice(self.source);
        let Some((len, ordered)) = list_mark(text) else {
            return false;
        };
        let goes_on = self
            .list
            .is_some_and(|list| list.ordered && indent <= list.indent);
        if ordered && self.open.is_some() && !goes_on {
            return false;
        }
        self.close(Kind::Text);
        self.list = Some(List { ordered, indent });
        let rest = Span::new(content.start + len, content.end).trim(self.source);
        if let Some(fence) = fence(rest.slice(self.source)) {
            self.skip_to_fence(fence);
        } else if !rest.is_empty() {
            self.text(rest);
        }
        true
    }
}

/// Where the line behind the one that ends at `end` begins.
fn next_line(source: &str, end: usize) -> usize {
    source[end..]
        .find('\n')
        .map_or(source.len(), |len| end + len + 1)
}

/// A line without the marks of the quotations that it stands in.
fn without_quotation_marks(source: &str, line: Span) -> Span {
    let mut start = line.start;
    loop {
        let mark = run_end(source, start, line.end, |character| character == ' ');
        if !source[mark..line.end].starts_with('>') {
            return Span::new(start, line.end);
        }
        start = mark + 1;
        if source[start..line.end].starts_with(' ') {
            start += 1;
        }
    }
}
