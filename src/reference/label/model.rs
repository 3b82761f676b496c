//! The trained weights, read in place from the bytes of the model file.
//!
//! # The file
//!
//! | bytes | what |
//! | --- | --- |
//! | 8 | [`MAGIC`] |
//! | 4 | the number of buckets, little endian |
//! | 4 | the weight of one step, an `f32` |
//! | 20 × 24 × 24 × 2 | potentials of transitions by class of gap, from label, to label: the upper half of an `f32` each |
//! | buckets × 8 | four fingerprints of 16 bits |
//! | buckets × 48 | four rows of weights |
//! | 4, 4, 4 | the unit of the weights below, the weights of the path and of single runs, an `f32` each |
//! | [`WEIGHTS`] | weights of features of whole references |
//!
//! A feature stands in one of two buckets that its hash names (cuckoo hashing; Dietzfelbinger and Weidling 2007), so that looking it
//! up reads two words, and nothing has to be built when the program starts. A row is 24 numbers of 4 bits: 23 weights from -8 to
//! 7 and the step that they count in.

use super::{
    features::Feature,
    gap::GAP_CLASSES,
    labels::LANES,
    whole::{WEIGHTS, WholeModel},
};

/// The first bytes of a model file; the digit is the version of features and layout.
pub(crate) const MAGIC: &[u8; 8] = b"refmend2";
/// The rows of a bucket.
pub(crate) const BUCKET: usize = 4;
/// The bytes of a row.
pub(crate) const ROW: usize = LANES / 2;
/// A row and the four bytes before it: as many as the processor reads at once.
const WIDE_ROW: usize = 16;
/// The words of two bytes in as many.
const WORDS: usize = WIDE_ROW / 2;
/// The numbers of one class of gap.
pub(crate) const TRANSITIONS: usize = LANES * LANES;

/// The steps that weights of a row can count in, in units of the file; small enough for the sum of 75 rows to fit 16 bits.
pub(crate) const STEPS: [u16; 16] = [1, 2, 3, 4, 5, 6, 8, 10, 13, 16, 20, 25, 31, 38, 46, 54];

/// A model whose weights are looked up in the bytes of its file.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Model<'a> {
    unit: f32,
    transitions: &'a [[[u8; 2]; TRANSITIONS]],
    fingerprints: &'a [[u8; 2 * BUCKET]],
    /// The rows, and before them as many bytes as a wide row has more than a row.
    rows: &'a [u8],
    whole: WholeModel<'a>,
}

impl<'a> Model<'a> {
    /// Reads the header; none where the bytes are no model of this version.
    pub(crate) const fn read(file: &'a [u8]) -> Option<Self> {
        let Some((magic, file)) = file.split_first_chunk::<8>() else {
            return None;
        };
        let Some((buckets, file)) = file.split_first_chunk::<4>() else {
            return None;
        };
        let Some((unit, file)) = file.split_first_chunk::<4>() else {
            return None;
        };
        let buckets = u32::from_le_bytes(*buckets) as usize;
        let transition_bytes = GAP_CLASSES * TRANSITIONS * 2;
        let table_bytes = buckets * BUCKET * (2 + ROW);
        let expected = transition_bytes + table_bytes + 12 + WEIGHTS;
        if !is_magic(*magic) || file.len() != expected || buckets == 0 {
            return None;
        }
        let (transitions, file) = file.split_at(transition_bytes);
        let (file, whole) = file.split_at(table_bytes);
        let (whole, weights) = whole.split_at(12);
        let whole: &[[u8; 4]] = whole.as_chunks().0;
        let (fingerprints, _) = file.split_at(buckets * BUCKET * 2);
        let (_, rows) = file.split_at(buckets * BUCKET * 2 - (WIDE_ROW - ROW));
        Some(Self {
            unit: f32::from_le_bytes(*unit),
            transitions: transitions.as_chunks().0.as_chunks().0,
            fingerprints: fingerprints.as_chunks().0,
            rows,
            whole: WholeModel {
                unit: f32::from_le_bytes(whole[0]),
                of_words: f32::from_le_bytes(whole[1]),
                of_single: f32::from_le_bytes(whole[2]),
                weights,
            },
        })
    }

    /// The weights of features of whole references.
    pub(crate) fn whole(&self) -> WholeModel<'a> {
        self.whole
    }

    /// Adds up the weights of features.
    ///
    /// Rows are found first and added up afterwards: so the processor can wait for many of them at once.
    pub(crate) fn sums(self, features: &[Feature]) -> Sums {
        const AT_ONCE: usize = 32;
        let mut sums = Sums::default();
        let mut excess = 0u16;
        let mut starts = [0u32; AT_ONCE];
        for features in features.chunks(AT_ONCE) {
            let mut n_found = 0;
            for feature in features {
                let (place, is_found) = self.find(*feature);
                starts[n_found] = (place * ROW) as u32;
                n_found += usize::from(is_found);
            }
            for start in &starts[..n_found] {
                let row = self.rows.get(*start as usize..);
                if let Some(row) = row.and_then(|row| row.first_chunk()) {
                    let step = STEPS[usize::from(row[WIDE_ROW - 1] >> 4)];
                    add_row(&mut sums, row, step);
                    excess = excess.wrapping_add(8 * step);
                }
            }
        }
        for quarter in &mut sums {
            *quarter = quarter.map(|sum| sum.wrapping_sub(excess));
        }
        sums
    }

    /// The scores of a word: the sums of the weights of its features.
    pub(crate) fn scores(self, sums: &Sums) -> [f32; LANES] {
        by_label(sums).map(|sum| f32::from(sum) * self.unit)
    }

    /// The potentials from label to label over a gap.
    pub(crate) fn transitions(&self, gap_class: usize) -> &'a [[u8; 2]; TRANSITIONS] {
        &self.transitions[gap_class]
    }

    /// Where the row of a feature is, and whether there is one; without branches, for they could not be foretold.
    #[inline]
    fn find(self, feature: Feature) -> (usize, bool) {
        let address = Address::of(feature, self.fingerprints.len());
        let [first, second] = address.buckets;
        let in_first = matches(self.fingerprints[first], address.fingerprint);
        let in_second = matches(self.fingerprints[second], address.fingerprint);
        let (bucket, found) = if in_first == 0 {
            (second, in_second)
        } else {
            (first, in_first)
        };
        let slot = (found.trailing_zeros() as usize / 16) % BUCKET;
        (bucket * BUCKET + slot, found != 0)
    }
}

