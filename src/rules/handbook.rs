//! The pages of all rules as one file, `src/rules/README.md`.

use super::{RULES, Rule};

/// The pages of all rules in one, with a table before them.
pub fn handbook() -> String {
    let row = |rule: &Rule| {
        let (name, severity) = (rule.name, rule.severity.word());
        format!(
            "| [`{name}`](#{name}) | {severity} | {} |\n",
            rule.summary().trim()
        )
    };
    let rows: String = RULES.iter().map(|rule| row(rule)).collect();
    let pages: Vec<String> = RULES.iter().map(|rule| demoted(&rule.page())).collect();
    format!(
        "# The rules\n\nMade from the code, which `refmend explain RULE` prints as well: do not change it here.\n\n\
         | rule | severity | finds |\n| --- | --- | --- |\n{rows}\n{}",
        pages.join("\n")
    )
}

/// A page with its headings one level lower; what stands in a block of code stays.
fn demoted(page: &str) -> String {
    let mut is_code = false;
    let lines = page.lines().map(|line| {
        is_code ^= line.starts_with("```");
        let mark = if line.starts_with('#') && !is_code {
            "#"
        } else {
            ""
        };
        format!("{mark}{line}\n")
    });
    lines.collect()
}

#[cfg(test)]
mod tests {
    use std::{env, fs, path::Path};

    use super::*;

    #[test]
    fn the_file_says_what_the_code_says() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/rules/README.md");
        if env::var_os("REFMEND_WRITE_HANDBOOK").is_some() {
            fs::write(&path, handbook()).expect("the file can be written");
        }
        let written = fs::read_to_string(&path).unwrap_or_default();
        let is_same = written == handbook();
        assert!(
            is_same,
            "REFMEND_WRITE_HANDBOOK=1 cargo test handbook writes it anew"
        );
    }

    #[test]
    fn headings_are_lowered_and_code_is_not() {
        let page = "# a\n\n```text\n# b\n```\n## c\n";
        assert_eq!(demoted(page), "## a\n\n```text\n# b\n```\n### c\n");
    }
}
