//! One thing that is done to a master.

use crate::{
    bibtex::{
        Field, File, Layout,
        edit::{self, Replacement},
    },
    diff::Change,
};

/// One thing that is done to a master.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// The master among [`crate::project::Project::bibliographies`].
    pub bibliography: usize,
    /// The key of the entry in it.
    pub key: String,
    /// What differs; none for a new entry.
    pub change: Option<Change>,
    /// What is done.
    pub action: Action,
}

/// What is done to an entry of a master.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// It is new.
    Entry {
        /// Its text, without a line end behind it.
        text: String,
    },
    /// It gets new fields.
    Fields {
        /// Its index in the file.
        index: usize,
        /// The fields by name, with their values and delimiters.
        fields: Vec<(&'static str, String)>,
    },
    /// A field gets another value.
    Value {
        /// The field as it is.
        field: Field,
        /// The value with its delimiters.
        value: String,
    },
}

impl Step {
    /// The edit of the master.
    pub(super) fn replacement(&self, file: &File, layout: &Layout) -> Replacement {
        match &self.action {
            Action::Entry { text } => edit::add_entry(file, layout, &self.key, text),
            Action::Fields { index, fields } => edit::add_fields(file, *index, layout, fields),
            Action::Value { field, value } => edit::set_value(file, *field, value),
        }
    }
}
