//! Patterns of paths.

use globset::{GlobBuilder, GlobMatcher};

/// A pattern of paths relative to the folder of the configuration file, as in .gitignore: `*` stays within a folder, `**` does not.
#[derive(Debug, Clone)]
pub struct Pattern {
    text: String,
    matcher: GlobMatcher,
}

impl Pattern {
    /// Reads a pattern.
    ///
    /// # Errors
    /// What is wrong with it, in a few words.
    pub fn new(text: &str) -> Result<Self, String> {
        let glob = GlobBuilder::new(text).literal_separator(true).build();
        glob.map(|glob| Self {
            text: text.to_owned(),
            matcher: glob.compile_matcher(),
        })
        .map_err(|error| error.kind().to_string())
    }

    /// Whether a path fits; it is relative to the folder of the configuration file, with slashes.
    pub fn matches(&self, path: &str) -> bool {
        self.matcher
            .is_match(path.strip_prefix("./").unwrap_or(path))
    }

    /// The pattern as written.
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

impl PartialEq for Pattern {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Eq for Pattern {}
