//! The typed reference list of a paper brought into a style: the form of each reference, its italics, and the order.
//!
//! `entry` is one reference: read closely, written by the style, and held against what is typed. `words` looks for every typed word in
//! what the style writes, and for every written word in what is typed; `same` compares the work with that which is read from the new
//! text; `order` says how the list is sorted, `values` what the style is told, `titles` which
//! italics within a title are the author's. Here the pieces are put together: references are moved and
//! written anew, and the paper is read again before it is handed back.
//!
//! A reference is written anew only if nothing but form changes. One that would lose or gain anything stays as typed, with the reason.

mod connectives;
mod entry;
mod order;
mod same;
#[cfg(test)]
mod tests;
mod titles;
mod values;
mod words;

use crate::{
    document::{Document, Refusal},
    edit::Applicability,
    reference::{self, References},
    span::Span,
    style::{Repeated, Style},
};

use std::collections::HashSet;

use self::entry::Entry;

/// A paper whose list was brought into a style.
#[derive(Debug, Clone, PartialEq)]
pub struct Relisted {
    /// The paper.
    pub document: Document,
    /// How many references were written anew.
    pub written: usize,
    /// How many were moved.
    pub moved: usize,
    /// How many are as the style has them, these and those that were before.
    pub in_style: usize,
    /// Those that stay as typed though the style has them otherwise, in the order of the text.
    pub left: Vec<Left>,
}

/// What stays as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Left {
    /// Where it stands in the text view that was given: a reference, or a list that is not sorted.
    pub span: Span,
    /// Why it stays.
    pub reason: Reason,
}

