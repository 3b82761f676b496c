//! .bib files: read without losing a byte, understood entry by entry, written by the smallest edit.
//!
//! `block` splits a file into blocks that put together give the file again; `entry` reads the fields of one block with their spans;
//! `value` and `inherit` find what counts for an entry, macros and parents included; `meaning` says what it means, with the help of
//! the `biblatex` crate for LaTeX (`latex`) and names (`names`); `text` writes a work as an entry; `outline` reads what finding an entry takes.
//!
//! Structure is read at once, meaning when it is asked for: a file may have a million entries of which a run needs ten.

mod block;
mod date;
pub mod edit;
mod entry;
mod entry_type;
pub(crate) mod escape;
mod extract;
mod inherit;
mod key;
mod key_index;
mod latex;
mod layout;
mod letters;
mod links;
mod meaning;
mod names;
mod outline;
mod problem;
pub(crate) mod text;
mod value;

use std::sync::{Arc, OnceLock};

use self::key_index::KeyIndex;
pub use self::{
    block::{Block, BlockKind, Blocks},
    edit::Dialect,
    entry::{Entry, Field},
    extract::{Extract, Listed, Wish, extract},
    key::{keys, possible_keys},
    layout::Layout,
    meaning::Meaning,
    problem::{Problem, ProblemKind},
    text::entry as entry_text,
    value::Macros,
};
use crate::work::Work;

/// A .bib file, read.
#[derive(Debug, Clone, Default)]
pub struct File {
    text: Arc<str>,
    /// The blocks; put together they give the file again.
    pub blocks: Vec<Block>,
    /// The entries in the order of the file.
    pub entries: Vec<Entry>,
    /// What is wrong with the form of the file; what is wrong with the meaning of an entry is said with its meaning.
    pub problems: Vec<Problem>,
    macros: Arc<Macros>,
    /// Made when it is first asked; a part of a large file never is.
    keys: OnceLock<KeyIndex>,
}

impl File {
    /// Reads a .bib file; whatever is wrong with it, all that can be read is.
    pub fn read(text: impl Into<Arc<str>>) -> Self {
        let text = text.into();
        let mut problems = Vec::new();
        let blocks = block::split(&text);
        let mut macros = Macros::default();
        for block in of_kind(&blocks, BlockKind::Strings) {
            for field in entry::read_strings(&text, block, &mut problems) {
                macros.define(field.name.slice(&text), field.value.slice(&text));
            }
        }
        Self::with(text, blocks, Arc::new(macros), problems)
    }

    /// Reads some blocks of a larger file, which has these macros; `@string`s among them say nothing new.
    pub fn part(text: impl Into<Arc<str>>, macros: &Arc<Macros>) -> Self {
        let text = text.into();
        let blocks = block::split(&text);
        Self::with(text, blocks, Arc::clone(macros), Vec::new())
    }

    /// Reads the entries among the blocks of a text.
    fn with(
        text: Arc<str>,
        blocks: Vec<Block>,
        macros: Arc<Macros>,
        mut problems: Vec<Problem>,
    ) -> Self {
        let entries: Vec<Entry> = of_kind(&blocks, BlockKind::Entry)
            .map(|block| entry::read(&text, block, &mut problems))
            .collect();
        problems.sort_by_key(|problem| problem.span.start);
        Self {
            text,
            blocks,
            entries,
            problems,
            macros,
            keys: OnceLock::new(),
        }
    }

    /// The text that all spans refer to.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The key of an entry.
    pub fn key(&self, idx: usize) -> &str {
        self.entries[idx].key.slice(&self.text)
    }

    /// The type of an entry as written.
    pub fn entry_type(&self, idx: usize) -> &str {
        self.entries[idx].entry_type.slice(&self.text)
    }

    /// The first entry with this key; as for biber, case counts.
    pub fn find(&self, key: &str) -> Option<usize> {
        let keys = self.keys.get_or_init(|| KeyIndex::of(self));
        keys.find(self, key)
    }

    /// What an entry means, with what it inherits.
    pub fn meaning(&self, idx: usize) -> Meaning {
        meaning::meaning(self, idx)
    }

    /// The work that an entry describes.
    pub fn work(&self, idx: usize) -> Work {
        self.meaning(idx).work
    }

    /// The title, authors, editors, year and DOI of an entry in letters without accents: for finding it, at less cost.
    pub fn outline(&self, idx: usize) -> Work {
        outline::outline(self, idx, usize::MAX)
    }

    /// The same with no more than the first author, or the first editor where there is no author: what an index has it under.
    pub fn brief_outline(&self, idx: usize) -> Work {
        outline::outline(self, idx, 1)
    }

    /// Whether an entry stands for itself: no parent, and no macro of its file but those of months.
    pub fn is_self_contained(&self, idx: usize) -> bool {
        let is_link = |field: &Field| {
            let name = field.name.slice(&self.text);
            name.eq_ignore_ascii_case("crossref") || name.eq_ignore_ascii_case("xdata")
        };
        self.macros_of(idx).is_empty() && !self.entries[idx].fields.iter().any(is_link)
    }

    /// The macros of the file that an entry uses, by the names that it has for them, and what they stand for.
    pub fn macros_of(&self, idx: usize) -> Vec<(&str, &str)> {
        let fields = self.entries[idx].fields.iter();
        fields
            .flat_map(|field| self.macros.used(field.value.slice(&self.text)))
            .collect()
    }

    /// What a macro stands for; case does not count.
    pub fn macro_value(&self, name: &str) -> Option<&str> {
        self.macros.value(name)
    }

    /// Whether an entry inherits from others, be they here or not.
    pub fn has_parents(&self, idx: usize) -> bool {
        inherit::has_parents(self, idx)
    }

    /// The keys that entries inherit from and that no entry here has.
    pub fn missing_parents(&self) -> Vec<String> {
        inherit::missing_parents(self)
    }

    /// The entries that an entry inherits from by `crossref` or `xdata`, nearest first.
    pub fn parents(&self, idx: usize) -> Vec<usize> {
        inherit::parents(self, idx)
    }
}

/// The blocks of one kind.
fn of_kind(blocks: &[Block], kind: BlockKind) -> impl Iterator<Item = &Block> {
    blocks.iter().filter(move |block| block.kind == kind)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn any_text_is_read_and_put_together_again(
            text in "(@book\\{|@string\\{a=|crossref=|xdata=|author=|title=|year=|[a-c@{}()\"\\\\,=#$~%\n]| and |é)*"
        ) {
            let file = File::read(text.as_str());
            let together: String = file.blocks.iter().map(|block| block.span.slice(&text)).collect();
            prop_assert_eq!(&together, &text);
            for (idx, entry) in file.entries.iter().enumerate() {
                for field in &entry.fields {
                    prop_assert!(text.get(field.name.start..field.name.end).is_some());
                    prop_assert!(text.get(field.value.start..field.value.end).is_some());
                }
                for problem in file.meaning(idx).problems {
                    prop_assert!(text.get(problem.span.start..problem.span.end).is_some());
                }
                file.parents(idx);
            }
        }
    }
}
