//! The tree to a text: every inline element has its bytes in a source that is made for it, and the view is that of the source.

use serde_json::Value;

use super::{List, metadata};
use crate::{
    document::{Document, Format, Found, View, raised::raised},
    span::Span,
};

/// Stands in the source for an element that the view does not show, so that it has a place.
const HIDDEN: &str = "\u{fffc}";

/// A tree, read.
pub(super) struct Read {
    pub(super) document: Document,
    pub(super) inlines: Vec<List>,
    pub(super) blocks: Vec<List>,
}

/// What the view is made of; all spans are of the source.
enum Event {
    Words(Span),
    Converted(Span, String),
    Masked(Span),
    Space(Span),
    Line(Span),
    Paragraph,
    NoteStart,
    NoteEnd,
}

/// Reads a tree.
pub(super) fn read(root: &Value) -> Read {
    let mut walker = Walker::default();
    walker.blocks(&root["blocks"]);
    let events = walker.events;
    let document = crate::document::document(walker.source, Format::Plain, |_, view| {
        replay(&mut events.into_iter(), view);
        Found {
            bibliographies: metadata::bibliographies(&root["meta"]),
            ..Found::default()
        }
    });
    Read {
        document,
        inlines: walker.inlines,
        blocks: walker.block_lists,
    }
}

/// Makes the view, up to the end of the note that is read or to the end of all.
fn replay(events: &mut impl Iterator<Item = Event>, view: &mut View<'_>) {
    while let Some(event) = events.next() {
        match event {
            Event::Words(span) => view.words(span),
            Event::Converted(span, text) => view.converted(span, &text),
            Event::Masked(span) => {
                view.masked(span);
            }
            Event::Space(span) => view.space(span),
            Event::Line(span) => view.line(span),
            Event::Paragraph => view.paragraph(),
            Event::NoteStart => {
                let mut note = view.new_note();
                replay(events, &mut note);
                view.note(note);
            }
            Event::NoteEnd => return,
        }
    }
}

/// The state of a walk through the tree.
#[derive(Default)]
struct Walker {
    source: String,
    events: Vec<Event>,
    inlines: Vec<List>,
    block_lists: Vec<List>,
    /// The way to where the walk is.
    path: Vec<usize>,
    /// How many notes are around it.
    depth: usize,
}

impl Walker {
    /// Walks on within a numbered part.
    fn within(&mut self, number: usize, walk: impl FnOnce(&mut Self)) {
        self.path.push(number);
        walk(self);
        self.path.pop();
    }

    /// Walks through each item of a list.
    fn each(&mut self, items: &Value, mut walk: impl FnMut(&mut Self, &Value)) {
        for (number, item) in items.as_array().into_iter().flatten().enumerate() {
            self.within(number, |walker| walk(walker, item));
        }
    }

    fn blocks(&mut self, blocks: &Value) {
        let idx = self.block_lists.len();
        self.block_lists.push(self.empty_list());
        let mut items = Vec::new();
        self.each(blocks, |walker, block| {
            let start = walker.source.len();
            walker.block(block);
            items.push(Span::new(start, walker.source.len()).trim(&walker.source));
        });
        self.block_lists[idx].items = items;
    }

    /// The list at which the walk is; an outer one stands before those within it.
    fn empty_list(&self) -> List {
        List {
            path: self.path.clone(),
            items: Vec::new(),
        }
    }

    fn block(&mut self, block: &Value) {
        let contents = &block["c"];
        match block["t"].as_str().unwrap_or_default() {
            "Plain" | "Para" => self.paragraph(contents),
            "Header" => self.within(2, |walker| walker.paragraph(&contents[2])),
            "LineBlock" => {
                self.each(contents, |walker, line| {
                    walker.inlines(line);
                    let line = walker.add("\n");
                    walker.events.push(Event::Line(line));
                });
                self.end_paragraph();
            }
            "BlockQuote" => self.blocks(contents),
            "Div" => self.within(1, |walker| walker.blocks(&contents[1])),
            "BulletList" => self.each(contents, Self::blocks),
            "OrderedList" => {
                self.within(1, |walker| walker.each(&contents[1], Self::blocks));
            }
            "DefinitionList" => self.each(contents, |walker, item| {
                walker.within(0, |walker| walker.paragraph(&item[0]));
                walker.within(1, |walker| walker.each(&item[1], Self::blocks));
            }),
            "Table" => self.table(contents),
            "Figure" => {
                self.within(1, |walker| walker.caption(&contents[1]));
                self.within(2, |walker| walker.blocks(&contents[2]));
            }
            _ => {}
        }
    }

