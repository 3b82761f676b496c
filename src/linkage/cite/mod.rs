//! From a cite to the reference that it means.
//!
//! `profile` holds what a reference can be cited by, `compare` sets a cite against it, `decide` chooses. A first pass links what
//! is clear; a second lets cites that found nothing claim a reference that nobody cites, on weaker evidence: one slip in a cite
//! would otherwise show as a missing and as an uncited reference.

mod compare;
mod decide;
mod fault;
#[cfg(test)]
mod forms_tests;
mod fuzzy;
mod practice;
mod profile;
mod repeated;
#[cfg(test)]
mod tests;

use serde::Serialize;

use self::{decide::Decider, profile::Profile};
pub use self::{
    fault::Fault,
    practice::{Connectors, Practice},
    repeated::link_repetitions,
};
use super::Link;
use crate::{
    citation::{Chapters, Citation, Lexicon, Role},
    reference::References,
};

/// What speaks for and against a cite meaning a reference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct CiteEvidence {
    /// How the first cited name fits the name that the reference is filed under.
    pub name: NameFit,
    /// How all cited names fit all listed ones.
    pub authors: AuthorsFit,
    /// How the years fit.
    pub year: YearFit,
    /// How the letters behind the years fit.
    pub suffix: SuffixFit,
}

impl CiteEvidence {
    /// All that is cited is as it is listed.
    pub(super) const SAME: Self = Self {
        name: NameFit::Same,
        authors: AuthorsFit::Complete,
        year: YearFit::Same,
        suffix: SuffixFit::Same,
    };
}

/// How a cited name fits the first name of a reference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum NameFit {
    /// The same but for case, particles and typographic form.
    Same,
    /// An abbreviation of an organisation.
    Abbreviation,
    /// The title of a work without an author.
    Title,
    /// Half of a double name.
    Part,
    /// The same letters with other accents or a lost apostrophe.
    Accents,
    /// It is printed in the reference, though not known to be its author.
    Printed,
    /// One slip of the pen away.
    Misspelt,
    /// It is another of its authors.
    Later,
}

/// How the cited names fit the listed ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum AuthorsFit {
    /// All are cited, or `et al.` stands for at least two.
    Complete,
    /// All that are listed are cited, and perhaps others, though the list says that there are more.
    Shortened,
    /// `et al.` stands for one further author.
    EtAlForOne,
    /// `et al.` stands for nobody.
    EtAlForNone,
    /// Some are left out without `et al.`
    LeftOut,
    /// More are cited than listed.
    Added,
    /// All are there in another order.
    Order,
    /// A later name is one slip away.
    Misspelt,
    /// A later name is another one.
    Differs,
}

/// How a cited year fits the listed one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum YearFit {
    /// The same.
    Same,
    /// Within the listed range, the year of the first edition, or one of the two years that only the cite or only the list has.
    Within,
    /// The reference has no year that could be read.
    Unknown,
    /// Another year that is printed in the reference.
    Printed,
    /// One or two years off, or published meanwhile.
    Near(u8),
    /// One digit is another, or two neighbours are swapped.
    Slip,
    /// Another year.
    Differs,
}

/// How a cited letter fits the listed one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum SuffixFit {
    /// The same, or none in both.
    Same,
    /// The list has a letter, the cite has none.
    NotCited,
    /// The cite has a letter, the list has none.
    NotListed,
    /// Both have one, and they differ.
    Differs,
}

/// Links every cite of every citation, in order.
pub fn link_cites(
    text: &str,
    citations: &[Citation],
    references: &References,
    lexicon: &Lexicon,
) -> Vec<Vec<Link<CiteEvidence>>> {
    let profiles: Vec<_> = references
        .items
        .iter()
        .map(|reference| Profile::new(text, reference))
        .collect();
    let mut decider = Decider::new(lexicon, &profiles, Chapters::of(citations, references));
    let mut links: Vec<Vec<_>> = citations
        .iter()
        .map(|citation| {
            citation
                .cites
                .iter()
                .map(|cite| decider.first_pass(cite))
                .collect()
        })
        .collect();
    for (citation, links) in citations.iter().zip(&mut links) {
        for (cite, link) in citation.cites.iter().zip(links) {
            decider.second_pass(cite, link);
        }
    }
    links
}

impl YearFit {
    /// Whether a cite with this year means the work.
    pub fn is_right(self) -> bool {
        matches!(self, Self::Same | Self::Within)
    }
}

impl NameFit {
    /// The fit of a name that the lexicon found in this role.
    fn from_role(role: Role) -> Self {
        match role {
            Role::First => Self::Same,
            Role::Abbreviation => Self::Abbreviation,
            Role::Title => Self::Title,
            Role::Part => Self::Part,
            Role::Printed => Self::Printed,
            Role::Other => Self::Later,
        }
    }
}
