//! What is wrong with a cite, as its link tells.

use super::{AuthorsFit, CiteEvidence, NameFit, SuffixFit, YearFit};
use crate::linkage::{Candidate, Decision, Link};

/// The one thing that is wrong with a cite; what follows from it is no fault of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Fault {
    /// The list has nothing like it.
    Missing,
    /// The list has it with another year.
    Year,
    /// The list has it with other names.
    Name,
    /// The list has its names in another order.
    Order,
    /// The list has the year without this letter.
    Suffix,
    /// Several references fit.
    Ambiguous,
    /// `et al.` stands for one author or for none.
    EtAl,
}

impl Link<CiteEvidence> {
    /// What is wrong with the cite.
    pub fn fault(&self) -> Option<Fault> {
        let Some(best) = self.matched.first() else {
            return Some(self.fault_of_unlinked());
        };
        let CiteEvidence {
            name,
            authors,
            year,
            suffix,
        } = best.evidence;
        match (year, name, authors) {
            (YearFit::Near(_) | YearFit::Slip | YearFit::Printed | YearFit::Differs, ..) => {
                Some(Fault::Year)
            }
            (.., AuthorsFit::Order) => Some(Fault::Order),
            (_, NameFit::Misspelt | NameFit::Accents | NameFit::Later, _)
            | (
                ..,
                AuthorsFit::LeftOut
                | AuthorsFit::Added
                | AuthorsFit::Misspelt
                | AuthorsFit::Differs,
            ) => Some(Fault::Name),
            _ if suffix == SuffixFit::NotListed => Some(Fault::Suffix),
            _ if self.matched.len() > 1 => Some(Fault::Ambiguous),
            (.., AuthorsFit::EtAlForOne | AuthorsFit::EtAlForNone) => Some(Fault::EtAl),
            _ => None,
        }
    }

    /// The best of the references that are meant.
    pub fn best(&self) -> Option<&Candidate<CiteEvidence>> {
        self.matched.first()
    }

    fn fault_of_unlinked(&self) -> Fault {
        debug_assert_eq!(
            self.decision,
            Decision::None,
            "a link without a reference is none"
        );
        match self.runner_up.as_ref().map(|candidate| candidate.evidence) {
            Some(CiteEvidence {
                name,
                authors,
                year: YearFit::Same | YearFit::Within,
                suffix: SuffixFit::Differs,
            }) if name <= NameFit::Accents && authors <= AuthorsFit::EtAlForOne => Fault::Suffix,
            _ => Fault::Missing,
        }
    }
}
