//! A score from the evidence, and a decision from the scores.
//!
//! The score is a sum of weights in the manner of Fellegi and Sunter: each agreement speaks for the two being one, each difference
//! against it. The weights were set on 5,585 damaged references with known answers (`verify` of the measuring material).

use super::evidence::{Agreement, Evidence, Version};
use crate::linkage::{Candidate, Decision, Link};

/// The weights of one field, by how its values agree; what is unknown weighs nothing.
struct Weights {
    same: f32,
    near: f32,
    differs: f32,
}

const DOI: Weights = Weights {
    same: 5.0,
    near: 0.0,
    differs: -1.0,
};
const TITLE: Weights = Weights {
    same: 6.0,
    near: 3.5,
    differs: -7.0,
};
const AUTHORS: Weights = Weights {
    same: 4.0,
    near: 2.5,
    differs: -3.0,
};
const YEAR: Weights = Weights {
    same: 2.0,
    near: 1.0,
    differs: -1.5,
};
const CONTAINER: Weights = Weights {
    same: 1.5,
    near: 1.0,
    differs: -0.5,
};
const PUBLISHER: Weights = Weights {
    same: 0.5,
    near: 0.5,
    differs: -0.25,
};
const PAGES: Weights = Weights {
    same: 2.0,
    near: 0.5,
    differs: -0.5,
};

/// The sum at which being one and not being one are equally likely.
const EVEN: f32 = 5.0;

/// The score from which two works are a match.
const MATCH: f32 = 0.85;

/// The score from which two works are possibly one.
const POSSIBLE: f32 = 0.25;

/// Scores that lie closer are those of candidates that cannot be told apart.
const TIE: f32 = 0.005;

impl Weights {
    fn of(&self, agreement: Agreement) -> f32 {
        match agreement {
            Agreement::Unknown => 0.0,
            Agreement::Same => self.same,
            Agreement::Near => self.near,
            Agreement::Differs => self.differs,
        }
    }
}

/// How likely the evidence makes it that two works are one, 0 to 1.
pub(super) fn score(evidence: &Evidence) -> f32 {
    let title = TITLE.of(evidence.title);
    let title = if title > 0.0 {
        title * evidence.title_weight
    } else {
        title
    };
    let sum = title
        + DOI.of(evidence.doi)
        + AUTHORS.of(evidence.authors)
        + YEAR.of(evidence.year)
        + CONTAINER.of(evidence.container)
        + publisher(evidence)
        + PAGES.of(evidence.pages);
    1.0 / (1.0 + (EVEN - sum).exp())
}

/// The weight of the publishers; that of a work which stands in no other says what a container says.
fn publisher(evidence: &Evidence) -> f32 {
    let weight = PUBLISHER.of(evidence.publisher);
    if evidence.container == Agreement::Unknown && weight > 0.0 {
        CONTAINER.of(evidence.publisher)
    } else {
        weight
    }
}

/// What a score means; a DOI or a title alone never makes a match.
pub(super) fn decision(evidence: &Evidence, score: f32) -> Decision {
    let agrees = |agreement| matches!(agreement, Agreement::Same | Agreement::Near);
    let identified = agrees(evidence.title) || evidence.doi == Agreement::Same;
    let supported = agrees(evidence.authors) || agrees(evidence.year);
    if !identified || score < POSSIBLE {
        return Decision::None;
    }
    let other_edition = matches!(evidence.version, Some(Version::Edition | Version::Reprint));
    if supported && score >= MATCH && !other_edition {
        Decision::Match
    } else {
        Decision::Possible
    }
}

/// What the evidence means where a reference may be wrong in any of its fields.
///
/// Title, year and place are three that agree by themselves: then the authors are wrong, all of them, rather than another's. So they
/// are where no place is known and the title is too long to be that of two works of one year.
fn decision_for_reference(evidence: &Evidence, score: f32) -> Decision {
    let by_score = decision(evidence, score);
    if by_score == Decision::Match || evidence.version.is_some() {
        return by_score;
    }
    if evidence.title != Agreement::Same || evidence.year != Agreement::Same {
        return by_score;
    }
    let agrees = |agreement| matches!(agreement, Agreement::Same | Agreement::Near);
    let places = [evidence.container, evidence.publisher, evidence.pages];
    let same_page = evidence.pages == Agreement::Same;
    let same_place = same_page || agrees(evidence.container) || agrees(evidence.publisher);
    if !same_place {
        let is_contradicted = places.contains(&Agreement::Differs);
        return if evidence.title_weight >= UNIQUE_TITLE && !is_contradicted {
            Decision::Match
        } else {
            by_score
        };
    }
    if evidence.title_weight >= LONG_TITLE || same_page && evidence.title_weight >= SHORT_TITLE {
        Decision::Match
    } else {
        Decision::Possible
    }
}

/// The weight of a title of 40 letters, which is next to unique.
const UNIQUE_TITLE: f32 = 1.0;

/// The weight of a title of 20 letters; works of one year and publisher hardly share one.
const LONG_TITLE: f32 = 0.7;

/// The weight of a title of some 10 letters; with volume and first page it stands for itself.
const SHORT_TITLE: f32 = 0.5;

/// Decides between candidates; the best and those that cannot be told from it are meant.
pub(super) fn decide(mut candidates: Vec<Candidate<Evidence>>) -> Link<Evidence> {
    candidates.sort_unstable_by(|a, b| b.score.total_cmp(&a.score).then(a.index.cmp(&b.index)));
    let Some(best) = candidates.first() else {
        return none(None);
    };
    let decision = decision_for_reference(&best.evidence, best.score);
    if decision == Decision::None {
        return none(candidates.into_iter().next());
    }
    let limit = best.score - TIE;
    let n_tied = candidates.iter().take_while(|candidate| {
        candidate.score >= limit
            && decision_for_reference(&candidate.evidence, candidate.score) == decision
    });
    let n_tied = n_tied.count();
    let runner_up = candidates.get(n_tied).cloned();
    candidates.truncate(n_tied);
    Link {
        decision,
        matched: candidates,
        runner_up,
    }
}

/// The link of a work that no entry is.
fn none(runner_up: Option<Candidate<Evidence>>) -> Link<Evidence> {
    Link {
        decision: Decision::None,
        matched: Vec::new(),
        runner_up,
    }
}
