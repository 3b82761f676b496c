//! Entry types and field names in small letters, as BibTeX compares them.

use super::{Replacement, Sound};

/// The names that have a capital letter in them.
pub(super) fn normalise(sound: &Sound) -> Vec<Replacement> {
    let text = sound.file.text();
    let names = sound.entries().flat_map(|(idx, fields)| {
        let entry_type = sound.file.entries[idx].entry_type;
        std::iter::once(entry_type).chain(fields.iter().map(|field| field.name))
    });
    names
        .filter(|name| {
            name.slice(text)
                .bytes()
                .any(|byte| byte.is_ascii_uppercase())
        })
        .map(|name| (name, name.slice(text).to_ascii_lowercase()))
        .collect()
}