/// Why a reference stays as typed, or a list in its order.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Reason {
    /// How it is to be read is a guess.
    #[error("it is not certain how it is to be read")]
    NotSure,
    /// How it is to be read is likely.
    #[error("it is only likely how it is to be read (`--unsafe-fixes` writes it anew)")]
    Guess,
    /// Parts that matter have no place in the style, or were not read.
    #[error("`{0}` would be lost")]
    Loses(String),
    /// Parts of less weight have no place in the style.
    #[error("`{0}` would be lost (`--unsafe-fixes` takes it out)")]
    LosesLittle(String),
    /// The style wants what the paper has not.
    #[error("`{0}` would be new")]
    Adds(String),
    /// The style writes other capitals.
    #[error("the capitals of `{0}` would change (`--unsafe-fixes` does this)")]
    Capitals(String),
    /// The new text would be read as another work.
    #[error("in the form of the style its {0} would be read otherwise")]
    ReadsOtherwise(&'static str),
    /// The file does not take the edit.
    #[error("{0}")]
    File(#[from] Refusal),
    /// The list has numbers and the style none, or the other way round.
    #[error("{0}")]
    Numbers(&'static str),
    /// The order of a list.
    #[error("the order stays: {0}")]
    Order(Box<Reason>),
    /// A list that is sorted part by part, or holds what cannot be sorted.
    #[error("it has several parts, or references without a name")]
    Parts,
}

impl Reason {
    /// Whether `--unsafe-fixes` would change it.
    pub fn is_unsafe(&self) -> bool {
        matches!(self, Self::Guess | Self::LosesLittle(_) | Self::Capitals(_))
    }
}

/// Brings the lists of a paper into a style, by changes that are at least so certain.
pub fn relist(document: &Document, style: &Style, least: Applicability) -> Relisted {
    let references = reference::read(document);
    let mut relisting = Relisting::new(document, &references, style, least);
    relisting.sort();
    for _ in 0..MAX_ROUNDS {
        if relisting.is_good() {
            return relisting.finished();
        }
    }
    relisting.give_up();
    relisting.finished()
}

/// How often references are taken out that a paper, read again, has otherwise.
const MAX_ROUNDS: usize = 20;

struct Relisting<'a> {
    document: &'a Document,
    references: &'a References,
    style: &'a Style,
    least: Applicability,
    /// One for each reference.
    entries: Vec<Entry>,
    /// The order of the new paper: which reference of the old one stands in each place.
    order: Vec<usize>,
    /// The paper with its references moved.
    moved: Document,
    /// The finished paper, once it is good.
    result: Option<Document>,
    lists: Vec<Left>,
}

impl<'a> Relisting<'a> {
    fn new(
        document: &'a Document,
        references: &'a References,
        style: &'a Style,
        least: Applicability,
    ) -> Self {
        Self {
            entries: entry::entries(document, references, style),
            order: (0..references.items.len()).collect(),
            moved: document.clone(),
            result: None,
            lists: Vec::new(),
            document,
            references,
            style,
            least,
        }
    }

    /// Moves the references of each list to their places.
    fn sort(&mut self) {
        for list in &self.references.lists {
            let items = self.references.items.iter().enumerate();
            let within: Vec<usize> = items
                .filter(|(_, item)| list.span.covers(item.span))
                .map(|(idx, _)| idx)
                .collect();
            let order = match order::order(self.document, self.references, &within, self.style) {
                Ok(Some(order)) => order,
                Ok(None) => continue,
                Err(reason) => {
                    self.leave_order(list.span, reason);
                    continue;
                }
            };
            let spans: Vec<Span> = within
                .iter()
                .map(|idx| self.references.items[*idx].span)
                .collect();
            match self.moved.moved(&spans, &order) {
                Ok(moved) => {
                    self.moved = moved;
                    for (place, number) in within.iter().zip(order) {
                        self.order[*place] = within[number];
                    }
                }
                Err(refusal) => self.leave_order(list.span, Reason::File(refusal)),
            }
        }
    }

    fn leave_order(&mut self, span: Span, reason: Reason) {
        let reason = Reason::Order(Box::new(reason));
        self.lists.push(Left { span, reason });
    }

    /// Writes the references anew that may be; whether the paper, read again, has the same works. Those that it has otherwise are
    /// taken out for the next time.
    fn is_good(&mut self) -> bool {
        let now = reference::read(&self.moved);
        if now.items.len() != self.order.len() {
            self.unsort();
            return false;
        }
        let texts = self.texts();
        let mut stretches = Vec::new();
        let mut numbers = Vec::new();
        for ((item, idx), text) in now.items.iter().zip(&self.order).zip(texts) {
            let entry = &self.entries[*idx];
            let typed = item.span.slice(&self.moved.text);
            if let Some(text) = text.filter(|_| entry.is_wanted(self.least)) {
                let rewritten = entry.rewritten(item.span, typed, &text);
                if entry.differs(&self.moved, &rewritten) {
                    stretches.push(rewritten);
                    numbers.push(*idx);
                }
            }
        }
        let edited = self.moved.rewritten(&stretches);
        if !edited.refused.is_empty() {
            for refused in &edited.refused {
                self.entries[numbers[refused.edit]].hold(Reason::File(refused.reason));
            }
            return false;
        }
        let result = self.moved.read_again(edited);
        for entry in &mut self.entries {
            entry.is_written = false;
        }
        for number in &numbers {
            self.entries[*number].is_written = true;
        }
        self.check(result)
    }

    /// Whether the new paper has the same works.
    fn check(&mut self, result: Document) -> bool {
        let read = reference::read(&result);
        if read.items.len() != self.order.len() {
            return self.hold_uncounted(&read, &result);
        }
        let mut is_good = true;
        let mut is_order_good = true;
        for (item, idx) in read.items.iter().zip(&self.order) {
            let before = &self.references.items[*idx];
            let entry = &mut self.entries[*idx];
            let difference = same::difference(&before.work, &item.work, &entry.lost);
            match difference {
                Some(what) if entry.is_written => {
                    entry.hold(Reason::ReadsOtherwise(what));
                    is_good = false;
                }
                Some(_) if before.work != item.work => is_order_good = false,
                _ => {}
            }
        }
        if is_good && !is_order_good {
            self.unsort();
            return false;
        }
        if is_good {
            self.result = Some(result);
        }
        is_good
    }

    /// Takes out what made the list be divided otherwise: the written references that are none in the new paper, else those beside
    /// others that are none.
    fn hold_uncounted(&mut self, read: &References, result: &Document) -> bool {
        let found: HashSet<String> = read
            .items
            .iter()
            .map(|item| single_line(item.span.slice(&result.text)))
            .collect();
        let texts = self.texts();
        let is_found: Vec<bool> = self
            .order
            .iter()
            .zip(&texts)
            .map(|(idx, text)| {
                let typed = self.references.items[*idx].span.slice(&self.document.text);
                let (mark, _) = reference::content_of(typed);
                let written = match text {
                    Some(text) if self.entries[*idx].is_written => [mark, &text.plain()].concat(),
                    _ => typed.to_owned(),
                };
                found.contains(&single_line(&written))
            })
            .collect();
        let is_lost = |place: usize| is_found.get(place).is_some_and(|found| !found);
        let of = |reach: usize| -> Vec<usize> {
            let near = |place: usize| (place.saturating_sub(reach)..=place + reach).any(is_lost);
            let places = self.order.iter().enumerate();
            let held = places.filter(|(place, idx)| self.entries[**idx].is_written && near(*place));
            held.map(|(_, idx)| *idx).collect()
        };
        let reaches = [0, 1, 2, 4, 8, 16, self.order.len()];
        let mut held = reaches.into_iter().map(of);
        let held = held.find(|held| !held.is_empty());
        match held {
            None => {
                self.unsort();
                self.give_up();
            }
            Some(held) => held.into_iter().for_each(|idx| {
                self.entries[idx].hold(Reason::ReadsOtherwise("place in the list"))
            }),
        }
        false
    }

    /// What the style writes of each reference, in the new order; none where it is held back.
    fn texts(&self) -> Vec<Option<crate::style::Text>> {
        let works: Vec<_> = self
            .order
            .iter()
            .map(|idx| self.entries[*idx].value.clone())
            .collect();
        let listed = entry::listed(self.style, &works, Repeated::AsStyled);
        listed.into_iter().map(|listed| Some(listed.text)).collect()
    }

    /// Leaves the references in their order.
    fn unsort(&mut self) {
        let is_sorted = self.order.is_sorted();
        self.order.sort_unstable();
        self.moved = self.document.clone();
        if let Some(list) = self.references.lists.first().filter(|_| !is_sorted) {
            self.leave_order(list.span, Reason::ReadsOtherwise("references"));
        }
    }

    /// Leaves all references as they are.
    fn give_up(&mut self) {
        for entry in &mut self.entries {
            if entry.is_written {
                entry.hold(Reason::ReadsOtherwise("neighbours"));
            }
        }
        self.result = None;
    }

    fn finished(self) -> Relisted {
        let is_given_up = self.result.is_none();
        let entries = || self.entries.iter().zip(&self.references.items);
        let mut left: Vec<Left> = entries()
            .filter_map(|(entry, item)| {
                let reason = entry.reason(self.least)?;
                let span = item.span;
                Some(Left { span, reason })
            })
            .chain(self.lists)
            .collect();
        left.sort_by_key(|left| left.span);
        let n_left = left
            .iter()
            .filter(|left| !matches!(left.reason, Reason::Order(_)))
            .count();
        Relisted {
            written: if is_given_up {
                0
            } else {
                entries().filter(|(entry, _)| entry.is_written).count()
            },
            moved: if is_given_up {
                0
            } else {
                order::n_moved(&self.order)
            },
            in_style: self.entries.len() - n_left,
            left,
            document: self.result.unwrap_or_else(|| self.document.clone()),
        }
    }
}

/// A text with single blanks.
fn single_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
