//! Hashes of features; part of the model file, so that a change here needs a new model.

/// An odd number near 2^64 divided by the golden ratio.
const GOLDEN: u64 = 0x9e37_79b9_7f4a_7c15;
/// The first multiplier of the finaliser of `MurmurHash3`.
const MURMUR: u64 = 0xff51_afd7_ed55_8ccd;

/// Mixes two values into one.
#[inline]
pub(crate) const fn mix(first: u64, second: u64) -> u64 {
    let hash = (first ^ second.wrapping_mul(GOLDEN)).wrapping_mul(MURMUR);
    hash ^ (hash >> 32)
}

/// Mixes three values into one.
#[inline]
pub(crate) const fn mix3(first: u64, second: u64, third: u64) -> u64 {
    mix(mix(first, second), third)
}

/// Mixes four values into one.
#[inline]
pub(crate) const fn mix4(first: u64, second: u64, third: u64, fourth: u64) -> u64 {
    mix(mix(first, second), mix(third, fourth))
}

/// Hashes bytes, eight at a time.
#[inline]
pub(crate) const fn hash_bytes(bytes: &[u8]) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325;
    let mut rest = bytes;
    while let Some((word, after)) = rest.split_first_chunk() {
        hash = mix(hash, u64::from_le_bytes(*word));
        rest = after;
    }
    mix(hash, last_word(rest) ^ (bytes.len() as u64) << 56)
}

/// Up to seven bytes as a number, the first byte the lowest. Reads may overlap: what is read twice is the same.
#[inline]
const fn last_word(bytes: &[u8]) -> u64 {
    let length = bytes.len();
    if let (Some(first), Some(last)) = (bytes.first_chunk(), bytes.last_chunk()) {
        let (first, last) = (u32::from_le_bytes(*first), u32::from_le_bytes(*last));
        return first as u64 | (last as u64) << (8 * (length - 4));
    }
    if length == 0 {
        return 0;
    }
    let middle = length / 2;
    bytes[0] as u64
        | (bytes[middle] as u64) << (8 * middle)
        | (bytes[length - 1] as u64) << (8 * (length - 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_bytes_are_read_in_order() {
        for length in 0..8 {
            let bytes: Vec<u8> = (1..=length).collect();
            let expected = (bytes.iter().rev()).fold(0, |word, byte| word << 8 | u64::from(*byte));
            assert_eq!(last_word(&bytes), expected, "{length}");
        }
    }
}
