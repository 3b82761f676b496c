//! A large master .bib, of which a run reads only the entries that it needs.
//!
//! A paper has a hundred references, a master a million entries. So a *table* is made of the master once: where its entries are, and
//! lists of them by DOI, title, words, author with year, and key. With it, candidates are read from the master one by one, linked as
//! in [`crate::linkage::entry`], and what the run shows of the master is cut out as an *excerpt*: a .bib file of whole lines that knows
//! where it comes from. The table is kept in the user's cache folder (`cache`); without one, it is made anew each time. Either way the
//! same code answers from the same table, so that the output is the same.
//!
//! `build` makes the contents of a table, `table` is its form in bytes, `bytes` reads them in memory or from a file, `excerpt` cuts
//! entries out, `stamp` tells whether a file is still the one that a table was made of.

mod build;
mod bytes;
mod cache;
mod excerpt;
mod stamp;
mod table;
#[cfg(test)]
mod tests;

use std::{collections::BTreeSet, io, sync::Arc};

use self::{bytes::Bytes, table::Table};
pub use self::{
    cache::{clear, folder, kept, open},
    excerpt::Excerpt,
};
use crate::{
    bibtex::{File, Macros},
    linkage::{
        Link,
        entry::{self, Evidence},
    },
    work::Work,
};

/// A large master, ready to be asked.
#[derive(Debug)]
pub struct Master {
    text: Bytes,
    table: Table,
    macros: Arc<Macros>,
}

/// What a master says to some works.
#[derive(Debug)]
pub struct Answer {
    /// The link of each work; the entries are those of the excerpt.
    pub links: Vec<Link<Evidence>>,
    /// The entries that are linked or asked for by key, and what they inherit from.
    pub excerpt: Excerpt,
}

impl Master {
    /// Makes a master of its text and its table.
    fn new(text: Bytes, table: Table) -> io::Result<Self> {
        let macros = Arc::new(Macros::of(&table.macros()?));
        Ok(Self {
            text,
            table,
            macros,
        })
    }

    /// A master in memory; none for a text that only reading it whole does justice.
    pub fn of_text(text: String) -> Option<Self> {
        let contents = build::contents(&text)?;
        let table = Table::in_memory(table::written(contents, &stamp::Stamp::default())).ok()?;
        Self::new(Bytes::Memory(text.into_bytes()), table).ok()
    }

    /// Links some works, and looks up some keys.
    ///
    /// # Errors
    /// When the master or its table cannot be read or do not fit together; the master should then be read whole.
    pub fn ask(&self, works: &[&Work], keys: &[String]) -> io::Result<Answer> {
        let mut links = Vec::with_capacity(works.len());
        for work in works {
            let outline = |idx| self.alone(idx).map(|(file, idx)| file.outline(idx));
            let entry = |idx| self.alone(idx).map(|(file, idx)| file.work(idx));
            links.push(entry::link(&self.table, work, outline, entry)?);
        }
        let mut numbers: BTreeSet<u32> = links.iter().flat_map(linked).collect();
        for key in keys {
            numbers.extend(self.first_with_key(key)?);
        }
        let excerpt = self.excerpt(numbers)?;
        for link in &mut links {
            let candidates = link.matched.iter_mut().chain(&mut link.runner_up);
            for candidate in candidates {
                candidate.index = excerpt.index(candidate.index as u32)?;
            }
        }
        Ok(Answer { links, excerpt })
    }

    /// A file that holds an entry and what it inherits from, and where in it the entry is.
    fn alone(&self, idx: usize) -> io::Result<(File, usize)> {
        let number = idx as u32;
        let excerpt = self.excerpt(BTreeSet::from([number]))?;
        let idx = excerpt.index(number)?;
        Ok((excerpt.file, idx))
    }

    /// Cuts out some entries with what they inherit from.
    fn excerpt(&self, numbers: BTreeSet<u32>) -> io::Result<Excerpt> {
        let piece = |number| {
            let lines = self.table.lines(number)?;
            let bytes = self.text.read(lines.start as usize, lines.len())?;
            let text = String::from_utf8(bytes.into_owned()).map_err(|_| table::damaged())?;
            Ok((lines, text))
        };
        excerpt::cut(numbers, piece, |key| self.first_with_key(key), &self.macros)
    }

    /// The first entry with a key.
    fn first_with_key(&self, key: &str) -> io::Result<Option<u32>> {
        for number in self.table.with_key(key)? {
            let lines = self.table.lines(number)?;
            let bytes = self.text.read(lines.start as usize, lines.len())?;
            let text = String::from_utf8(bytes.into_owned()).map_err(|_| table::damaged())?;
            let file = File::part(text, &self.macros);
            if file.find(key).is_some() {
                return Ok(Some(number));
            }
        }
        Ok(None)
    }
}

/// The entries that a link speaks of.
fn linked(link: &Link<Evidence>) -> impl Iterator<Item = u32> {
    let candidates = link.matched.iter().chain(&link.runner_up);
    candidates.map(|candidate| candidate.index as u32)
}
