//! Who changes a text, for the word processors that keep changes apart until someone accepts them.

/// The author of changes and their time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revision {
    /// The name that stands beside the changes.
    pub author: String,
    /// When they were made, as ISO 8601 in UTC: `2026-11-21T16:30:00Z`.
    pub date: String,
}