/// Whether the first bytes are those of a model file.
const fn is_magic(bytes: [u8; 8]) -> bool {
    u64::from_le_bytes(bytes) == u64::from_le_bytes(*MAGIC)
}

/// Where the row of a feature can stand, and how it is told from its neighbours.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Address {
    /// The two buckets.
    pub(crate) buckets: [usize; 2],
    /// Never 0, which marks an empty place.
    pub(crate) fingerprint: u16,
}

impl Address {
    /// The address of a feature in a table of so many buckets.
    #[inline]
    pub(crate) fn of(feature: Feature, n_buckets: usize) -> Self {
        let scaled = |part: u32| ((u64::from(part) * n_buckets as u64) >> 32) as usize;
        let second = (feature as u32).rotate_left(16).wrapping_mul(0x9e37_79b1);
        Self {
            buckets: [scaled((feature >> 32) as u32), scaled(second)],
            fingerprint: (feature as u16).max(1),
        }
    }
}

/// Marks which of four fingerprints is the wanted one: the lowest bit that is set is the highest of the 16 of the first that is.
#[inline]
fn matches(bucket: [u8; 2 * BUCKET], fingerprint: u16) -> u64 {
    const ONES: u64 = 0x0001_0001_0001_0001;
    const HIGH: u64 = 0x8000_8000_8000_8000;
    let differences = u64::from_le_bytes(bucket) ^ (ONES * u64::from(fingerprint));
    differences.wrapping_sub(ONES) & !differences & HIGH
}

/// Sums of rows, in the order in which rows hold their numbers.
///
/// A row is six words of four numbers; the first numbers of all words are added up in the first quarter, and so on. Two words
/// before them come from what stands before the row, and are of no use.
pub(crate) type Sums = [[u16; WORDS]; 4];

/// Adds sums to sums.
#[inline]
pub(crate) fn add(sums: &mut Sums, others: &Sums) {
    let quarter = |sums: &mut [u16; WORDS], others: &[u16; WORDS]| {
        for idx in 0..WORDS {
            sums[idx] = sums[idx].wrapping_add(others[idx]);
        }
    };
    let [first, second, third, fourth] = sums;
    quarter(first, &others[0]);
    quarter(second, &others[1]);
    quarter(third, &others[2]);
    quarter(fourth, &others[3]);
}

/// Adds a row, its numbers counted from 0 instead of -8.
#[inline]
fn add_row(sums: &mut Sums, row: &[u8; WIDE_ROW], step: u16) {
    let (pairs, _) = row.as_chunks::<2>();
    let words: [u16; WORDS] = std::array::from_fn(|idx| u16::from_le_bytes(pairs[idx]));
    let [first, second, third, fourth] = sums;
    // A loop each, which the compiler turns into one instruction for all words.
    for idx in 0..WORDS {
        first[idx] = first[idx].wrapping_add((words[idx] & 15).wrapping_mul(step));
    }
    for idx in 0..WORDS {
        second[idx] = second[idx].wrapping_add((words[idx] >> 4 & 15).wrapping_mul(step));
    }
    for idx in 0..WORDS {
        third[idx] = third[idx].wrapping_add((words[idx] >> 8 & 15).wrapping_mul(step));
    }
    for idx in 0..WORDS {
        fourth[idx] = fourth[idx].wrapping_add((words[idx] >> 12).wrapping_mul(step));
    }
}

/// The sums by label: a byte of a row holds the numbers of two labels that are [`ROW`] apart.
fn by_label(sums: &Sums) -> [i16; LANES] {
    std::array::from_fn(|lane| {
        let (half, byte) = (lane / ROW, lane % ROW);
        sums[byte % 2 * 2 + half][WORDS - ROW / 2 + byte / 2].cast_signed()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fingerprints_are_found() {
        let bucket: Vec<u8> = [5u16, 6, 0, 0xffff]
            .iter()
            .flat_map(|f| f.to_le_bytes())
            .collect();
        let bucket: [u8; 8] = bucket.try_into().expect("four of two bytes");
        let slot = |fingerprint| matches(bucket, fingerprint).trailing_zeros() / 16;
        assert_eq!((slot(5), slot(6), slot(0xffff)), (0, 1, 3));
        assert_eq!(matches(bucket, 7), 0);
    }

    #[test]
    fn other_files_are_no_models() {
        assert!(Model::read(b"").is_none());
        assert!(Model::read(&[0; 100]).is_none());
    }
}
