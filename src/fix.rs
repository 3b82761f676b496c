//! Applies the fixes of findings until none is left.

use crate::{
    edit::{self, Applicability, Edit, Fix},
    finding::Finding,
    span::{SourceId, Span},
};

/// How often a text is checked again after fixing. One fix may uncover another; a chain this long would be two rules that undo
/// each other.
pub const MAX_ROUNDS: usize = 10;

/// What fixing a text came to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outcome {
    /// The new text.
    pub text: String,
    /// How many fixes were applied.
    pub applied: usize,
    /// How many fixes were not, because they are less certain than was asked for.
    pub held_back: usize,
    /// How many findings are left.
    pub left: usize,
}

/// Checks and fixes a text in turn until no fix is left that is at least as certain as `least`.
///
/// `check` gives the findings of a text, all of them about the file `source`.
pub fn fix_all(
    text: &str,
    source: SourceId,
    least: Applicability,
    mut check: impl FnMut(&str) -> Vec<Finding>,
) -> Outcome {
    let mut outcome = Outcome {
        text: text.to_owned(),
        ..Outcome::default()
    };
    for round in 0..=MAX_ROUNDS {
        let findings = check(&outcome.text);
        let fixes: Vec<&Fix> = findings
            .iter()
            .filter_map(|finding| finding.fix.as_ref())
            .collect();
        let chosen = disjoint(
            fixes
                .iter()
                .copied()
                .filter(|fix| fix.applicability >= least && concerns_only(fix, source)),
        );
        outcome.left = findings.len();
        outcome.held_back = fixes.len()
            - fixes
                .iter()
                .filter(|fix| fix.applicability >= least)
                .count();
        if chosen.is_empty() || round == MAX_ROUNDS {
            break;
        }
        outcome.applied += chosen.len();
        let edits: Vec<(Span, &str)> = chosen
            .iter()
            .flat_map(|fix| &fix.edits)
            .map(|edit| (edit.place.span, edit.replacement.as_str()))
            .collect();
        outcome.text = edit::apply(&outcome.text, &edits).0;
    }
    outcome
}

/// Whether a fix touches this file and no other.
fn concerns_only(fix: &Fix, source: SourceId) -> bool {
    fix.edits.iter().all(|edit| edit.place.source == source)
}

/// The fixes of which no two touch the same bytes; of two that do, the first stays and the other waits for the next round.
fn disjoint<'a>(fixes: impl Iterator<Item = &'a Fix>) -> Vec<&'a Fix> {
    let mut chosen: Vec<&Fix> = Vec::new();
    let mut taken: Vec<Span> = Vec::new();
    for fix in fixes {
        let free = |edit: &Edit| taken.iter().all(|span| !touches(*span, edit.place.span));
        if fix.edits.iter().all(free) {
            taken.extend(fix.edits.iter().map(|edit| edit.place.span));
            chosen.push(fix);
        }
    }
    chosen
}

/// Whether two edits share a byte or meet, so that their order would matter.
fn touches(a: Span, b: Span) -> bool {
    a.start <= b.end && b.start <= a.end
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        finding::{Confidence, Severity},
        span::Place,
    };

    /// A rule for tests: every `from` shall be `to`.
    fn replace(text: &str, from: &str, to: &str, applicability: Applicability) -> Vec<Finding> {
        text.match_indices(from)
            .map(|(start, _)| {
                let place = Place::new(SourceId(0), Span::new(start, start + from.len()));
                Finding {
                    rule: "test",
                    severity: Severity::Note,
                    confidence: Confidence::High,
                    message: String::new(),
                    place,
                    related: Vec::new(),
                    help: None,
                    fix: Some(Fix::new("replace", Edit::new(place, to), applicability)),
                }
            })
            .collect()
    }

    #[test]
    fn fixes_until_nothing_is_left() {
        let outcome = fix_all("aab", SourceId(0), Applicability::Safe, |text| {
            let mut findings = replace(text, "aab", "ab", Applicability::Safe);
            findings.extend(replace(text, "ab", "c", Applicability::Safe));
            findings
        });
        assert_eq!(
            outcome,
            Outcome {
                text: "c".to_owned(),
                applied: 2,
                held_back: 0,
                left: 0
            }
        );
    }

    #[test]
    fn holds_back_what_is_less_certain() {
        let outcome = fix_all("ab", SourceId(0), Applicability::Safe, |text| {
            replace(text, "a", "c", Applicability::Unsafe)
        });
        assert_eq!(
            outcome,
            Outcome {
                text: "ab".to_owned(),
                applied: 0,
                held_back: 1,
                left: 1
            }
        );
    }

    #[test]
    fn rules_that_undo_each_other_come_to_an_end() {
        let outcome = fix_all("a", SourceId(0), Applicability::Safe, |text| {
            let (from, to) = if text == "a" { ("a", "b") } else { ("b", "a") };
            replace(text, from, to, Applicability::Safe)
        });
        assert_eq!(outcome.applied, MAX_ROUNDS);
    }
}
