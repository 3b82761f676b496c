//! The values of a reference as printed.

use serde::{Serialize, Serializer};

use crate::work::{Name, Person};

/// The values of a reference as printed, without the punctuation around them.
///
/// Serialises to the object `fields` of `parse --format labels`: a value is a string, or a list of strings where the reference has
/// several; names are objects with `family`, `given` and `suffix`, or with `literal`.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[serde(default)]
pub struct Fields {
    /// Who wrote it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub author: Vec<PrintedName>,
    /// Who edited it, or its host.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub editor: Vec<PrintedName>,
    /// Who translated it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub translator: Vec<PrintedName>,
    /// Its title.
    #[serde(skip_serializing_if = "Values::is_empty")]
    pub title: Values,
    /// The journal, book or site that it stands in.
    #[serde(skip_serializing_if = "Values::is_empty")]
    pub container: Values,
    /// The series.
    #[serde(skip_serializing_if = "Values::is_empty")]
    pub series: Values,
    /// The publisher or institution.
    #[serde(skip_serializing_if = "Values::is_empty")]
    pub publisher: Values,
    /// The publisher's place.
    #[serde(skip_serializing_if = "Values::is_empty")]
    pub location: Values,
    /// The date, without brackets.
    #[serde(skip_serializing_if = "Values::is_empty")]
    pub date: Values,
    /// The first year of the date.
    #[serde(skip_serializing_if = "Values::is_empty")]
    pub year: Values,
    /// The volume.
    #[serde(skip_serializing_if = "Values::is_empty")]
    pub volume: Values,
    /// The issue.
    #[serde(skip_serializing_if = "Values::is_empty")]
    pub issue: Values,
    /// The pages, with a hyphen.
    #[serde(skip_serializing_if = "Values::is_empty")]
    pub pages: Values,
    /// The DOI, from `10.` on.
    #[serde(skip_serializing_if = "Values::is_empty")]
    pub doi: Values,
    /// The address.
    #[serde(skip_serializing_if = "Values::is_empty")]
    pub url: Values,
    /// The edition.
    #[serde(skip_serializing_if = "Values::is_empty")]
    pub edition: Values,
    /// A remark.
    #[serde(skip_serializing_if = "Values::is_empty")]
    pub note: Values,
    /// The kind of thesis or report.
    #[serde(skip_serializing_if = "Values::is_empty")]
    pub genre: Values,
    /// Other identifiers: ISBN, ISSN, arXiv and the like.
    #[serde(rename = "id", skip_serializing_if = "Values::is_empty")]
    pub identifier: Values,
    /// The running number of the list.
    #[serde(skip_serializing_if = "Values::is_empty")]
    pub number: Values,
}

impl Fields {
    /// How many of the parts that make a reference it has: people, a name of the work or its host, a date, numbers, an identifier.
    pub(crate) fn n_parts(&self) -> usize {
        let parts = [
            !self.author.is_empty() || !self.editor.is_empty(),
            !self.title.is_empty() || !self.container.is_empty(),
            !self.date.is_empty(),
            !self.volume.is_empty() || !self.pages.is_empty(),
            !self.doi.is_empty() || !self.url.is_empty() || !self.identifier.is_empty(),
        ];
        parts.into_iter().filter(|part| *part).count()
    }
}

/// The values of one field, in the order of the reference.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Values(pub Vec<String>);

impl Values {
    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The first value.
    pub fn first(&self) -> Option<&str> {
        self.0.first().map(String::as_str)
    }

    /// Adds a value.
    pub(crate) fn push(&mut self, value: impl Into<String>) {
        self.0.push(value.into());
    }
}

impl Serialize for Values {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0.as_slice() {
            [value] => serializer.serialize_str(value),
            values => values.serialize(serializer),
        }
    }
}

/// A name as it stands in the fields.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum PrintedName {
    /// A person; the family name has its particles.
    Person {
        /// The family name.
        family: String,
        /// Given names or initials.
        #[serde(skip_serializing_if = "Option::is_none")]
        given: Option<String>,
        /// `Jr.`, `III`.
        #[serde(skip_serializing_if = "Option::is_none")]
        suffix: Option<String>,
    },
    /// An organisation, or dashes for the author of the reference before.
    Organisation {
        /// The name, whole.
        literal: String,
    },
}

impl From<&Name> for PrintedName {
    fn from(name: &Name) -> Self {
        match name {
            Name::Organisation { literal } => Self::Organisation {
                literal: literal.clone(),
            },
            Name::Person(Person { given, suffix, .. }) => Self::Person {
                family: name.cited(),
                given: given.clone(),
                suffix: suffix.clone(),
            },
        }
    }
}
