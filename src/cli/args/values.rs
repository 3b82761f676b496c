//! The values that flags choose from.

use clap::ValueEnum;

/// How findings are printed.
#[derive(Debug, Clone, Copy, Default, ValueEnum)]
pub(in crate::cli) enum OutputFormat {
    /// Over the text they speak of, with what to do
    #[default]
    Full,
    /// One line each
    Concise,
    /// For programs
    Json,
    /// For programs, one object a line
    Jsonl,
    /// For code scanning, SARIF 2.1.0; the exit status is 0 even with findings
    Sarif,
    /// As annotations of a GitHub workflow
    Github,
}

/// How differences are printed.
#[derive(Debug, Clone, Copy, Default, ValueEnum)]
pub(in crate::cli) enum DiffFormat {
    /// Field by field, the words that differ marked
    #[default]
    Full,
    /// For programs
    Json,
}

/// How `extract` writes works.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum EntryFormat {
    /// biblatex entries
    #[default]
    Bib,
    /// Entries for classic BibTeX
    Bibtex,
    /// CSL-JSON, for pandoc and Zotero
    CslJson,
    /// RIS, for EndNote and Mendeley
    Ris,
}

/// What `cite` writes citations for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum CiteTarget {
    /// Markdown for pandoc, Quarto and R Markdown: `[see @doe2019, p. 5]`
    Pandoc,
    /// LaTeX: `\citep[see][p.~5]{doe2019}`
    Latex,
    /// Typst: `@doe2019[p. 5]`
    Typst,
    /// Live citations of Zotero, in a Word or `OpenDocument` file
    Zotero,
}

/// What `parse` prints.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum ParseFormat {
    /// biblatex entries
    #[default]
    Bib,
    /// Entries for classic BibTeX
    Bibtex,
    /// CSL-JSON, for pandoc and Zotero
    CslJson,
    /// RIS, for EndNote and Mendeley
    Ris,
    /// One JSON object a line: fields, segments, confidence
    Labels,
}
