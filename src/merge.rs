//! Three versions of one .bib file made one: what each side has changed since they parted, entry by entry and field by field.
//!
//! Lines that lie side by side are no conflict here, as they are for a merge of lines: two people who each add an entry at the end of a
//! file, or change two fields of one entry, have nothing to settle. What both have changed in different ways is marked, entry by entry.

use std::collections::HashSet;

use crate::{
    bibtex::{
        BlockKind, Entry, Field, File, Layout,
        edit::{add_before_entries, add_entry, add_fields, remove_entry, set_value},
    },
    edit::apply,
    span::Span,
};

/// A merged .bib file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Merged {
    /// Its text; entries in conflict stand between marks, as git makes them.
    pub text: String,
    /// What a person has to settle, in the order of the file.
    pub conflicts: Vec<String>,
}

/// Merges what `theirs` has changed since `base` into `ours`.
pub fn merge(base: &str, ours: &str, theirs: &str) -> Merged {
    let [base, ours, theirs] = [base, ours, theirs].map(File::read);
    let mut merging = Merging {
        layout: Layout::of(&ours),
        base: &base,
        ours: &ours,
        theirs: &theirs,
        edits: Vec::new(),
        conflicts: Vec::new(),
    };
    for idx in 0..ours.entries.len() {
        merging.entry_of_ours(idx);
    }
    for idx in 0..theirs.entries.len() {
        merging.entry_of_theirs(idx);
    }
    merging.other_blocks();
    let edits: Vec<(Span, &str)> = merging
        .edits
        .iter()
        .map(|(span, new)| (*span, new.as_str()))
        .collect();
    let (text, _) = apply(ours.text(), &edits);
    Merged {
        text,
        conflicts: merging.conflicts,
    }
}

struct Merging<'a> {
    base: &'a File,
    ours: &'a File,
    theirs: &'a File,
    layout: Layout,
    edits: Vec<(Span, String)>,
    conflicts: Vec<String>,
}

