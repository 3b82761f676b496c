//! Text with its looks, as a style writes it.

use std::ops::Range;

use hayagriva::{
    Elem, ElemChild, ElemChildren, ElemMeta, Formatting,
    citationberg::{FontStyle, FontVariant, FontWeight, VerticalAlign},
};

/// How letters look.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a property of its own"
)]
pub struct Look {
    /// Slanted.
    pub italic: bool,
    /// Heavy.
    pub bold: bool,
    /// In small capitals.
    pub small_capitals: bool,
    /// Raised, as in `1st`.
    pub raised: bool,
    /// Lowered, as in a formula.
    pub lowered: bool,
}

/// Letters that look alike.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Run {
    /// The letters.
    pub text: String,
    /// How they look.
    pub look: Look,
}

/// A text in runs; no two neighbours look alike.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Text {
    /// The runs, in order.
    pub runs: Vec<Run>,
}

impl Text {
    /// The letters alone.
    pub fn plain(&self) -> String {
        self.runs.iter().map(|run| run.text.as_str()).collect()
    }

    /// Adds a letter.
    pub(super) fn push(&mut self, letter: char, look: Look) {
        match self.runs.last_mut() {
            Some(last) if last.look == look => last.text.push(letter),
            _ => self.runs.push(Run {
                text: letter.to_string(),
                look,
            }),
        }
    }
}

/// What the processor gives, taken apart.
#[derive(Debug, Default)]
pub(super) struct Letters {
    /// The letters with their looks.
    pub(super) all: Vec<(char, Look)>,
    /// Which of them are the names that stand first, without the role behind them.
    pub(super) names: Option<Range<usize>>,
}

impl Letters {
    /// Adds what the processor gives.
    pub(super) fn add(&mut self, children: &ElemChildren) {
        for child in &children.0 {
            match child {
                ElemChild::Text(formatted)
                | ElemChild::Link {
                    text: formatted, ..
                } => {
                    let look = look(formatted.formatting);
                    let letters = formatted.text.chars().map(|letter| (letter, look));
                    self.all.extend(letters);
                }
                ElemChild::Elem(element) => self.element(element),
                ElemChild::Markup(text) => {
                    let letters = text.chars().map(|letter| (letter, Look::default()));
                    self.all.extend(letters);
                }
                ElemChild::Transparent { .. } => {}
            }
        }
    }

    fn element(&mut self, element: &Elem) {
        let start = self.all.len();
        match element.meta {
            Some(ElemMeta::Names(_)) if self.names.is_none() => {
                self.names = Some(start..usize::MAX);
                self.add(&element.children);
                self.end_names(self.all.len());
            }
            Some(ElemMeta::Label) => {
                self.end_names(start);
                self.add(&element.children);
            }
            _ => self.add(&element.children),
        }
    }

    /// Ends the names, if they have not ended.
    fn end_names(&mut self, end: usize) {
        if let Some(names) = self.names.as_mut().filter(|names| names.end == usize::MAX) {
            names.end = end;
        }
    }
}

fn look(formatting: Formatting) -> Look {
    Look {
        italic: formatting.font_style == FontStyle::Italic,
        bold: formatting.font_weight == FontWeight::Bold,
        small_capitals: formatting.font_variant == FontVariant::SmallCaps,
        raised: formatting.vertical_align == VerticalAlign::Sup,
        lowered: formatting.vertical_align == VerticalAlign::Sub,
    }
}
