//! Record linkage: which reference a cite means, and which master entry a reference is.
//!
//! The words are the field's (Fellegi and Sunter, 1969): *candidates* pass a first sieve, each gets a *score* from its *evidence*,
//! and the decision is match, possible or non-match. The runner-up is kept.

pub mod cite;
pub mod entry;

use serde::Serialize;

pub use self::cite::{CiteEvidence, link_cites, link_repetitions};

/// What came of a comparison.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Decision {
    /// Nothing fits.
    #[default]
    None,
    /// Something is near; a person must say.
    Possible,
    /// It is the one.
    Match,
}

/// One candidate with its score.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Candidate<E> {
    /// The index of the reference or entry.
    pub index: usize,
    /// 0 to 1; comparable within one kind of linkage only.
    pub score: f32,
    /// What speaks for and against it.
    pub evidence: E,
}

/// The outcome for one cite or one reference.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Link<E> {
    /// What came of it.
    pub decision: Decision,
    /// The candidates that are meant: one, or several that cannot be told apart. Empty when the decision is none.
    pub matched: Vec<Candidate<E>>,
    /// The best candidate that is not meant.
    pub runner_up: Option<Candidate<E>>,
}
