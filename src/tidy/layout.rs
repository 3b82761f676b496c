//! One field a line, as most fields of the file stand.

use super::{Replacement, Sound};
use crate::{
    bibtex::{Entry, Layout},
    span::Span,
};

/// What stands between the parts of each sound entry, where it is not what the layout of the file wants.
///
/// An entry with a comment between its fields is left alone.
pub(super) fn normalise(sound: &Sound) -> Vec<Replacement> {
    let layout = Layout::of(&sound.file);
    let entries = sound.entries().map(|(idx, _)| &sound.file.entries[idx]);
    entries
        .flat_map(|entry| gaps(entry, sound.file.text(), &layout))
        .collect()
}

/// The gaps of an entry that are to change; none where one holds more than blanks, commas and `=`.
fn gaps(entry: &Entry, text: &str, layout: &Layout) -> Vec<Replacement> {
    let mut wanted = Vec::new();
    let mut end = entry.key.end;
    for field in &entry.fields {
        wanted.push((Span::new(end, field.name.start), layout.before_name()));
        let name = field.name.slice(text);
        wanted.push((
            Span::new(field.name.end, field.value.start),
            layout.before_value(name),
        ));
        end = field.value.end;
    }
    // The last byte is the closing delimiter.
    let closing = Span::new(end, entry.span.end.saturating_sub(1).max(end));
    wanted.push((closing, layout.before_end(!entry.fields.is_empty())));
    let is_plain = |span: &Span| {
        span.slice(text)
            .chars()
            .all(|c| c.is_whitespace() || matches!(c, ',' | '='))
    };
    if !wanted.iter().all(|(span, _)| is_plain(span)) {
        return Vec::new();
    }
    wanted.retain(|(span, new)| span.slice(text) != new);
    wanted
}
