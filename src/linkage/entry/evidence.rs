//! What speaks for and against two works being one.

use serde::Serialize;

/// How two values of one field agree.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Agreement {
    /// At least one of the two is not there.
    #[default]
    Unknown,
    /// They are the same, apart from convention.
    Same,
    /// They are alike: some of the authors, a year off by one, a title with another subtitle.
    Near,
    /// They differ.
    Differs,
}

/// In what way two works are versions of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Version {
    /// One is a preprint or paper of what the other published.
    Preprint,
    /// They are different editions.
    Edition,
    /// One is a later printing.
    Reprint,
}

/// What speaks for and against two works being one.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Evidence {
    /// The DOIs.
    pub doi: Agreement,
    /// The titles.
    pub title: Agreement,
    /// How alike the titles are, 0 to 1.
    pub title_similarity: f32,
    /// How much the shorter of the titles says, 0 to 1: `Introduction` says little.
    pub title_weight: f32,
    /// The authors, or the editors of works without authors.
    pub authors: Agreement,
    /// The years.
    pub year: Agreement,
    /// What they stand in.
    pub container: Agreement,
    /// The publishers.
    pub publisher: Agreement,
    /// Volume and first page.
    pub pages: Agreement,
    /// Set where they are the same work but not the same version.
    pub version: Option<Version>,
}
