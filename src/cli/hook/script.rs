//! The text of a hook, with a block of ours between two marks.

const FIRST: &str = "# >>> refmend >>>";
const LAST: &str = "# <<< refmend <<<";
const BLOCK: &str = "# >>> refmend >>>\nrefmend hook run || exit 1\n# <<< refmend <<<\n";

/// A hook that holds nothing else.
pub(super) fn new() -> String {
    format!("#!/bin/sh\n{BLOCK}")
}

/// Whether a hook has the block.
pub(super) fn is_installed(text: &str) -> bool {
    text.contains(FIRST) && text.contains(LAST)
}

/// A shell script with the block behind its first line: what stands further down may end the script. None for other scripts.
pub(super) fn with_block(text: &str) -> Option<String> {
    let first_end = text.find('\n').map_or(text.len(), |end| end + 1);
    let (first, rest) = text.split_at(first_end);
    let is_shell = first.starts_with("#!") && first.trim_end().ends_with("sh");
    let line_end = if first.ends_with('\n') { "" } else { "\n" };
    is_shell.then(|| format!("{first}{line_end}{BLOCK}{rest}"))
}

/// A script without the block; none if nothing is left but its first line.
pub(super) fn without_block(text: &str) -> Option<String> {
    let start = text.find(FIRST)?;
    let end = start + text[start..].find(LAST)? + LAST.len();
    let end = end + usize::from(text[end..].starts_with('\n'));
    let left = format!("{}{}", &text[..start], &text[end..]);
    let holds_more = left
        .lines()
        .any(|line| !line.trim().is_empty() && !line.starts_with("#!"));
    holds_more.then_some(left)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hook_of_ours_comes_and_goes() {
        assert!(is_installed(&new()));
        assert_eq!(without_block(&new()), None);
    }

    #[test]
    fn another_hook_stays() {
        let other = "#!/usr/bin/env bash\nset -e\nexec make test\n";
        let both = with_block(other).expect("it is a shell script");
        assert!(
            both.starts_with("#!/usr/bin/env bash\n# >>> refmend >>>\nrefmend hook run"),
            "{both}"
        );
        assert_eq!(without_block(&both).as_deref(), Some(other));
        assert_eq!(with_block("#!/usr/bin/env python3\nprint()\n"), None);
    }
}
