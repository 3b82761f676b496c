//! Hashes of features; part of the model file, so that a change here needs a new model.

/// An odd number near 2^64 divided by the golden ratio.
const GOLDEN: u64 = 0x9e37_79b9_7f4a_7c15;
/// The first multiplier of the finaliser of `MurmurHash3`.
const MURMUR: u64 = 0xff51_afd7_ed55_8ccd;

/// Mixes two values into one.
#[inline]
pub(crate) fn mix(first: u64, second: u64) -> u64 {
    let hash = (first ^ second.wrapping_mul(GOLDEN)).wrapping_mul(MURMUR);
    hash ^ (hash >> 32)
}

/// Mixes three values into one.
#[inline]
pub(crate) fn mix3(first: u64, second: u64, third: u64) -> u64 {
    mix(mix(first, second), third)
}

/// Mixes four values into one.
#[inline]
pub(crate) fn mix4(first: u64, second: u64, third: u64, fourth: u64) -> u64 {
    mix(mix(first, second), mix(third, fourth))
}

/// Hashes bytes, eight at a time.
#[inline]
pub(crate) fn hash_bytes(bytes: &[u8]) -> u64 {
    let (words, rest) = bytes.as_chunks::<8>();
    let hash = words.iter().fold(0xcbf2_9ce4_8422_2325, |hash, word| {
        mix(hash, u64::from_le_bytes(*word))
    });
    let last = rest
        .iter()
        .rev()
        .fold(0, |last, byte| last << 8 | u64::from(*byte));
    mix(hash, last ^ (bytes.len() as u64) << 56)
}
