//! Names that are one slip of the pen apart: a letter left out, added or changed, or two neighbours swapped (Damerau, 1964).

/// Shorter names are one slip away from too many others.
pub const SHORTEST: usize = 4;

/// Longer names than this may hold two slips when everything else agrees.
const LONG: usize = 8;

/// Whether two folded names are one slip apart, or two where they are long.
pub fn is_near(one: &str, other: &str) -> bool {
    let a: Vec<char> = one.chars().collect();
    let b: Vec<char> = other.chars().collect();
    let shorter = a.len().min(b.len());
    let allowed = match shorter {
        0..SHORTEST => return false,
        SHORTEST..LONG => 1,
        _ => 2,
    };
    a.len().abs_diff(b.len()) <= allowed && distance(&a, &b) <= allowed
}

/// The number of slips between two words (optimal string alignment).
fn distance(a: &[char], b: &[char]) -> usize {
    let mut before_last = vec![0; b.len() + 1];
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut row = vec![i + 1; b.len() + 1];
        for (j, y) in b.iter().enumerate() {
            let changed = last[j] + usize::from(x != y);
            row[j + 1] = changed.min(last[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *x == b[j - 1] && a[i - 1] == *y {
                row[j + 1] = row[j + 1].min(before_last[j - 1] + 1);
            }
        }
        before_last = last;
        last = row;
    }
    last[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_slip_is_near() {
        assert!(is_near("smtih", "smith"));
        assert!(is_near("smit", "smith"));
        assert!(is_near("kirchleitner", "kirchlietnr"));
        assert!(!is_near("li", "lu"));
        assert!(!is_near("jones", "jensn"));
    }
}