impl Merging<'_> {
    /// Brings an entry that we have to where both sides want it.
    fn entry_of_ours(&mut self, idx: usize) {
        let key = self.ours.key(idx);
        if self.ours.find(key) != Some(idx) {
            // A key that comes twice: only its first entry can be told from others.
            return;
        }
        let ours = bytes(self.ours, idx);
        let base = self.base.find(key);
        let theirs = self.theirs.find(key);
        let is_as_in_base = |file: &File, found: Option<usize>| match (found, base) {
            (Some(one), Some(other)) => same(bytes(file, one), bytes(self.base, other)),
            (None, None) => true,
            _ => false,
        };
        match theirs {
            _ if is_as_in_base(self.theirs, theirs) => {}
            Some(other) if same(ours, bytes(self.theirs, other)) => {}
            Some(other) if is_as_in_base(self.ours, Some(idx)) => {
                let text = self.in_our_lines(bytes(self.theirs, other));
                self.edits.push((self.ours.entries[idx].span, text));
            }
            Some(other) => self.fields(idx, base, other),
            None if is_as_in_base(self.ours, Some(idx)) => {
                self.edits.push(remove_entry(self.ours, idx));
            }
            None => self.conflict(idx, ""),
        }
    }

    /// Adds an entry that only they have, if it is new or they have changed what we took out.
    fn entry_of_theirs(&mut self, idx: usize) {
        let key = self.theirs.key(idx);
        if self.ours.find(key).is_some() || self.theirs.find(key) != Some(idx) {
            return;
        }
        let text = self.in_our_lines(bytes(self.theirs, idx));
        match self.base.find(key) {
            Some(base) if same(bytes(self.base, base), bytes(self.theirs, idx)) => {}
            Some(_) => {
                self.conflicts
                    .push(format!("`{key}` is gone here and changed there"));
                let line_end = self.layout.line_end();
                let marked = marked("", &text, line_end);
                self.edits
                    .push(add_entry(self.ours, &self.layout, key, marked.trim_end()));
            }
            None => self
                .edits
                .push(add_entry(self.ours, &self.layout, key, &text)),
        }
    }

    /// Merges the fields of an entry that both have changed.
    fn fields(&mut self, idx: usize, base: Option<usize>, theirs: usize) {
        let (ours, theirs_entry) = (&self.ours.entries[idx], &self.theirs.entries[theirs]);
        let base_entry = base.map(|base| &self.base.entries[base]);
        let in_base = |name: &str| base_entry.and_then(|entry| value(self.base, entry, name));
        let mut edits = Vec::new();
        let mut added = Vec::new();
        let mut is_settled = self
            .ours
            .entry_type(idx)
            .eq_ignore_ascii_case(self.theirs.entry_type(theirs));
        for field in &theirs_entry.fields {
            let name = field.name.slice(self.theirs.text());
            let new = field.value.slice(self.theirs.text());
            match (ours.field(self.ours.text(), name), in_base(name)) {
                (_, Some(old)) if same(old, new) => {}
                (Some(own), _) if same(own.value.slice(self.ours.text()), new) => {}
                (Some(own), Some(old)) if same(own.value.slice(self.ours.text()), old) => {
                    edits.push(set_value(self.ours, own, new));
                }
                (None, None) => added.push((name, new.to_owned())),
                _ => is_settled = false,
            }
        }
        for field in &ours.fields {
            let name = field.name.slice(self.ours.text());
            let is_gone = theirs_entry.field(self.theirs.text(), name).is_none();
            match in_base(name) {
                Some(old) if is_gone && same(field.value.slice(self.ours.text()), old) => {
                    edits.push((whole(self.ours.text(), ours, *field), String::new()));
                }
                Some(_) if is_gone => is_settled = false,
                _ => {}
            }
        }
        if !is_settled {
            let text = self.in_our_lines(bytes(self.theirs, theirs));
            self.conflict(idx, &text);
            return;
        }
        self.edits.extend(edits);
        if !added.is_empty() {
            self.edits
                .push(add_fields(self.ours, idx, &self.layout, &added));
        }
    }

    /// Marks an entry that a person has to settle.
    fn conflict(&mut self, idx: usize, theirs: &str) {
        let key = self.ours.key(idx);
        let what = if theirs.is_empty() {
            "changed here and gone there"
        } else {
            "changed on both sides"
        };
        self.conflicts.push(format!("`{key}` is {what}"));
        let ours = bytes(self.ours, idx).trim_end();
        let text = marked(ours, theirs, self.layout.line_end());
        self.edits.push((self.ours.entries[idx].span, text));
    }

    /// Adds macros and comments that they have added; other changes between entries are for a person.
    fn other_blocks(&mut self) {
        let base: HashSet<&str> = others(self.base).collect();
        let ours: HashSet<&str> = others(self.ours).collect();
        let theirs: HashSet<&str> = others(self.theirs).collect();
        let added: Vec<&str> = others(self.theirs)
            .filter(|text| !base.contains(text) && !ours.contains(text))
            .collect();
        for text in added {
            let text = self.in_our_lines(text);
            self.edits
                .push(add_before_entries(self.ours, &self.layout, &text));
        }
        for text in others(self.ours).filter(|text| base.contains(text) && !theirs.contains(text)) {
            let shown = text.lines().next().unwrap_or_default();
            self.conflicts
                .push(format!("`{shown}` is gone there and was kept"));
        }
    }

    /// A text with the line ends of our file.
    fn in_our_lines(&self, text: &str) -> String {
        let lines: Vec<&str> = text.trim_end().lines().collect();
        lines.join(self.layout.line_end())
    }
}

/// The bytes of an entry.
fn bytes(file: &File, idx: usize) -> &str {
    file.entries[idx].span.slice(file.text())
}

/// The value of a field.
fn value<'a>(file: &'a File, entry: &Entry, name: &str) -> Option<&'a str> {
    Some(entry.field(file.text(), name)?.value.slice(file.text()))
}

/// Whether two texts are the same but for blanks and line ends.
fn same(one: &str, other: &str) -> bool {
    one == other || one.split_whitespace().eq(other.split_whitespace())
}

/// A field with the comma and line that belong to it.
fn whole(text: &str, entry: &Entry, field: Field) -> Span {
    let before = &text[entry.span.start..field.name.start];
    let start = field.name.start - (before.len() - before.trim_end().len());
    let rest = &text[field.value.end..entry.span.end];
    let comma = rest.len() - rest.trim_start().len();
    let end = if rest[comma..].starts_with(',') {
        field.value.end + comma + 1
    } else {
        field.value.end
    };
    Span::new(start, end)
}

