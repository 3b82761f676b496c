//! The files of a run: a name for people and the text that spans slice.

use crate::span::{Place, SourceId};

/// One file as the run sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// The path as the user wrote it, or `<stdin>`.
    pub name: String,
    /// The text view that spans refer to.
    pub text: String,
}

/// All files of a run, in the order in which they were read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sources(Vec<Source>);

impl Sources {
    /// Adds a file and returns its number.
    pub fn add(&mut self, name: impl Into<String>, text: impl Into<String>) -> SourceId {
        self.0.push(Source {
            name: name.into(),
            text: text.into(),
        });
        SourceId(self.0.len() - 1)
    }

    /// Gives a file another text.
    pub fn update(&mut self, id: SourceId, text: impl Into<String>) {
        self.0[id.0].text = text.into();
    }

    /// The file with this number.
    pub fn get(&self, id: SourceId) -> &Source {
        &self.0[id.0]
    }

    /// The text of a place.
    pub fn slice(&self, place: Place) -> &str {
        place.span.slice(&self.get(place.source).text)
    }

    /// All files with their numbers.
    pub fn iter(&self) -> impl Iterator<Item = (SourceId, &Source)> {
        self.0
            .iter()
            .enumerate()
            .map(|(idx, source)| (SourceId(idx), source))
    }
}
