//! How alike two folded texts are.

use super::evidence::Agreement;

/// Compares two values of which each may be missing.
pub(super) fn same_or_differs(one: Option<&str>, other: Option<&str>) -> Agreement {
    match (one, other) {
        (Some(one), Some(other)) if one == other => Agreement::Same,
        (Some(_), Some(_)) => Agreement::Differs,
        _ => Agreement::Unknown,
    }
}

/// Compares names of journals, conferences and publishers, which are shortened in many ways.
pub(super) fn compare_long(one: &str, other: &str) -> Agreement {
    if one.is_empty() || other.is_empty() {
        return Agreement::Unknown;
    }
    if one == other {
        return Agreement::Same;
    }
    if is_shortened(one, other) || is_shortened(other, one) || similarity(one, other) >= 0.6 {
        return Agreement::Near;
    }
    Agreement::Differs
}

/// Whether each word of `short` begins a word of `long`, in the same order: `j econ hist` and `journal of economic history`.
pub(crate) fn is_shortened(short: &str, long: &str) -> bool {
    let mut words = long.split(' ');
    short
        .split(' ')
        .all(|part| words.any(|word| word.starts_with(part)))
}

/// Whether a text begins with all words of another of at least three.
pub(super) fn starts_with_words(text: &str, start: &str) -> bool {
    start.split(' ').count() >= 3
        && text
            .strip_prefix(start)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

/// Whether a name ends with all words of another: `lopez obrador` and `obrador`.
pub(super) fn ends_with_words(text: &str, end: &str) -> bool {
    text.strip_suffix(end)
        .is_some_and(|rest| rest.ends_with(' '))
}

/// How alike two folded texts are, 0 to 1: the share of the pairs of neighbouring letters that they have in common (Dice, 1945).
///
/// Spaces do not count, since scans and line ends put them in and take them out.
pub(super) fn similarity(one: &str, other: &str) -> f32 {
    if one == other {
        return 1.0;
    }
    let (one, other) = (pairs(one), pairs(other));
    if one.is_empty() || other.is_empty() {
        return 0.0;
    }
    2.0 * n_common(&one, &other) as f32 / (one.len() + other.len()) as f32
}

/// The pairs of neighbouring letters of a text without its spaces, sorted.
fn pairs(text: &str) -> Vec<(char, char)> {
    let letters = || text.chars().filter(|c| *c != ' ');
    let mut pairs: Vec<_> = letters().zip(letters().skip(1)).collect();
    pairs.sort_unstable();
    pairs
}

/// How many members two sorted lists have in common, one for one.
fn n_common(one: &[(char, char)], other: &[(char, char)]) -> usize {
    let mut one = one.iter().peekable();
    let mut common = 0;
    for pair in other {
        while one.next_if(|own| *own < pair).is_some() {}
        common += usize::from(one.next_if_eq(&pair).is_some());
    }
    common
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn similarity_is_that_of_letter_pairs() {
        let check = |one, other, expected: f32| {
            let found = similarity(one, other);
            assert!((found - expected).abs() < 0.001, "{one} {other} {found}");
        };
        check("night", "nacht", 0.25);
        check("a b", "ab", 1.0);
        check("", "ab", 0.0);
    }

    #[test]
    fn journals_are_shortened_word_by_word() {
        assert!(is_shortened("j econ hist", "journal of economic history"));
        assert!(is_shortened("henry holt", "henry holt and company"));
        assert!(!is_shortened("j econ hist", "journal of history"));
    }
}