    fn caption(&mut self, caption: &Value) {
        self.within(1, |walker| walker.blocks(&caption[1]));
    }

    /// A table: its caption, its head, the head and body of each part, its foot.
    fn table(&mut self, table: &Value) {
        self.within(1, |walker| walker.caption(&table[1]));
        let rows = |walker: &mut Self, part: &Value, number: usize| {
            walker.within(number, |walker| walker.each(&part[number], Self::row));
        };
        self.within(3, |walker| rows(walker, &table[3], 1));
        self.within(4, |walker| {
            walker.each(&table[4], |walker, body| {
                rows(walker, body, 2);
                rows(walker, body, 3);
            });
        });
        self.within(5, |walker| rows(walker, &table[5], 1));
    }

    fn row(&mut self, row: &Value) {
        self.within(1, |walker| {
            walker.each(&row[1], |walker, cell| {
                walker.within(4, |walker| walker.blocks(&cell[4]));
            });
        });
    }

    fn paragraph(&mut self, inlines: &Value) {
        self.inlines(inlines);
        self.end_paragraph();
    }

    fn end_paragraph(&mut self) {
        self.add("\n\n");
        self.events.push(Event::Paragraph);
    }

    fn inlines(&mut self, inlines: &Value) {
        let idx = self.inlines.len();
        self.inlines.push(self.empty_list());
        let mut items = Vec::new();
        self.each(inlines, |walker, inline| {
            let start = walker.source.len();
            walker.inline(inline);
            if walker.source.len() == start {
                walker.add(HIDDEN);
            }
            items.push(Span::new(start, walker.source.len()));
        });
        self.inlines[idx].items = items;
    }

    fn inline(&mut self, inline: &Value) {
        let contents = &inline["c"];
        match inline["t"].as_str().unwrap_or_default() {
            "Str" => {
                let span = self.add(contents.as_str().unwrap_or_default());
                self.events.push(Event::Words(span));
            }
            "Space" | "SoftBreak" => {
                let span = self.add(" ");
                self.events.push(Event::Space(span));
            }
            "LineBreak" => {
                let span = self.add("\n");
                self.events.push(Event::Line(span));
            }
            "Emph" | "Underline" | "Strong" | "Strikeout" | "Subscript" | "SmallCaps" => {
                self.inlines(contents);
            }
            "Superscript" => self.superscript(contents),
            "Span" | "Link" => self.within(1, |walker| walker.inlines(&contents[1])),
            "Quoted" => self.quoted(contents),
            "Code" | "Math" => self.masked(contents[1].as_str().unwrap_or_default()),
            "Cite" => self.masked(&text(&contents[1])),
            "Note" => self.note(contents),
            _ => {}
        }
    }

    /// Raised numbers are superscript letters, so that they do not stick to what stands before them.
    fn superscript(&mut self, contents: &Value) {
        let text = text(contents);
        match raised(text.trim()) {
            Some(letters) => {
                let span = self.add(&text);
                self.events.push(Event::Converted(span, letters));
            }
            None => self.inlines(contents),
        }
    }

    fn quoted(&mut self, contents: &Value) {
        let (open, close) = if contents[0]["t"] == "SingleQuote" {
            ("‘", "’")
        } else {
            ("“", "”")
        };
        let open = self.add(open);
        self.events.push(Event::Words(open));
        self.within(1, |walker| walker.inlines(&contents[1]));
        let close = self.add(close);
        self.events.push(Event::Words(close));
    }

    fn masked(&mut self, text: &str) {
        let span = self.add(text);
        if !text.trim().is_empty() {
            self.events.push(Event::Masked(span));
        }
    }

    /// A footnote is a paragraph behind the one that calls it; pandoc has none within another.
    fn note(&mut self, blocks: &Value) {
        self.add(HIDDEN);
        if self.depth > 0 {
            return;
        }
        self.depth += 1;
        self.events.push(Event::NoteStart);
        self.blocks(blocks);
        self.events.push(Event::NoteEnd);
        self.depth -= 1;
    }

    /// Adds to the source.
    fn add(&mut self, text: &str) -> Span {
        let start = self.source.len();
        self.source.push_str(text);
        Span::new(start, self.source.len())
    }
}

/// The text of inline elements.
fn text(inlines: &Value) -> String {
    match inlines {
        Value::Array(items) => items.iter().map(text).collect(),
        Value::Object(element) => match element["t"].as_str() {
            Some("Str") => element["c"].as_str().unwrap_or_default().to_owned(),
            Some("Space" | "SoftBreak" | "LineBreak") => " ".to_owned(),
            Some(_) => element.get("c").map(text).unwrap_or_default(),
            None => String::new(),
        },
        _ => String::new(),
    }
}
