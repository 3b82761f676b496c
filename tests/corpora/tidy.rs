//! `fmt` over real .bib files.

use std::path::Path;

use refmend::{
    bibtex::{File, edit::set_value},
    edit::apply,
    tidy::{NORMALISATIONS, tidy},
    work::Work,
};

use super::{bib_files, shared, text};

#[test]
fn tidying_loses_nothing_and_twice_is_once() {
    let Some(folder) = shared("bib/corpus") else {
        return;
    };
    let by_default: Vec<_> = NORMALISATIONS.iter().filter(|one| one.default).collect();
    let all: Vec<_> = NORMALISATIONS.iter().collect();
    let mut paths = Vec::new();
    bib_files(&folder, &mut paths);
    let (mut n_entries, mut n_changes) = (0, 0);
    for path in &paths {
        let text = text(path);
        for chosen in [&by_default, &all] {
            let tidied = tidy(&text, chosen);
            assert!(!tidied.refused, "{}", path.display());
            let again = tidy(&tidied.text, chosen);
            assert_eq!(again.text, tidied.text, "{}", path.display());
            n_changes += tidied.changes.values().sum::<usize>();
        }
        let tidied = File::read(tidy(&text, &by_default).text);
        let file = File::read(text.as_str());
        assert_eq!(
            file.entries.len(),
            tidied.entries.len(),
            "{}",
            path.display()
        );
        for idx in 0..file.entries.len() {
            assert_eq!(file.key(idx), tidied.key(idx));
            assert_eq!(
                apart(file.work(idx)),
                apart(tidied.work(idx)),
                "{} {}",
                path.display(),
                file.key(idx)
            );
        }
        n_entries += file.entries.len();
    }
    println!(
        "{} files, {n_entries} entries: {n_changes} changes, twice is once",
        paths.len()
    );
    assert!(n_changes > 0);
}

#[test]
fn a_changed_value_touches_its_bytes_and_no_others() {
    let Some(folder) = shared("bib/corpus") else {
        return;
    };
    let mut paths = Vec::new();
    bib_files(&folder, &mut paths);
    let mut n_entries = 0;
    for path in &paths {
        let text = text(path);
        let file = File::read(text.as_str());
        // Every entry at once: the middle field of each.
        let changed: Vec<_> = file
            .entries
            .iter()
            .filter(|entry| !entry.fields.is_empty())
            .map(|entry| entry.fields[entry.fields.len() / 2])
            .collect();
        let edits: Vec<_> = changed
            .iter()
            .map(|field| set_value(&file, *field, "{Another value}"))
            .collect();
        for (field, (span, _)) in changed.iter().zip(&edits) {
            assert_eq!(field.value, *span, "{}", path.display());
        }
        let edits: Vec<_> = edits
            .iter()
            .map(|(span, new)| (*span, new.as_str()))
            .collect();
        let (new, applied) = apply(&text, &edits);
        assert_eq!(applied, changed.len(), "{}", path.display());
        n_entries += values_are_as_they_were(&file, &File::read(new), path);
    }
    println!("{n_entries} entries: one value changed, all others as they were");
    assert!(n_entries > 0);
}

/// Compares the fields of entries that can be read; how many entries there were.
fn values_are_as_they_were(old: &File, new: &File, path: &Path) -> usize {
    let is_sound = |file: &File| file.problems.is_empty();
    if !is_sound(old) {
        return 0;
    }
    assert_eq!(old.entries.len(), new.entries.len(), "{}", path.display());
    for (one, other) in old.entries.iter().zip(&new.entries) {
        assert_eq!(one.fields.len(), other.fields.len(), "{}", path.display());
        let values = one.fields.iter().zip(&other.fields).enumerate();
        for (idx, (one_field, other_field)) in values {
            let is_changed = idx == one.fields.len() / 2;
            let same = one_field.value.slice(old.text()) == other_field.value.slice(new.text());
            assert!(same != is_changed, "{} {:?}", path.display(), one_field);
        }
    }
    old.entries.len()
}

/// A work without the fields whose form is changed.
fn apart(work: Work) -> Work {
    Work {
        page: None,
        isbn: None,
        doi: None,
        ..work
    }
}
