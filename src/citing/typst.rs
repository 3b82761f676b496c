//! Citations by key in Typst: its reference, "cite" and "ref".
//!
//! Typst puts citations next to each other into one pair of brackets. It knows nothing before a key, so that citations with a prefix
//! are put together from their names and years, in brackets that are typed.

use super::{
    plan::{Item, Planned},
    typed::{Author, Frame},
};

/// One citation.
pub(super) fn write(planned: &Planned) -> String {
    let items = &planned.items;
    let written = match planned.frame {
        Frame::Number => marks(items, planned.behind),
        Frame::Bracket => bracket(planned),
        Frame::Narrative(_) => narrative(items),
        Frame::Bare { .. } => one_by_one(items),
    };
    if is_code(&written) && is_taken_in(planned.behind) {
        format!("{written};")
    } else {
        written
    }
}

fn bracket(planned: &Planned) -> String {
    let items = &planned.items;
    let are_whole = |item: &Item| item.prefix.is_empty() && item.author != Author::Hidden;
    if items.iter().all(are_whole) {
        marks(items, planned.behind)
    } else {
        format!("({})", one_by_one(items))
    }
}

/// `@a[p. 5] @b`
fn marks(items: &[Item], behind: &str) -> String {
    let last = items.len().saturating_sub(1);
    let marks = items.iter().enumerate().map(|(place, item)| {
        let behind = if place == last { behind } else { " " };
        mark(item, behind)
    });
    marks.collect::<Vec<_>>().join(" ")
}

/// `@a[p. 5]`, or the call where the mark would take in what follows.
fn mark(item: &Item, behind: &str) -> String {
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    let is_simple = item
        .key
        .chars()
        .all(|c| is_word(c) || matches!(c, '-' | ':' | '.'))
        && item.key.ends_with(is_word);
    let goes_on = behind.starts_with(|c: char| is_word(c) || matches!(c, '-' | '['))
        || behind.starts_with([':', '.']) && behind[1..].starts_with(is_word);
    match item.note() {
        "" if is_simple && !goes_on => format!("@{}", item.key),
        note if is_simple && !note.is_empty() => format!("@{}[{note}]", item.key),
        _ => call(item, None, true),
    }
}

/// `#cite(<a>, form: "prose", supplement: [p. 5])`
fn call(item: &Item, form: Option<&str>, with_note: bool) -> String {
    let is_label = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | ':' | '.');
    let label = if item.key.chars().all(is_label) {
        format!("<{}>", item.key)
    } else {
        format!(
            "label(\"{}\")",
            item.key.replace('\\', "\\\\").replace('"', "\\\"")
        )
    };
    let form = form
        .map(|form| format!(", form: \"{form}\""))
        .unwrap_or_default();
    let note = match item.note() {
        note if with_note && !note.is_empty() => format!(", supplement: [{note}]"),
        _ => String::new(),
    };
    format!("#cite({label}{form}{note})")
}

fn narrative(items: &[Item]) -> String {
    if let [only] = items {
        return call(only, Some("prose"), true);
    }
    let mut hidden = items.to_vec();
    hidden[0].author = Author::Hidden;
    let names = call(&items[0], Some("author"), false);
    format!("{names} ({})", one_by_one(&hidden))
}

/// The cites as they stand between brackets that are typed.
fn one_by_one(items: &[Item]) -> String {
    let mut output = String::new();
    for (place, item) in items.iter().enumerate() {
        output.push_str(&item.lead(place));
        if item.author == Author::Shown {
            output.push_str(&call(item, Some("author"), false));
            output.push_str(&item.delimiter);
        }
        output.push_str(&call(item, Some("year"), false));
        output.push_str(&item.tail);
    }
    output
}

/// Whether the text ends with a call.
fn is_code(written: &str) -> bool {
    written.ends_with(')') && written.starts_with("#cite") || written.ends_with("\")")
}

/// Whether a call would take in what follows as arguments or a field.
fn is_taken_in(behind: &str) -> bool {
    behind.starts_with(['(', '[', ';'])
        || behind.starts_with('.') && behind[1..].starts_with(char::is_alphabetic)
}
