//! Names of people and organisations.

use serde::Serialize;

/// A person's name in its parts, as biblatex and CSL have them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize)]
pub struct Person {
    /// The family name without particles: `Berg`, `López Obrador`.
    pub family: String,
    /// Given names or initials: `A. M.`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub given: Option<String>,
    /// Particles before the family name: `van der`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub particle: Option<String>,
    /// `Jr.`, `III`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub suffix: Option<String>,
}

/// Who made a work: a person, or an organisation that is never split into given and family name.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(untagged)]
pub enum Name {
    /// A person.
    Person(Person),
    /// An organisation, whole.
    Organisation {
        /// Its name as printed.
        literal: String,
    },
}

impl Name {
    /// Makes the name of an organisation.
    pub fn organisation(literal: impl Into<String>) -> Self {
        Self::Organisation {
            literal: literal.into(),
        }
    }

    /// Makes the name of a person from family and given name; an empty given name is none.
    pub fn person(family: impl Into<String>, given: &str) -> Self {
        Self::Person(Person {
            family: family.into(),
            given: Some(given.to_owned()).filter(|given| !given.is_empty()),
            ..Person::default()
        })
    }

    /// What a citation says of it: the family name with its particle, or the whole organisation.
    pub fn cited(&self) -> String {
        match self {
            Self::Person(Person {
                family,
                particle: Some(particle),
                ..
            }) => format!("{particle} {family}"),
            Self::Person(person) => person.family.clone(),
            Self::Organisation { literal } => literal.clone(),
        }
    }
}

/// Several names in order, and whether more were meant.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize)]
pub struct Contributors {
    /// The names in the order of the page.
    pub names: Vec<Name>,
    /// Whether `et al.` or the like stands behind them.
    pub et_al: bool,
}

impl Contributors {
    /// Makes a complete list of names.
    pub fn new(names: Vec<Name>) -> Self {
        Self {
            names,
            et_al: false,
        }
    }

    /// Whether there is no name.
    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }
}
