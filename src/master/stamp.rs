//! How a file is told from what it was before.

use std::{fs, io, time::UNIX_EPOCH};

/// The number of words of a stamp.
pub(super) const WORDS: usize = 7;

/// What the system says of a file, and a hash of its contents.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Stamp {
    /// Size, time of the last change of contents and of the file itself, and number, as far as the system has them.
    pub(super) metadata: [u64; WORDS - 1],
    /// The checksum of its bytes.
    pub(super) contents: u64,
}

impl Stamp {
    /// The stamp as words.
    pub(super) fn words(&self) -> [u64; WORDS] {
        let mut words = [self.contents; WORDS];
        words[..WORDS - 1].copy_from_slice(&self.metadata);
        words
    }

    /// The stamp that words stand for.
    pub(super) fn of_words(words: [u64; WORDS]) -> Self {
        let [metadata @ .., contents] = words;
        Self { metadata, contents }
    }
}

/// What the system says of a file.
pub(super) fn metadata(metadata: &fs::Metadata) -> io::Result<[u64; WORDS - 1]> {
    // A time before 1970 counts as 1970.
    let modified = metadata.modified()?.duration_since(UNIX_EPOCH);
    let modified = modified.unwrap_or_default();
    let [changed, changed_nanoseconds, number] = unix(metadata);
    Ok([
        metadata.len(),
        modified.as_secs(),
        u64::from(modified.subsec_nanos()),
        changed,
        changed_nanoseconds,
        number,
    ])
}

/// When a file was last changed or renamed, and its number.
#[cfg(unix)]
fn unix(metadata: &fs::Metadata) -> [u64; 3] {
    use std::os::unix::fs::MetadataExt;
    let (seconds, nanoseconds) = (metadata.ctime(), metadata.ctime_nsec());
    [
        seconds.cast_unsigned(),
        nanoseconds.cast_unsigned(),
        metadata.ino(),
    ]
}

#[cfg(not(unix))]
fn unix(_: &fs::Metadata) -> [u64; 3] {
    [0; 3]
}

/// A checksum of bytes, the same on every machine; it tells damage, not intent.
pub(super) fn checksum(bytes: &[u8]) -> u64 {
    const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
    let step = |sum: u64, word: u64| (sum ^ word).wrapping_mul(FACTOR).rotate_left(29);
    let word = |bytes: &[u8]| {
        let mut word = [0; 8];
        word[..bytes.len()].copy_from_slice(bytes);
        u64::from_le_bytes(word)
    };
    // Four lanes, so that one step need not wait for the one before.
    let mut lanes = [1, 2, 3, 4];
    let mut blocks = bytes.chunks_exact(32);
    for block in &mut blocks {
        for (lane, bytes) in lanes.iter_mut().zip(block.chunks_exact(8)) {
            *lane = step(*lane, word(bytes));
        }
    }
    let rest = blocks.remainder().chunks(8).map(word);
    let words = lanes.into_iter().chain(rest);
    let sum = words.fold(bytes.len() as u64, step);
    step(sum, sum >> 32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_byte_counts() {
        let bytes: Vec<u8> = (0..100).collect();
        let whole = checksum(&bytes);
        for idx in 0..bytes.len() {
            let mut other = bytes.clone();
            other[idx] ^= 1;
            assert_ne!(checksum(&other), whole, "byte {idx}");
        }
        assert_ne!(checksum(&bytes[..99]), whole);
        assert_ne!(checksum(&[0]), checksum(&[0, 0]));
    }
}
