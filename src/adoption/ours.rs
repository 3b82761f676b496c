//! What is taken over: the values of a reference or of an entry, as text of a .bib file.

use crate::{
    bibtex::{Dialect, File, Layout, escape, text},
    comparison::Comparison,
    interchange::bibtex_classic,
    project::Project,
    work::Work,
};

/// A work of ours, and its entry if it has one.
pub(super) struct Ours<'a> {
    work: &'a Work,
    entry: Option<(&'a File, usize)>,
}

impl<'a> Ours<'a> {
    pub(super) fn of(comparison: &'a Comparison, project: &'a Project) -> Self {
        let own = comparison.own_entry;
        Self {
            work: &comparison.work,
            entry: own.map(|(file, idx)| (&project.bibliographies[file].file, idx)),
        }
    }

    /// The value of a field, with its delimiters: as our entry has it, else as the work is written.
    pub(super) fn value(&self, name: &str) -> Option<String> {
        self.own_value(name)
            .or_else(|| find(text::parts(self.work).1, name))
            .or_else(|| find(bibtex_classic::parts(self.work).1, name))
    }

    /// The value in our entry, byte for byte, where it means the same in another file.
    fn own_value(&self, name: &str) -> Option<String> {
        let (file, idx) = self.entry?;
        let field = file.entries[idx].field(file.text(), name)?;
        let value = field.value.slice(file.text());
        let is_plain = !value.contains('#') && value.starts_with(['{', '"']);
        let text = value.get(1..value.len().saturating_sub(1))?;
        is_plain.then(|| format!("{{{text}}}"))
    }

    /// The title in two parts, in braces, where it has a subtitle.
    pub(super) fn title_and_subtitle(&self) -> Option<(String, String)> {
        if let (Some(title), Some(subtitle)) = (self.own_value("title"), self.own_value("subtitle"))
        {
            return Some((title, subtitle));
        }
        let (title, subtitle) = self.work.title.as_deref()?.split_once(": ")?;
        let braced = |text: &str| format!("{{{}}}", escape::title(text));
        Some((braced(title), braced(subtitle)))
    }

    /// The text of a new entry: ours letter by letter if it stands for itself, else written as the master writes.
    pub(super) fn entry(&self, key: &str, layout: &Layout, dialect: Dialect) -> String {
        let own = self
            .entry
            .filter(|(file, idx)| file.is_self_contained(*idx) && file.key(*idx) == key);
        if let Some((file, idx)) = own {
            let text = file.entries[idx].span.slice(file.text()).trim_end();
            let lines: Vec<&str> = text.lines().collect();
            return lines.join(layout.line_end());
        }
        let (entry_type, fields) = match dialect {
            Dialect::Biblatex => text::parts(self.work),
            Dialect::Classic => bibtex_classic::parts(self.work),
        };
        layout.entry(entry_type, key, &fields)
    }
}

/// The value of a field among others.
fn find(fields: Vec<(&'static str, String)>, name: &str) -> Option<String> {
    let mut fields = fields.into_iter();
    fields
        .find(|(other, _)| *other == name)
        .map(|(_, value)| value)
}
