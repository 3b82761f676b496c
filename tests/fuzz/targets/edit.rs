//! The editor of .bib files: an edit leaves all other bytes, and tidying twice is tidying once.

#![no_main]

use libfuzzer_sys::fuzz_target;
use refmend::{
    bibtex::{
        File, Layout,
        edit::{Replacement, add_entry, add_fields, remove_entry, set_value},
    },
    deduplication, edit, merge,
};

/// Makes one edit; what stands before and behind it must stay.
fn made(text: &str, (span, new): &Replacement) -> String {
    let (edited, n_applied) = edit::apply(text, &[(*span, new)]);
    assert_eq!(n_applied, 1);
    let (before, behind) = (&text[..span.start], &text[span.end..]);
    assert_eq!(edited, format!("{before}{new}{behind}"));
    edited
}

fuzz_target!(|text: &str| {
    let file = File::read(text);
    let layout = Layout::of(&file);
    assert_eq!(edit::apply(text, &[]).0, text);
    made(text, &add_entry(&file, &layout, "key", "@book{key}"));
    for (idx, entry) in file.entries.iter().enumerate().take(8) {
        made(text, &remove_entry(&file, idx));
        made(text, &add_fields(&file, idx, &layout, &[("note", "{x}".to_owned())]));
        for field in entry.fields.iter().take(8) {
            let value = field.value.slice(text);
            made(text, &set_value(&file, *field, value));
            made(text, &set_value(&file, *field, "{x}"));
        }
    }
    assert_eq!(merge::merge(text, text, text).text, text);
    deduplication::deduplicate(text);
});
