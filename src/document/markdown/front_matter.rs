//! The YAML block at the head of a Markdown file, as far as it names .bib files and keys.
//!
//! Only the shapes that people write are read: a scalar, a list in brackets, a list of lines. Nothing of the block is shown.

use super::citation;
use crate::{
    document::{NamedFile, scan::lines},
    span::Span,
};

/// What a front matter says.
#[derive(Debug, Default)]
pub(super) struct FrontMatter {
    /// Where the text begins.
    pub(super) end: usize,
    /// The files of `bibliography:`.
    pub(super) bibliographies: Vec<NamedFile>,
    /// The keys of `nocite:`.
    pub(super) uncited: Vec<String>,
}

/// Reads the block that begins at `start`, if there is one: from a line `---` to a line `---` or `...`.
pub(super) fn read(source: &str, start: usize) -> FrontMatter {
    let mut found = FrontMatter {
        end: start,
        ..FrontMatter::default()
    };
    let mut all = lines(source, start);
    if all
        .next()
        .is_none_or(|first| first.slice(source).trim_end() != "---")
    {
        return found;
    }
    let mut field = "";
    for line in all {
        let text = line.slice(source);
        if matches!(text.trim_end(), "---" | "...") {
            found.end = line.end;
            return found;
        }
        let mut value = line;
        if let Some((name, _)) = text
            .split_once(':')
            .filter(|_| !text.starts_with([' ', '\t', '-', '#']))
        {
            field = name.trim();
            value.start += name.len() + 1;
        }
        match field {
            "bibliography" => found.bibliographies.extend(paths(source, value)),
            "nocite" => found.uncited.extend(citation::keys(source, value)),
            _ => {}
        }
    }
    FrontMatter {
        end: start,
        ..FrontMatter::default()
    }
}

/// The paths in one line of a YAML value.
fn paths(source: &str, value: Span) -> Vec<NamedFile> {
    let is_mark = |character: char| {
        character.is_whitespace() || matches!(character, '[' | ']' | '"' | '\'' | '-')
    };
    let mut start = value.start;
    let mut found = Vec::new();
    for bit in value.slice(source).split(',') {
        let bit_start = start;
        start += bit.len() + 1;
        let bit = bit.split(" #").next().unwrap_or_default();
        let path = bit.trim_end_matches(is_mark);
        let trimmed = path.trim_start_matches(is_mark);
        if !trimmed.is_empty() && !trimmed.starts_with('#') {
            let path_start = bit_start + path.len() - trimmed.len();
            found.push(NamedFile {
                path: trimmed.to_owned(),
                source: Span::new(path_start, path_start + trimmed.len()),
            });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(source: &str, bibliographies: &[&str], uncited: &[&str], rest: &str) {
        let found = read(source, 0);
        let paths: Vec<_> = found
            .bibliographies
            .iter()
            .map(|file| file.source.slice(source))
            .collect();
        assert_eq!(paths, bibliographies);
        assert_eq!(found.uncited, uncited);
        assert_eq!(&source[found.end..], rest);
    }

    #[test]
    fn names_files_and_keys() {
        check(
            "---\nbibliography: refs.bib\n---\nA",
            &["refs.bib"],
            &[],
            "\nA",
        );
        check(
            "---\r\nbibliography: [\"a.bib\", b.bib] # two\r\n...\r\n",
            &["a.bib", "b.bib"],
            &[],
            "\r\n",
        );
        check(
            "---\nbibliography:\n  - a.bib\n  - 'b.bib'\ntitle: x\n---",
            &["a.bib", "b.bib"],
            &[],
            "",
        );
        check(
            "---\nnocite: |\n  @*, @doe2019\n---\n",
            &[],
            &["*", "doe2019"],
            "\n",
        );
    }

    #[test]
    fn a_rule_is_no_front_matter() {
        check("---\nA text.\n", &[], &[], "---\nA text.\n");
        check("Text", &[], &[], "Text");
    }
}