/// What stands in a file besides its entries.
fn others(file: &File) -> impl Iterator<Item = &str> {
    let blocks = file
        .blocks
        .iter()
        .filter(|block| block.kind != BlockKind::Entry);
    blocks
        .map(|block| block.span.slice(file.text()).trim())
        .filter(|text| !text.is_empty())
}

/// Two texts between the marks of git.
fn marked(ours: &str, theirs: &str, line_end: &str) -> String {
    let lines = |text: &str| {
        if text.is_empty() {
            String::new()
        } else {
            format!("{text}{line_end}")
        }
    };
    format!(
        "<<<<<<< ours{line_end}{}======={line_end}{}>>>>>>> theirs",
        lines(ours),
        lines(theirs)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const BASE: &str = "@book{a,\n  title = {A},\n  year = 1999,\n}\n\n@book{b,\n  title = {B},\n  year = 2000,\n}\n";

    fn check(ours: &str, theirs: &str, expected: &str, conflicts: &[&str]) {
        let merged = merge(BASE, ours, theirs);
        assert_eq!(merged.text, expected);
        assert_eq!(merged.conflicts, conflicts);
    }

    #[test]
    fn what_one_side_has_not_touched_is_as_the_other_has_it() {
        let theirs = BASE.replace("1999", "1998").replace("{B}", "{BB}");
        check(BASE, &theirs, &theirs, &[]);
        check(&theirs, BASE, &theirs, &[]);
        check(BASE, BASE, BASE, &[]);
        check(&theirs, &theirs, &theirs, &[]);
    }

    #[test]
    fn two_fields_of_one_entry_are_no_conflict() {
        let ours = BASE.replace("{A}", "{A new}").replace("2000", "2001");
        let theirs = BASE
            .replace("1999,", "1998,\n  isbn = {1},")
            .replace("  year = 2000,\n", "  year = 2001,\n");
        let both = ours.replace("1999,", "1998,\n  isbn = {1},");
        check(&ours, &theirs, &both, &[]);
    }

    #[test]
    fn new_entries_of_both_sides_stand_side_by_side() {
        let ours = format!("{BASE}\n@book{{m,\n  title = {{M}},\n}}\n");
        let theirs = format!("@string{{x = {{X}}}}\n{BASE}\n@book{{n,\n  title = x,\n}}\n");
        let both = format!("@string{{x = {{X}}}}\n{ours}\n@book{{n,\n  title = x,\n}}\n");
        check(&ours, &theirs, &both, &[]);
    }

    #[test]
    fn an_entry_goes_if_only_one_side_has_touched_it() {
        let without = "@book{b,\n  title = {B},\n  year = 2000,\n}\n";
        check(BASE, without, without, &[]);
        check(without, BASE, without, &[]);
        let changed = BASE.replace("{A}", "{AA}");
        let marks =
            "<<<<<<< ours\n@book{a,\n  title = {AA},\n  year = 1999,\n}\n=======\n>>>>>>> theirs";
        check(
            &changed,
            without,
            &changed.replace("@book{a,\n  title = {AA},\n  year = 1999,\n}", marks),
            &["`a` is changed here and gone there"],
        );
    }

    #[test]
    fn one_field_changed_twice_is_a_conflict() {
        let (ours, theirs) = (BASE.replace("1999", "1998"), BASE.replace("1999", "1997"));
        let entry = |year: &str| format!("@book{{a,\n  title = {{A}},\n  year = {year},\n}}");
        let marks = format!(
            "<<<<<<< ours\n{}\n=======\n{}\n>>>>>>> theirs",
            entry("1998"),
            entry("1997")
        );
        let expected = ours.replace(&entry("1998"), &marks);
        check(&ours, &theirs, &expected, &["`a` is changed on both sides"]);
    }

    #[test]
    fn a_field_that_one_side_takes_out_goes() {
        let ours = BASE.replace("{B}", "{BB}");
        let theirs = BASE.replace("  year = 2000,\n", "");
        check(&ours, &theirs, &ours.replace("\n  year = 2000,", ""), &[]);
    }
}
