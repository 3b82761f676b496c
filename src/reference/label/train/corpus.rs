//! Labelled references as they stand in the files of the training data.

use std::{fs, io, path::Path};

use serde::Deserialize;

/// A labelled reference, one line of a file; other keys are not used.
#[derive(Debug, Clone, Default, Deserialize)]
pub(crate) struct Sample {
    /// The name of its source.
    pub(crate) set: String,
    /// The reference.
    pub(crate) text: String,
    /// Labels and the text that they stand for, in order; together they cover the reference.
    #[serde(default)]
    pub(crate) segments: Vec<(String, String)>,
    /// The values of the reference.
    #[serde(default)]
    pub(crate) fields: Values,
    /// The fields that the source labels; none means all.
    #[serde(default)]
    pub(crate) scope: Option<Vec<String>>,
    /// `gold` where a person divided the names.
    #[serde(default)]
    pub(crate) author_from: Option<String>,
    /// Remarks on quality.
    #[serde(default)]
    pub(crate) flags: Vec<String>,
    /// Whether its licence allows a model to be shipped.
    #[serde(default)]
    pub(crate) train_ok: bool,
}

/// One value, or several where a reference really has them.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
pub(crate) enum Value {
    /// One.
    One(String),
    /// Several.
    Several(Vec<String>),
}

impl Value {
    /// All values in order.
    pub(crate) fn all(&self) -> &[String] {
        match self {
            Self::One(value) => std::slice::from_ref(value),
            Self::Several(values) => values,
        }
    }

    /// The first value.
    pub(crate) fn first(&self) -> &str {
        self.all().first().map_or("", String::as_str)
    }
}

/// A name in the training data.
#[derive(Debug, Clone, Default, Deserialize)]
pub(crate) struct PrintedName {
    /// The family name.
    #[serde(default)]
    pub(crate) family: Option<String>,
    /// Given names or initials.
    #[serde(default)]
    pub(crate) given: Option<String>,
    /// An organisation, whole.
    #[serde(default)]
    pub(crate) literal: Option<String>,
}

/// The values of a reference.
#[derive(Debug, Clone, Default, Deserialize)]
pub(crate) struct Values {
    #[serde(default)]
    pub(crate) author: Vec<PrintedName>,
    #[serde(default)]
    pub(crate) editor: Vec<PrintedName>,
    pub(crate) title: Option<Value>,
    pub(crate) container: Option<Value>,
    pub(crate) publisher: Option<Value>,
    pub(crate) location: Option<Value>,
    pub(crate) date: Option<Value>,
    pub(crate) year: Option<Value>,
    pub(crate) volume: Option<Value>,
    pub(crate) issue: Option<Value>,
    pub(crate) pages: Option<Value>,
    pub(crate) doi: Option<Value>,
}

impl Sample {
    /// Whether the labels were not looked over.
    pub(crate) fn is_noisy(&self) -> bool {
        self.flags.iter().any(|flag| flag == "noisy-labels")
    }

    /// Whether the source labels whole tokens, so that `2007;10(3):214-20` is all volume.
    pub(crate) fn labels_whole_tokens(&self) -> bool {
        ["anystyle", "parscit", "freecite", "umass"]
            .iter()
            .any(|source| self.set.starts_with(source))
    }
}

/// Reads the labelled references of a file that may be used to train.
pub(crate) fn read(path: &Path) -> io::Result<Vec<Sample>> {
    let mut samples = read_all(path)?;
    samples.retain(|sample| sample.train_ok);
    Ok(samples)
}

/// Reads all labelled references of a file.
pub(crate) fn read_all(path: &Path) -> io::Result<Vec<Sample>> {
    let text = fs::read_to_string(path)?;
    let sample = |line: &str| serde_json::from_str(line).map_err(io::Error::other);
    text.lines().map(sample).collect()
}
