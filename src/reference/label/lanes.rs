//! One number for each label, and what is done to all of them at once.

use super::{
    exponential::exponentials,
    labels::{LANES, Label},
};

/// One number for each label.
pub(crate) type Lanes = [f32; LANES];

/// The largest score, and e to the power of each score less it.
pub(super) fn potentials(scores: &Lanes) -> (f32, Lanes) {
    let mut scores = *scores;
    scores[Label::ALL.len()..].fill(f32::MIN);
    let largest = largest(&scores);
    let mut potentials = exponentials(&scores.map(|score| score - largest));
    potentials[Label::ALL.len()..].fill(0.0);
    (largest, potentials)
}

/// The number that the upper half of an `f32` stands for.
#[inline]
pub(crate) fn potential(half: [u8; 2]) -> f32 {
    f32::from_bits(u32::from(u16::from_le_bytes(half)) << 16)
}

/// Multiplies lane by lane.
#[inline]
pub(crate) fn multiply(values: &mut Lanes, factors: &Lanes) {
    for (value, factor) in values.iter_mut().zip(factors) {
        *value *= factor;
    }
}

/// The larger of two numbers of which none is NaN: one instruction, which `f32::max` is not.
#[inline]
pub(super) fn larger(first: f32, second: f32) -> f32 {
    if first > second { first } else { second }
}

/// The largest number.
#[inline]
pub(crate) fn largest(values: &Lanes) -> f32 {
    let (quads, _) = values.as_chunks::<4>();
    let largest = (quads.iter()).fold([f32::MIN; 4], |largest, quad| {
        std::array::from_fn(|lane| larger(largest[lane], quad[lane]))
    });
    larger(
        larger(largest[0], largest[1]),
        larger(largest[2], largest[3]),
    )
}

/// The sum of the products of potentials and numbers, four at once.
#[inline]
pub(crate) fn dot(row: &[[u8; 2]; LANES], values: &Lanes) -> f32 {
    let mut sums = [0.0f32; 4];
    let quads = row.as_chunks::<4>().0.iter().zip(values.as_chunks::<4>().0);
    for (halves, values) in quads {
        for lane in 0..4 {
            sums[lane] += potential(halves[lane]) * values[lane];
        }
    }
    (sums[0] + sums[1]) + (sums[2] + sums[3])
}

/// The sum of all numbers, four at once.
#[inline]
pub(super) fn sum(values: &Lanes) -> f32 {
    let (quads, _) = values.as_chunks::<4>();
    let [first, second, third, fourth] = (quads.iter()).fold([0.0f32; 4], |sums, quad| {
        std::array::from_fn(|lane| sums[lane] + quad[lane])
    });
    (first + second) + (third + fourth)
}

/// The first lane with the largest number.
#[inline]
pub(super) fn largest_lane(values: &Lanes) -> usize {
    let largest = largest(values);
    values
        .iter()
        .position(|value| *value >= largest)
        .unwrap_or_default()
}

/// Scales by the power of two that brings the largest number to 1 or a little above; returns the power taken off.
#[inline]
pub(super) fn scale(values: &mut Lanes) -> i32 {
    const BIAS: i32 = 127;
    let largest = larger(largest(values), f32::MIN_POSITIVE);
    let power = (largest.to_bits() >> 23).cast_signed() - BIAS;
    let factor = f32::from_bits((BIAS - power).cast_unsigned() << 23);
    for value in values {
        *value *= factor;
    }
    power
}

/// The logarithm of a number times a power of two.
pub(super) fn logarithm(value: f32, power: i32) -> f64 {
    f64::from(value.max(f32::MIN_POSITIVE)).ln() + f64::from(power) * std::f64::consts::LN_2
}
