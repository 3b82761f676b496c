//! The lists of one paper on their way into a style: moved, written anew, read again.

use std::collections::HashSet;

use super::{
    Left, Reason, Relisted,
    entry::{self, Entry},
    order, same,
};
use crate::{
    document::{Document, Rewritten},
    edit::Applicability,
    reference::{self, Reference, References},
    span::Span,
    style::{Repeated, Style, Text},
};

/// How often references are taken out that a paper, read again, has otherwise.
const MAX_ROUNDS: usize = 20;

/// The lists of a paper, and how far they are.
pub(super) struct Relisting<'a> {
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
    /// The lists that are not sorted.
    unsorted: Vec<Left>,
}

impl<'a> Relisting<'a> {
    /// Begins with the paper as it is.
    pub(super) fn new(
        document: &'a Document,
        references: &'a References,
        style: &'a Style,
        least: Applicability,
    ) -> Self {
        Self {
            entries: entry::entries(document, references, style),
            order: (0..references.items.len()).collect(),
            moved: document.clone(),
            unsorted: Vec::new(),
            document,
            references,
            style,
            least,
        }
    }

    /// Moves and writes the references; those that the paper, read again, has otherwise stay.
    pub(super) fn finish(mut self) -> Relisted {
        self.sort();
        let mut result = None;
        for _ in 0..MAX_ROUNDS {
            result = self.written();
            if result.is_some() {
                break;
            }
        }
        if result.is_none() {
            self.order.sort_unstable();
            for entry in self.entries.iter_mut().filter(|entry| entry.is_written) {
                entry.hold(Reason::ReadsOtherwise("neighbours"));
            }
        }
        self.told(result)
    }

    /// Moves the references of each list to their places.
    fn sort(&mut self) {
        for list in &self.references.lists {
            let items = self.references.items.iter().enumerate();
            let within = items.filter(|(_, item)| list.span.covers(item.span));
            let within: Vec<usize> = within.map(|(idx, _)| idx).collect();
            let sorted = order::order(self.document, self.references, &within, self.style);
            let sorted = sorted.and_then(|order| match order {
                Some(order) => self.sort_list(&within, &order),
                None => Ok(()),
            });
            if let Err(reason) = sorted {
                self.leave_order(list.span, reason);
            }
        }
    }

    fn sort_list(&mut self, within: &[usize], order: &[usize]) -> Result<(), Reason> {
        let spans = within.iter().map(|idx| self.references.items[*idx].span);
        let spans: Vec<Span> = spans.collect();
        self.moved = self.moved.moved(&spans, order)?;
        for (place, number) in within.iter().zip(order) {
            self.order[*place] = within[*number];
        }
        Ok(())
    }

    fn leave_order(&mut self, span: Span, reason: Reason) {
        let reason = Reason::Order(Box::new(reason));
        self.unsorted.push(Left { span, reason });
    }

    /// Leaves the references in their order.
    fn unsort(&mut self) {
        if self.order.is_sorted() {
            return;
        }
        self.order.sort_unstable();
        self.moved = self.document.clone();
        if let Some(list) = self.references.lists.first() {
            self.leave_order(list.span, Reason::ReadsOtherwise("references"));
        }
    }

    /// The paper with those references written anew that may be, if it then has the same works; else what it has otherwise is taken
    /// out for the next time.
    fn written(&mut self) -> Option<Document> {
        let now = reference::read(&self.moved).items;
        if now.len() != self.order.len() {
            self.unsort();
            return None;
        }
        let (stretches, numbers) = self.stretches(&now);
        let edited = self.moved.rewritten(&stretches);
        if !edited.refused.is_empty() {
            for refused in &edited.refused {
                self.entries[numbers[refused.edit]].hold(Reason::File(refused.reason));
            }
            return None;
        }
        for (number, entry) in self.entries.iter_mut().enumerate() {
            entry.is_written = numbers.contains(&number);
        }
        let result = self.moved.read_again(edited);
        let read = reference::read(&result);
        if read.items.len() == self.order.len() {
            self.has_same_works(&read.items).then_some(result)
        } else {
            self.hold_divided(&read.items, &result);
            None
        }
    }

