//! A hash for values in the forms in which they are compared.

/// A hash of bytes that is the same on every machine and in every version (FNV-1a, 64 bits).
pub(crate) fn hash(bytes: impl IntoIterator<Item = u8>) -> u64 {
    bytes.into_iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::hash;

    #[test]
    fn hashes_are_those_of_the_standard() {
        assert_eq!(hash(*b"foobar"), 0x8594_4171_f739_67e8);
    }
}
