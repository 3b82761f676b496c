//! One reference of a list that is brought into a style.

use serde_json::Value;

use super::{
    Reason, same, titles, values,
    words::{self, Changes},
};
use crate::{
    document::{Document, Rewritten},
    edit::Applicability,
    reference::{Label, Parser, Reference, References, content_of, repeats_author},
    span::Span,
    style::{Listed, Repeated, Style, Text},
    work::Work,
};

/// How likely all of a reference must be right to be written anew.
const SURE: f32 = 0.8;
/// The same with `--unsafe-fixes`.
const LIKELY: f32 = 0.5;

/// What a reference loses in the form of the style.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Lost {
    /// Whether it is something of little weight.
    pub(super) little: bool,
}

/// A reference with what the style makes of it.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    /// What the style is told of it.
    pub(super) value: Value,
    /// What it loses.
    pub(super) lost: Lost,
    /// Whether it is written anew.
    pub(super) is_written: bool,
    /// Why it is not to be written anew, if so.
    held: Option<Reason>,
    /// Whether it is typed as the style has it.
    is_in_style: bool,
}

/// A reference as it is typed.
struct Typed {
    /// The number, bullet or label before it.
    mark: String,
    /// Its text on one line.
    text: String,
    /// Which part of it is what.
    segments: Vec<(Label, Span)>,
}

/// The references of a paper with what a style makes of them.
pub(super) fn entries(document: &Document, references: &References, style: &Style) -> Vec<Entry> {
    let items = &references.items;
    let mut parser = Parser::default();
    let (mut all_typed, mut values) = (Vec::new(), Vec::new());
    for item in items {
        let (mark, text) = content_of(item.span.slice(&document.text));
        let segments = parser.parse(&text).segments;
        let typed = Typed {
            mark: mark.to_owned(),
            text,
            segments,
        };
        let mut value = values::value(&item.work);
        titles::keep_italics(document, item, (&typed.text, &typed.segments), &mut value);
        values.push(value);
        all_typed.push(typed);
    }
    let written = listed(style, &values, Repeated::InFull);
    let mut again = Vec::new();
    let mut entries: Vec<Entry> = Vec::new();
    for (((item, typed), value), listed) in items.iter().zip(&all_typed).zip(values).zip(&written) {
        let text = listed.text.plain();
        let read = parser.parse(&text);
        again.push(values::value(&read.work));
        let mut entry = Entry {
            value,
            lost: Lost::default(),
            is_written: false,
            held: None,
            is_in_style: typed.text == text,
        };
        let has_number = typed.mark.contains(|c: char| c.is_ascii_digit());
        entry.held = match (listed.is_numbered, has_number) {
            (true, false) => Some(Reason::Numbers("the style has a number before it")),
            (false, true) => Some(Reason::Numbers("it has a number, and the style none")),
            _ => entry.judge(item, typed, &text, &read.work),
        };
        entries.push(entry);
    }
    // Written once more, it must be the same.
    let again = listed(style, &again, Repeated::InFull);
    for ((entry, once), twice) in entries.iter_mut().zip(&written).zip(&again) {
        let is_same = once.text.plain().to_lowercase() == twice.text.plain().to_lowercase();
        if entry.held.is_none() && !is_same {
            entry.held = Some(Reason::ReadsOtherwise("text"));
        }
    }
    entries
}

/// What a style writes of each work.
pub(super) fn listed(style: &Style, works: &[Value], repeated: Repeated) -> Vec<Listed> {
    let mut listed = style.listed(works, repeated);
    for listed in &mut listed {
        listed.text = values::without_joint(std::mem::take(&mut listed.text));
    }
    listed
}

impl Entry {
    /// Why a reference is not to be written as the style has it.
    fn judge(
        &mut self,
        item: &Reference,
        typed: &Typed,
        text: &str,
        read: &Work,
    ) -> Option<Reason> {
        if text.is_empty() {
            return Some(Reason::NotSure);
        }
        let mut changes = words::compare(&typed.text, &typed.segments, text, &item.work);
        if repeats_author(&typed.text) {
            words::without_names(&mut changes, item.work.creators());
        }
        let reason = self.weigh(&changes, text.contains("et al"));
        if reason.as_ref().is_some_and(|reason| !reason.is_unsafe()) {
            return reason;
        }
        if let Some(what) = same::difference(&item.work, read, &self.lost) {
            return Some(Reason::ReadsOtherwise(what));
        }
        if item.confidence < LIKELY {
            return Some(Reason::NotSure);
        }
        if item.confidence < SURE {
            return Some(Reason::Guess);
        }
        reason
    }

    /// What speaks against changes.
    fn weigh(&mut self, changes: &Changes, shortens_names: bool) -> Option<Reason> {
        let told = |words: &mut dyn Iterator<Item = &String>| {
            words.map(String::as_str).collect::<Vec<_>>().join(" ")
        };
        let is_little = |label: Label| {
            matches!(
                label,
                Label::Location
                    | Label::Note
                    | Label::Identifier
                    | Label::Extent
                    | Label::Issue
                    | Label::Date
                    | Label::Series
                    | Label::Other
                    | Label::Marker
            ) || shortens_names && matches!(label, Label::Author | Label::Editor)
        };
        let (little, much): (Vec<_>, Vec<_>) = changes
            .lost
            .iter()
            .partition(|(_, label)| is_little(*label));
        if !much.is_empty() {
            return Some(Reason::Loses(told(&mut much.iter().map(|(word, _)| word))));
        }
        if !changes.gained.is_empty() {
            return Some(Reason::Adds(told(&mut changes.gained.iter())));
        }
        if !little.is_empty() {
            self.lost.little = true;
            return Some(Reason::LosesLittle(told(
                &mut little.iter().map(|(word, _)| word),
            )));
        }
        (!changes.recased.is_empty()).then(|| Reason::Capitals(told(&mut changes.recased.iter())))
    }

    /// Whether it is to be written anew by changes at least so certain.
    pub(super) fn is_wanted(&self, least: Applicability) -> bool {
        match &self.held {
            None => true,
            Some(reason) => reason.is_unsafe() && least <= Applicability::Unsafe,
        }
    }

    /// Leaves it as typed.
    pub(super) fn hold(&mut self, reason: Reason) {
        self.held = Some(reason);
        self.is_written = false;
    }

    /// Why it stays as typed though the style has it otherwise.
    pub(super) fn reason(&self, least: Applicability) -> Option<Reason> {
        let is_left = !self.is_in_style && !self.is_written && !self.is_wanted(least);
        self.held.clone().filter(|_| is_left)
    }
}

/// What takes the place of a typed reference: its number stays.
pub(super) fn rewritten(span: Span, typed: &str, text: &Text) -> Rewritten {
    let (number, _) = content_of(typed);
    let start = span.start + number.len();
    let mut italics = Vec::new();
    let mut at = 0;
    for run in &text.runs {
        let here = Span::new(at, at + run.text.len());
        italics.extend(run.look.italic.then_some(here));
        at = here.end;
    }
    Rewritten {
        span: Span::new(start, span.end),
        text: text.plain(),
        italics,
    }
}

/// Whether a text differs from what stands there, in its words or its italics.
pub(super) fn differs(document: &Document, rewritten: &Rewritten) -> bool {
    let typed = rewritten.span.slice(&document.text).split_whitespace();
    if !typed.eq(rewritten.text.split_whitespace()) {
        return true;
    }
    let now = document.italics(rewritten.span).unwrap_or_default();
    document.format.has_italics() && !rewritten.has_italics(rewritten.span.start, &now)
}
