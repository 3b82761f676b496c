//! Order among values that nearly are in it.

use std::cmp::Reverse;

/// The places of a longest run of keys that do not descend; of several such runs one that keeps the earlier references.
///
/// Patience sorting from the end of the list, in n log n steps.
pub fn longest_run<K: Ord>(keys: &[K]) -> Vec<usize> {
    // For each length, the place at which the best run of that length begins so far.
    let mut heads: Vec<usize> = Vec::new();
    let mut next = vec![None; keys.len()];
    for place in (0..keys.len()).rev() {
        let length = heads.partition_point(|head| Reverse(&keys[*head]) <= Reverse(&keys[place]));
        next[place] = length.checked_sub(1).map(|shorter| heads[shorter]);
        if length == heads.len() {
            heads.push(place);
        } else {
            heads[length] = place;
        }
    }
    std::iter::successors(heads.last().copied(), |place| next[*place]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_few_as_possible_are_left_out() {
        assert_eq!(longest_run(&[1, 2, 9, 3, 4]), [0, 1, 3, 4]);
        assert_eq!(longest_run(&[9, 1, 2, 2]), [1, 2, 3]);
        assert_eq!(longest_run(&["b", "a"]), [0]);
        assert_eq!(longest_run(&["a", "c", "b", "b", "d"]), [0, 2, 3, 4]);
        assert_eq!(longest_run::<u8>(&[]), [0_usize; 0]);
    }
}
