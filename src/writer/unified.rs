//! What a change would do, as a unified diff.

use similar::{ChangeTag, DiffOp, DiffableStr, group_diff_ops, udiff::UnifiedHunkHeader};

use crate::difference;

/// Lines of context around a change, as in diff(1).
const CONTEXT: usize = 3;

/// Renders the difference of two texts as a unified diff, with the name of the file in its head.
pub fn unified_diff(name: &str, old: &str, new: &str) -> String {
    let (old, new) = (old.tokenize_lines(), new.tokenize_lines());
    let hunks = group_diff_ops(difference::operations(&old, &new), CONTEXT);
    let hunks = hunks.iter().filter(|operations| !operations.is_empty());
    let mut output = String::new();
    for operations in hunks {
        if output.is_empty() {
            output = format!("--- {name}\n+++ {name}\n");
        }
        output += &format!("{}\n", UnifiedHunkHeader::new(operations));
        for operation in operations {
            add(*operation, &old, &new, &mut output);
        }
    }
    output
}

/// Adds the lines of an operation.
fn add(operation: DiffOp, old: &[&str], new: &[&str], output: &mut String) {
    let (old, new) = (&old[operation.old_range()], &new[operation.new_range()]);
    let lines = match operation {
        DiffOp::Equal { .. } => vec![(ChangeTag::Equal, old)],
        _ => vec![(ChangeTag::Delete, old), (ChangeTag::Insert, new)],
    };
    for (tag, lines) in lines {
        for line in lines {
            *output += &format!("{tag}{line}");
            if !line.ends_with(['\n', '\r']) {
                output.push_str("\n\\ No newline at end of file\n");
            }
        }
    }
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
