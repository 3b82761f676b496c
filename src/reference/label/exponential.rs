//! Powers of e, many at once.
//!
//! The function of the standard library is made for one number, and differs from system to system in the last bit; this one gives
//! the same everywhere.

/// Powers smaller than e to the power of this are not told apart; paths that differ by so much are never close.
const LEAST: f32 = -40.0;

/// e to the power of each number; none may be above 0. Right to 2 units in the last place.
#[inline]
pub(crate) fn exponentials<const N: usize>(values: &[f32; N]) -> [f32; N] {
    values.map(exponential)
}

/// e to the power of a number from [`LEAST`] to 0: 2 to a whole power, times a polynomial for what is left.
#[inline]
fn exponential(value: f32) -> f32 {
    /// 1.5 × 2^23: the sum of it and a small number is rounded to a whole one, which is in its last bits.
    const ROUNDS: f32 = 12_582_912.0;
    const LN_2_HIGH: f32 = 0.693_359_4;
    const LN_2_LOW: f32 = -2.121_944_4e-4;
    // From the library Cephes, `expf`.
    const COEFFICIENTS: [f32; 6] = [
        1.987_569_1e-4,
        1.398_199_9e-3,
        8.333_452e-3,
        4.166_579_5e-2,
        1.666_666_5e-1,
        0.5,
    ];
    let value = if value < LEAST { LEAST } else { value };
    let rounded = value * std::f32::consts::LOG2_E + ROUNDS;
    let power = rounded - ROUNDS;
    let rest = value - power * LN_2_HIGH - power * LN_2_LOW;
    let mut series = COEFFICIENTS[0];
    for coefficient in &COEFFICIENTS[1..] {
        series = series * rest + coefficient;
    }
    let series = series * rest * rest + rest + 1.0;
    let exponent = rounded.to_bits().wrapping_add(127) << 23;
    series * f32::from_bits(exponent)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn powers_are_those_of_the_standard_library() {
        for idx in 0..40_000u16 {
            let value = -f32::from(idx) / 1000.0;
            let [power] = exponentials(&[value]);
            let error = (power - value.exp()).abs() / value.exp();
            assert!(error < 3e-7, "{value}: {power} for {}", value.exp());
        }
        assert!((exponentials(&[0.0])[0] - 1.0).abs() < f32::MIN_POSITIVE);
        assert!(exponentials(&[-1000.0])[0] > 0.0);
    }
}
