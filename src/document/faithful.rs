//! Edits that a file takes, told from those after which it would not read as was meant.

/// Keeps those of a group with which, and with those kept before, all is good; when a group is not, each half is tried by itself.
pub(super) fn keep_good<T>(
    kept: &mut Vec<T>,
    group: Vec<T>,
    is_good: &impl Fn(&[T]) -> bool,
    refuse: &mut impl FnMut(T),
) {
    let n_before = kept.len();
    kept.extend(group);
    if kept.len() == n_before || is_good(kept) {
        return;
    }
    let mut group = kept.split_off(n_before);
    let second = group.split_off(group.len() / 2);
    if group.is_empty() {
        second.into_iter().for_each(refuse);
        return;
    }
    keep_good(kept, group, is_good, refuse);
    keep_good(kept, second, is_good, refuse);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bad_are_found_among_the_good() {
        let (mut kept, mut refused) = (vec![2], Vec::new());
        let is_even = |all: &[i32]| all.iter().all(|number| number % 2 == 0);
        keep_good(&mut kept, vec![4, 5, 6, 7, 8], &is_even, &mut |number| {
            refused.push(number);
        });
        assert_eq!((kept, refused), (vec![2, 4, 6, 8], vec![5, 7]));
    }
}
