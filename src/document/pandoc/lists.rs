//! Lists of elements of the tree, and the stretches of the text that their items stand for.

use serde_json::{Value, json};

use crate::span::Span;

/// A list of inline elements or of blocks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct List {
    /// The way to it from the list of all blocks: the number of an item in each list. Where an element stands on the way, its
    /// contents are meant.
    pub(super) path: Vec<usize>,
    /// The bytes of the source that each item stands for.
    pub(super) items: Vec<Span>,
}

impl List {
    /// The bytes that the whole list stands for.
    fn extent(&self) -> Span {
        let start = self.items.first().map_or(0, |first| first.start);
        Span::new(start, self.items.last().map_or(start, |last| last.end))
    }

    /// The items that are a stretch of the source.
    fn cut(&self, root: &Value, span: Span) -> Option<Cut> {
        let first = self.items.iter().position(|item| item.overlaps(span))?;
        let last = self.items.iter().rposition(|item| item.overlaps(span))?;
        let (start, end) = (self.items[first], self.items[last]);
        let items = self.of(root)?;
        let is_text = |number: usize| items.get(number).is_some_and(|item| item["t"] == "Str");
        let cut = Cut {
            first,
            last,
            before: span.start.saturating_sub(start.start),
            behind: (span.end < end.end).then(|| span.end - end.start),
        };
        let is_good = span.start >= start.start
            && (cut.before == 0 || is_text(first))
            && (cut.behind.is_none() || is_text(last));
        is_good.then_some(cut)
    }

    /// The list in its tree.
    pub(super) fn of<'t>(&self, root: &'t Value) -> Option<&'t Vec<Value>> {
        let mut value = &root["blocks"];
        for number in &self.path {
            value = contents(value).get(*number)?;
        }
        contents(value).as_array()
    }

    /// The list in its tree, to change.
    pub(super) fn of_mut<'t>(&self, root: &'t mut Value) -> Option<&'t mut Vec<Value>> {
        let mut value = &mut root["blocks"];
        for number in &self.path {
            value = contents_mut(value)?.get_mut(*number)?;
        }
        contents_mut(value)?.as_array_mut()
    }
}

/// What an element holds; a list holds itself.
fn contents(value: &Value) -> &Value {
    value.get("c").unwrap_or(value)
}

fn contents_mut(value: &mut Value) -> Option<&mut Value> {
    if value.is_object() {
        value.get_mut("c")
    } else {
        Some(value)
    }
}

/// Items of a list, of which the outer ones may be cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cut {
    /// The number of the first item.
    pub(super) first: usize,
    /// The number of the last item.
    pub(super) last: usize,
    /// The bytes of the first item that do not belong to it.
    before: usize,
    /// The byte of the last item from which on it does not belong to it; none if all of it does.
    behind: Option<usize>,
}

impl Cut {
    /// Whether no item is cut.
    pub(super) fn is_whole(&self) -> bool {
        self.before == 0 && self.behind.is_none()
    }

    /// The items without what is cut off.
    pub(super) fn inner(&self, items: &[Value]) -> Vec<Value> {
        let mut inner = items.to_vec();
        let last = inner.len() - 1;
        if let Some(behind) = self.behind {
            inner[last] = text_element(&items[last], 0, Some(behind));
        }
        if self.before > 0 {
            inner[0] = text_element(&inner[0], self.before, None);
        }
        inner
    }

    /// Other items, with what was cut off around them.
    pub(super) fn with_rests(&self, items: &[Value], new: Vec<Value>) -> Vec<Value> {
        let before = (self.before > 0).then(|| text_element(&items[0], 0, Some(self.before)));
        let last = &items[items.len() - 1];
        let behind = self.behind.map(|behind| text_element(last, behind, None));
        let behind = behind.filter(|element| element["c"] != "");
        before.into_iter().chain(new).chain(behind).collect()
    }
}

/// A part of an element that is text.
fn text_element(element: &Value, start: usize, end: Option<usize>) -> Value {
    let text = element["c"].as_str().unwrap_or_default();
    let end = end.unwrap_or(text.len()).min(text.len());
    json!({"t": "Str", "c": text.get(start..end).unwrap_or_default()})
}

/// How far out the elements around a stretch are taken with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reach {
    /// They stay where they are: what is put into an emphasis is emphasised.
    Inner,
    /// Those that hold nothing else belong to it.
    Outer,
}

/// A list that has a stretch of the source, and the items that are the stretch. None where the stretch ends within an item that is no
/// mere text.
pub(super) fn find<'l>(
    root: &Value,
    lists: &'l [List],
    span: Span,
    reach: Reach,
) -> Option<(&'l List, Cut)> {
    let around = lists.iter().filter(|list| list.extent().covers(span));
    let cut = |list: &'l List| Some((list, list.cut(root, span)?));
    match reach {
        Reach::Inner => cut(around.min_by_key(|list| list.extent().len())?),
        Reach::Outer => {
            let mut around: Vec<&List> = around.collect();
            around.sort_by_key(|list| std::cmp::Reverse(list.extent().len()));
            around.into_iter().find_map(cut)
        }
    }
}
