//! A compact map from hashes to the numbers of entries.

use std::ops::Range;

/// Lists of entries by a hash of what they share.
///
/// Hashes and lists lie in three arrays: 4 bytes for each entry in a list and 12 for each hash, a third of what a hash map takes.
#[derive(Debug, Clone, Default)]
pub(super) struct Postings {
    hashes: Vec<u64>,
    /// Where the list of each hash begins; one more than there are hashes.
    starts: Vec<u32>,
    entries: Vec<u32>,
}

impl Postings {
    /// Makes lists of pairs of hash and entry.
    pub(super) fn new(mut pairs: Vec<(u64, u32)>) -> Self {
        pairs.sort_unstable();
        pairs.dedup();
        let mut postings = Self::default();
        for (hash, entry) in pairs {
            if postings.hashes.last() != Some(&hash) {
                postings.hashes.push(hash);
                postings.starts.push(postings.entries.len() as u32);
            }
            postings.entries.push(entry);
        }
        postings.starts.push(postings.entries.len() as u32);
        postings
    }

    /// Where the list of a hash is; empty where there is none.
    pub(super) fn find(&self, hash: u64) -> Range<usize> {
        match self.hashes.binary_search(&hash) {
            Ok(idx) => self.starts[idx] as usize..self.starts[idx + 1] as usize,
            Err(_) => 0..0,
        }
    }

    /// The entries of a list in ascending order.
    pub(super) fn read(&self, list: Range<usize>) -> &[u32] {
        self.entries.get(list).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_by_hash() {
        let postings = Postings::new(vec![(7, 2), (3, 1), (7, 0), (7, 2)]);
        assert_eq!(postings.read(postings.find(7)), [0, 2]);
        assert_eq!(postings.read(postings.find(3)), [1]);
        assert!(postings.find(4).is_empty());
        assert!(Postings::new(Vec::new()).find(4).is_empty());
    }
}
