//! The model file.

use super::{
    super::{
        features::Feature,
        labels::{LANES, Label},
        lanes::Lanes,
        model::{Address, BUCKET, MAGIC, ROW, STEPS},
    },
    learnt::Learnt,
    random::Random,
    whole::LearntWhole,
};

/// The percentage of places that rows take; with two buckets of four, tables up to 98 % full can be filled (Dietzfelbinger and
/// Weidling 2007).
const LOAD: usize = 96;

/// Writes what was learnt in the form that [`Model`](super::super::model::Model) reads.
///
/// None where rows cannot be placed, which a table a little larger would mend.
pub(crate) fn model_file(learnt: &Learnt, whole: &LearntWhole) -> Option<Vec<u8>> {
    let places = learnt.rows.len() * 100 / LOAD;
    let n_buckets = (places / BUCKET).max(1);
    let table = fill_table(learnt, n_buckets)?;
    let unit = unit(&learnt.rows);
    let mut file = MAGIC.to_vec();
    file.extend((n_buckets as u32).to_le_bytes());
    file.extend(unit.to_le_bytes());
    for weight in learnt.transitions.iter().flatten() {
        file.extend(upper_half(weight.exp()));
    }
    for place in &table {
        let fingerprint = place.map_or(0, |row| {
            Address::of(learnt.rows[row].0, n_buckets).fingerprint
        });
        file.extend(fingerprint.to_le_bytes());
    }
    for place in &table {
        file.extend(place.map_or([0; ROW], |row| packed(&learnt.rows[row].2, unit)));
    }
    write_whole(whole, &mut file);
    Some(file)
}

/// Adds the weights of features of whole references, each as a byte.
fn write_whole(whole: &LearntWhole, file: &mut Vec<u8>) {
    const MOST_STEPS: f32 = 127.0;
    let largest = whole
        .weights
        .iter()
        .fold(0f32, |largest, w| largest.max(w.abs()));
    let unit = (largest / MOST_STEPS).max(f32::MIN_POSITIVE);
    file.extend(unit.to_le_bytes());
    file.extend(whole.of_words.to_le_bytes());
    file.extend(whole.of_single.to_le_bytes());
    let steps = whole
        .weights
        .iter()
        .map(|weight| (weight / unit).round() as i8);
    file.extend(steps.map(i8::cast_unsigned));
}

/// The upper half of an `f32`, rounded.
fn upper_half(value: f32) -> [u8; 2] {
    let rounded = value.to_bits().saturating_add(0x8000);
    ((rounded >> 16) as u16).to_le_bytes()
}

/// The unit in which the largest weight just fits.
fn unit(rows: &[(Feature, u32, Lanes)]) -> f32 {
    let weights = rows.iter().flat_map(|(_, _, weights)| weights);
    let largest = weights.fold(0f32, |largest, weight| largest.max(weight.abs()));
    largest / (7.0 * f32::from(STEPS[STEPS.len() - 1]))
}

/// The places of the table, each with its row.
fn fill_table(learnt: &Learnt, n_buckets: usize) -> Option<Vec<Option<usize>>> {
    const MOST_MOVES: usize = 10_000;
    let mut table: Vec<Option<usize>> = vec![None; n_buckets * BUCKET];
    let mut random = Random::new(1);
    for first in 0..learnt.rows.len() {
        let mut row = first;
        let mut moves = 0;
        loop {
            let buckets = Address::of(learnt.rows[row].0, n_buckets).buckets;
            let mut places = buckets
                .into_iter()
                .flat_map(|bucket| bucket * BUCKET..(bucket + 1) * BUCKET);
            if let Some(free) = places.find(|place| table[*place].is_none()) {
                table[free] = Some(row);
                break;
            }
            moves += 1;
            if moves > MOST_MOVES {
                return None;
            }
            let victim = random.pick(&buckets) * BUCKET + random.below(BUCKET);
            row = table[victim].replace(row)?;
        }
    }
    Some(table)
}

/// A row in 24 numbers of 4 bits; the last is the step in which the others count.
fn packed(weights: &Lanes, unit: f32) -> [u8; ROW] {
    let (step, numbers) = (0..STEPS.len())
        .map(|step| (step, rounded(weights, unit * f32::from(STEPS[step]))))
        .min_by(|(first, a), (second, b)| {
            let error = |step: usize, numbers: &[i8; LANES]| {
                error(weights, numbers, unit * f32::from(STEPS[step]))
            };
            error(*first, a).total_cmp(&error(*second, b))
        })
        .unwrap_or_default();
    let mut row = [0; ROW];
    for (lane, number) in numbers.iter().enumerate().take(Label::ALL.len()) {
        let half = (number + 8).cast_unsigned();
        row[lane % ROW] |= if lane < ROW { half } else { half << 4 };
    }
    row[ROW - 1] |= (step as u8) << 4;
    row
}

/// Weights in whole steps.
fn rounded(weights: &Lanes, step: f32) -> [i8; LANES] {
    weights.map(|weight| (weight / step).round().clamp(-8.0, 7.0) as i8)
}

/// The sum of squared errors of weights in whole steps.
fn error(weights: &Lanes, numbers: &[i8; LANES], step: f32) -> f32 {
    weights
        .iter()
        .zip(numbers)
        .map(|(weight, number)| (weight - f32::from(*number) * step).powi(2))
        .sum()
}

#[cfg(test)]
mod tests {
    use super::{super::super::model::Model, *};
    use crate::reference::label::{gap::GAP_CLASSES, hash::mix, model::TRANSITIONS};

    #[test]
    fn what_is_written_is_read() {
        let mut weights = [0.0; LANES];
        weights[3] = 1.5;
        weights[20] = -0.5;
        let learnt = Learnt {
            rows: (0..1000).map(|idx| (mix(idx, 7), 1, weights)).collect(),
            transitions: vec![[0.5; TRANSITIONS]; GAP_CLASSES],
        };
        let whole = LearntWhole::none();
        let file = model_file(&learnt, &whole).expect("the table has room");
        let model = Model::read(&file).expect("the file is whole");
        for idx in 0..1000 {
            let scores = model.scores(&model.sums(&[mix(idx, 7)]));
            assert!((scores[3] - 1.5).abs() < 0.05, "{scores:?}");
            assert!((scores[20] + 0.5).abs() < 0.1, "{scores:?}");
        }
        assert!(model.scores(&model.sums(&[mix(5, 8)]))[3].abs() < 0.01);
    }
}
