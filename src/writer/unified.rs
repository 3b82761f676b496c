//! What a change would do, as a unified diff.

use std::fmt::Write;

use similar::TextDiff;

/// Lines of context around a change, as in diff(1).
const CONTEXT: usize = 3;

/// Renders the difference of two texts as a unified diff, with the name of the file in its head.
pub fn unified_diff(name: &str, old: &str, new: &str) -> String {
    let mut output = String::new();
    let diff = TextDiff::from_lines(old, new);
    let mut unified = diff.unified_diff();
    unified.context_radius(CONTEXT).header(name, name);
    // Writing into a string cannot fail.
    let _ = write!(output, "{unified}");
    output
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shows_only_what_changes() {
        insta::assert_snapshot!(unified_diff("paper.txt", "a\nSmith & Lee (2010)\nb\n", "a\nSmith and Lee (2010)\nb\n"), @r"
        --- paper.txt
        +++ paper.txt
        @@ -1,3 +1,3 @@
         a
        -Smith & Lee (2010)
        +Smith and Lee (2010)
         b
        ");
        assert_eq!(unified_diff("paper.txt", "a", "a"), "");
    }
}