    /// What is to be written anew, with the numbers of the references.
    fn stretches(&self, now: &[Reference]) -> (Vec<Rewritten>, Vec<usize>) {
        let places = now.iter().zip(&self.order).zip(self.texts());
        let wanted = places.filter(|((_, idx), _)| self.entries[**idx].is_wanted(self.least));
        let written = wanted.map(|((item, idx), text)| {
            let typed = item.span.slice(&self.moved.text);
            (entry::rewritten(item.span, typed, &text), *idx)
        });
        let differing = written.filter(|(stretch, _)| entry::differs(&self.moved, stretch));
        differing.unzip()
    }

    /// Whether the new paper has the same works; what it has otherwise is taken out.
    fn has_same_works(&mut self, read: &[Reference]) -> bool {
        let (mut is_good, mut is_order_good) = (true, true);
        for (item, idx) in read.iter().zip(&self.order) {
            let before = &self.references.items[*idx];
            let entry = &mut self.entries[*idx];
            match same::difference(&before.work, &item.work, &entry.lost) {
                Some(what) if entry.is_written => {
                    entry.hold(Reason::ReadsOtherwise(what));
                    is_good = false;
                }
                // Dashes for its authors would stand behind others.
                Some(_) => is_order_good = false,
                None => {}
            }
        }
        if is_good && !is_order_good && !self.order.is_sorted() {
            self.unsort();
            return false;
        }
        is_good
    }

    /// Takes out what made the list be divided otherwise: the written references that are none in the new paper, else those near
    /// others that are none.
    fn hold_divided(&mut self, read: &[Reference], result: &Document) {
        let of_result = |item: &Reference| single_line(item.span.slice(&result.text));
        let found: HashSet<String> = read.iter().map(of_result).collect();
        let expected = self.expected();
        let is_lost = |place: usize| {
            let expected = expected.get(place);
            expected.is_some_and(|text| !found.contains(text))
        };
        let near = |reach: usize| -> Vec<usize> {
            let is_near = |place: usize| (place.saturating_sub(reach)..=place + reach).any(is_lost);
            let places = self.order.iter().enumerate();
            let near =
                places.filter(|(place, idx)| self.entries[**idx].is_written && is_near(*place));
            near.map(|(_, idx)| *idx).collect()
        };
        let mut reaches = [0, 1, 2, 4, 8, 16, self.order.len()].into_iter().map(near);
        let held = reaches.find(|held| !held.is_empty());
        for idx in held.unwrap_or_default() {
            self.entries[idx].hold(Reason::ReadsOtherwise("place in the list"));
        }
    }

    /// How each reference of the new paper should read.
    fn expected(&self) -> Vec<String> {
        let places = self.order.iter().zip(self.texts());
        let expected = places.map(|(idx, text)| {
            let typed = self.references.items[*idx].span.slice(&self.document.text);
            if self.entries[*idx].is_written {
                let (mark, _) = reference::content_of(typed);
                single_line(&[mark, &text.plain()].concat())
            } else {
                single_line(typed)
            }
        });
        expected.collect()
    }

    /// What the style writes of each reference, in the new order.
    fn texts(&self) -> Vec<Text> {
        let order = self.order.iter();
        let works: Vec<_> = order.map(|idx| self.entries[*idx].value.clone()).collect();
        let listed = entry::listed(self.style, &works, Repeated::AsStyled);
        listed.into_iter().map(|listed| listed.text).collect()
    }

    /// What came of it.
    fn told(self, result: Option<Document>) -> Relisted {
        let entries = self.entries.iter().zip(&self.references.items);
        let left = entries.filter_map(|(entry, item)| {
            let reason = entry.reason(self.least)?;
            let span = item.span;
            Some(Left { span, reason })
        });
        let mut left: Vec<Left> = left.collect();
        let in_style = self.entries.len() - left.len();
        left.extend(self.unsorted);
        left.sort_by_key(|left| left.span);
        let written = self.entries.iter().filter(|entry| entry.is_written);
        Relisted {
            written: written.count(),
            moved: order::n_moved(&self.order),
            in_style,
            left,
            document: result.unwrap_or_else(|| self.document.clone()),
        }
    }
}

/// A text with single blanks.
fn single_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
