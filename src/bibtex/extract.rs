//! The text of a .bib file of its own, from works and from entries of other files.

use std::collections::BTreeMap;

use super::{File, key::keys, text};
use crate::work::Work;

/// What is to be in the new file.
#[derive(Debug, Clone, Copy)]
pub enum Listed<'a> {
    /// A work that no file has: it gets a key and an entry.
    Work(&'a Work),
    /// An entry of a file, by its number: taken over letter by letter, with its key.
    Entry(&'a File, usize),
}

impl Listed<'_> {
    /// The work, with what an entry inherits.
    pub fn work(&self) -> Work {
        match *self {
            Self::Work(work) => work.clone(),
            Self::Entry(file, idx) => file.work(idx),
        }
    }
}

/// A new .bib file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Extract {
    /// Its text.
    pub text: String,
    /// The key of each thing listed, in the order of the list.
    pub keys: Vec<String>,
}

/// Writes a new .bib file in the order of the list.
///
/// An entry that is listed twice comes once. The parents that entries inherit from stand behind them all, as BibTeX wants it; the
/// macros that entries use stand before them.
pub fn extract(list: &[Listed<'_>]) -> Extract {
    let keys = all_keys(list);
    let mut written: Vec<(&File, usize)> = Vec::new();
    let mut parents: Vec<(&File, usize)> = Vec::new();
    let mut texts = Vec::new();
    for (listed, key) in list.iter().zip(&keys) {
        match *listed {
            Listed::Work(work) => texts.push(text::entry(work, key)),
            Listed::Entry(file, idx) if !contains(&written, file, idx) => {
                texts.push(entry_text(file, idx));
                written.push((file, idx));
                parents.extend(file.parents(idx).into_iter().map(|parent| (file, parent)));
            }
            Listed::Entry(..) => {}
        }
    }
    for (file, idx) in parents {
        if !contains(&written, file, idx) {
            texts.push(entry_text(file, idx));
            written.push((file, idx));
        }
    }
    let macros = macro_texts(&written);
    let text = macros
        .into_iter()
        .chain(texts)
        .collect::<Vec<_>>()
        .join("\n");
    Extract { text, keys }
}

/// The keys: those of entries as they are, those of works made so that no file has them for something else.
fn all_keys(list: &[Listed<'_>]) -> Vec<String> {
    let works: Vec<_> = list
        .iter()
        .filter_map(|listed| match listed {
            Listed::Work(work) => Some(*work),
            Listed::Entry(..) => None,
        })
        .collect();
    let taken = |key: &str| {
        list.iter().any(|listed| match listed {
            Listed::Entry(file, _) => file.find(key).is_some(),
            Listed::Work(_) => false,
        })
    };
    let mut made = keys(&works, taken).into_iter();
    list.iter()
        .map(|listed| match listed {
            Listed::Entry(file, idx) => file.key(*idx).to_owned(),
            Listed::Work(_) => made.next().unwrap_or_default(),
        })
        .collect()
}

/// Whether an entry of a file is among these.
fn contains(entries: &[(&File, usize)], file: &File, idx: usize) -> bool {
    entries
        .iter()
        .any(|(other, other_idx)| std::ptr::eq(*other, file) && *other_idx == idx)
}

/// An entry as it stands in its file, with a line end behind it.
fn entry_text(file: &File, idx: usize) -> String {
    let text = file.entries[idx].span.slice(file.text()).trim_end();
    format!("{}\n", text.replace("\r\n", "\n"))
}

/// A `@string` for each macro that these entries use, by name.
fn macro_texts(entries: &[(&File, usize)]) -> Option<String> {
    let mut found = BTreeMap::new();
    for (file, idx) in entries {
        for field in &file.entries[*idx].fields {
            for (name, value) in file.macros.used(field.value.slice(file.text())) {
                found.entry(name).or_insert(value);
            }
        }
    }
    let texts = found
        .into_iter()
        .map(|(name, value)| format!("@string{{{name} = {{{value}}}}}\n"));
    Some(texts.collect::<String>()).filter(|text| !text.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::work::{Contributors, EntryType, Issued, Name};

    #[test]
    fn entries_are_taken_over_and_works_written() {
        let master = File::read(
            "@string{HH = \"Henry Holt\"} @string{other = {x}}
@book{lee2010, title = {Taken}}
@incollection{a, title={T},
  crossref = {b}} junk
@collection{b, publisher = hh}
",
        );
        let work = Work {
            entry_type: EntryType::Book,
            authors: Contributors::new(vec![Name::person("Lee", "Ann")]),
            issued: Issued::year(2010),
            title: Some("New".to_owned()),
            ..Work::default()
        };
        let extract = extract(&[
            Listed::Entry(&master, 1),
            Listed::Work(&work),
            Listed::Entry(&master, 1),
        ]);
        assert_eq!(extract.keys, ["a", "lee2010a", "a"]);
        insta::assert_snapshot!(extract.text, @r"
        @string{hh = {Henry Holt}}

        @incollection{a, title={T},
          crossref = {b}}

        @book{lee2010a,
          author = {Lee, Ann},
          title = {New},
          date = {2010},
        }

        @collection{b, publisher = hh}
        ");
    }

    #[test]
    fn nothing_gives_nothing() {
        assert_eq!(extract(&[]), Extract::default());
    }
}
