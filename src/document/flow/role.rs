//! What paragraphs are by the names of their styles.

/// What a paragraph is by its style.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in crate::document) enum Role {
    /// Running text, or a style that says nothing.
    #[default]
    Body,
    /// A heading.
    Heading,
    /// An entry of a list of references.
    Bibliography,
}

/// Names of styles for the entries of a list of references, in lower case: those of Word, `LibreOffice` and `EndNote`, and what authors and
/// journals call their own.
const BIBLIOGRAPHY: &[&str] = &[
    "bibliografia",
    "bibliografía",
    "bibliographie",
    "bibliography",
    "bibliography 1",
    "bibliography entry",
    "endnote bibliography",
    "literatur",
    "literaturverzeichnis",
    "reference",
    "reference list",
    "references",
    "referencias",
    "referências",
    "works cited",
];

/// What names of styles for headings end or begin with; Word keeps the English names in its files whatever its language.
const HEADINGS: &[&str] = &[
    "bibliography heading",
    "contents heading",
    "heading",
    "index heading",
    "toc heading",
];

impl Role {
    /// What paragraphs in a style of this name are. A title is no heading: it stands over the whole.
    pub(in crate::document) fn of_style(name: &str) -> Self {
        let name = name.to_lowercase();
        if BIBLIOGRAPHY.binary_search(&name.as_str()).is_ok() {
            Self::Bibliography
        } else if HEADINGS.iter().any(|heading| name.starts_with(heading)) {
            Self::Heading
        } else {
            Self::Body
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles_by_names() {
        let check = |name, expected| assert_eq!(Role::of_style(name), expected, "{name}");
        check("heading 1", Role::Heading);
        check("Bibliography Heading", Role::Heading);
        check("EndNote Bibliography", Role::Bibliography);
        check("Referências", Role::Bibliography);
        check("Body Text", Role::Body);
        check("Title", Role::Body);
    }

    #[test]
    fn names_are_sorted() {
        assert!(BIBLIOGRAPHY.is_sorted());
    }
}
