//! The text of a .bib file of its own, from works and from entries of other files.

use std::collections::BTreeMap;

use super::{File, key::keys, text};
use crate::work::Work;

/// What is to be in the new file.
#[derive(Debug, Clone, Copy)]
pub enum Listed<'a> {
    /// A work that no file has: it gets a key and an entry.
    Work(&'a Work),
    /// The same, with what its paper says of its entry.
    Cited(&'a Work, Wish<'a>),
    /// An entry of a file, by its number: taken over letter by letter, with its key.
    Entry(&'a File, usize),
}

/// What a paper says of the entry of a work.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Wish<'a> {
    /// The key, if the paper has one for it: `\bibitem{key}`.
    pub key: Option<&'a str>,
    /// Whether citations name its authors with their particles: `van Gogh`. biblatex and pandoc leave them out otherwise.
    pub use_prefix: bool,
}

impl Listed<'_> {
    /// The work, with what an entry inherits.
    pub fn work(&self) -> Work {
        match *self {
            Self::Work(work) | Self::Cited(work, _) => work.clone(),
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
            Listed::Cited(work, wish) if wish.use_prefix => {
                texts.push(text::entry_with_prefix(work, key));
            }
            Listed::Work(work) | Listed::Cited(work, _) => texts.push(text::entry(work, key)),
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

/// The keys: those that are there as they are, those of other works made so that no file has them for something else.
fn all_keys(list: &[Listed<'_>]) -> Vec<String> {
    let given: Vec<Option<&str>> = list
        .iter()
        .map(|listed| match listed {
            Listed::Work(_) => None,
            Listed::Cited(_, wish) => wish.key,
            Listed::Entry(file, idx) => Some(file.key(*idx)),
        })
        .collect();
    let without = list.iter().zip(&given).filter(|(_, key)| key.is_none());
    let works: Vec<_> = without
        .filter_map(|(listed, _)| match listed {
            Listed::Work(work) | Listed::Cited(work, _) => Some(*work),
            Listed::Entry(..) => None,
        })
        .collect();
    let taken = |key: &str| {
        list.iter().zip(&given).any(|(listed, given)| match listed {
            Listed::Entry(file, _) => file.find(key).is_some(),
            Listed::Work(_) | Listed::Cited(..) => *given == Some(key),
        })
    };
    let mut made = keys(&works, taken).into_iter();
    given
        .into_iter()
        .map(|key| {
            let key = key.map(str::to_owned);
            key.or_else(|| made.next()).unwrap_or_default()
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
        for (name, value) in file.macros_of(*idx) {
            found.entry(name).or_insert(value);
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
    fn a_paper_may_have_keys_and_particles() {
        let work = |family: &str| Work {
            authors: Contributors::new(vec![Name::person(family, "V.")]),
            issued: Issued::year(1885),
            title: Some("Letters".to_owned()),
            ..Work::default()
        };
        let (gogh, other) = (work("Gogh"), work("Gogh"));
        let wish = Wish {
            key: Some("gogh1885"),
            use_prefix: true,
        };
        let extract = extract(&[Listed::Work(&other), Listed::Cited(&gogh, wish)]);
        assert_eq!(extract.keys, ["gogh1885a", "gogh1885"]);
        let option = "{gogh1885,\n  options = {useprefix=true},\n  author";
        assert!(extract.text.contains(option), "{}", extract.text);
    }

    #[test]
    fn nothing_gives_nothing() {
        assert_eq!(extract(&[]), Extract::default());
    }
}
