//! Words with values, found by their hash; the table is built when the program is compiled.

use super::hash::hash_bytes;

/// A table of words with `N` places, about half of them free.
pub(crate) struct WordTable<V, const N: usize> {
    /// The hash of each word; 0 where there is none.
    hashes: [u64; N],
    values: [V; N],
}

impl<V: Copy, const N: usize> WordTable<V, N> {
    /// Makes a table of lists of words, each with a value. Of a word that stands in two lists the first counts.
    pub(crate) const fn new(lists: &[(V, &[&str])]) -> Self {
        let mut table = Self {
            hashes: [0; N],
            values: [lists[0].0; N],
        };
        let mut list = 0;
        while list < lists.len() {
            let (value, words) = lists[list];
            let mut word = 0;
            while word < words.len() {
                let hash = hash_bytes(words[word].as_bytes());
                let place = table.place(hash);
                if table.hashes[place] == 0 {
                    table.hashes[place] = hash;
                    table.values[place] = value;
                }
                word += 1;
            }
            list += 1;
        }
        table
    }

    /// The value of the word with a hash.
    #[inline]
    pub(crate) fn get(&self, hash: u64) -> Option<V> {
        let place = self.place(hash);
        (self.hashes[place] != 0).then_some(self.values[place])
    }

    /// Where the word with a hash stands, or the free place for it.
    #[inline]
    const fn place(&self, hash: u64) -> usize {
        let mut place = hash as usize % N;
        while self.hashes[place] != 0 && self.hashes[place] != hash {
            place = (place + 1) % N;
        }
        place
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found() {
        const TABLE: WordTable<u8, 8> = WordTable::new(&[(1, &["a", "b"]), (2, &["c", "a"])]);
        let get = |word: &str| TABLE.get(hash_bytes(word.as_bytes()));
        assert_eq!(get("a"), Some(1));
        assert_eq!(get("c"), Some(2));
        assert_eq!(get("d"), None);
    }
}
