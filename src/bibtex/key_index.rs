//! Entries by their keys.

use super::File;
use crate::work::hash;

/// The entries of a file by the hash of their keys: 16 bytes for each.
#[derive(Debug, Clone)]
pub(super) struct KeyIndex(Vec<(u64, u32)>);

impl KeyIndex {
    /// Takes the keys of a file.
    pub(super) fn of(file: &File) -> Self {
        let numbered = (0..file.entries.len()).map(|idx| (hash(file.key(idx).bytes()), idx as u32));
        let mut pairs: Vec<_> = numbered.collect();
        pairs.sort_unstable();
        Self(pairs)
    }

    /// The first entry with a key; none for the empty key.
    pub(super) fn find(&self, file: &File, key: &str) -> Option<usize> {
        if key.is_empty() {
            return None;
        }
        let hash = hash(key.bytes());
        let start = self.0.partition_point(|pair| pair.0 < hash);
        let same = self.0[start..].iter().take_while(|pair| pair.0 == hash);
        let mut found = same.map(|pair| pair.1 as usize);
        found.find(|idx| file.key(*idx) == key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_of_a_key_counts() {
        let file = File::read("@book{b} @book{a, year = 1} @book{a} @book{}");
        assert_eq!(file.find("a"), Some(1));
        assert_eq!(file.find("b"), Some(0));
        assert_eq!(file.find("A"), None);
        assert_eq!(file.find(""), None);
    }
}
