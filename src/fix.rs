//! Applies the fixes of findings until none is left.

use std::collections::{BTreeSet, HashSet};

use crate::{
    document::Document,
    edit::{Applicability, Edit, Fix},
    finding::Finding,
    span::{Layer, SourceId, Span},
};

/// How often a text is checked again after fixing. One fix may uncover another; a chain this long would be two rules that undo
/// each other.
pub const MAX_ROUNDS: usize = 10;

/// What fixing a paper came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// The paper with the fixes made.
    pub document: Document,
    /// How many fixes were applied.
    pub applied: usize,
    /// How many fixes were not, because they are less certain than was asked for.
    pub held_back: usize,
    /// How many fixes were not, because the format has no safe place for them; among them all that reach across markup.
    pub refused: usize,
    /// How many findings are left.
    pub left: usize,
}

/// Checks and fixes a paper in turn until no fix is left that is at least as certain as `least`.
///
/// `check` gives the findings of a paper, all of them about the file `source`.
pub fn fix_all(
    document: Document,
    source: SourceId,
    least: Applicability,
    mut check: impl FnMut(&Document) -> Vec<Finding>,
) -> Outcome {
    let mut outcome = Outcome {
        document,
        applied: 0,
        held_back: 0,
        refused: 0,
        left: 0,
    };
    for round in 0..=MAX_ROUNDS {
        let findings = check(&outcome.document);
        let fixes: Vec<&Fix> = findings
            .iter()
            .filter_map(|finding| finding.fix.as_ref())
            .collect();
        let is_sure = |fix: &&Fix| fix.applicability >= least;
        let sure = fixes.iter().copied().filter(is_sure);
        outcome.left = findings.len();
        outcome.held_back = fixes.len() - fixes.iter().filter(|fix| is_sure(fix)).count();
        if round == MAX_ROUNDS {
            break;
        }
        let sure: Vec<&Fix> = sure.collect();
        if !outcome.apply_round(&sure, source) {
            break;
        }
    }
    outcome
}

impl Outcome {
    /// Makes fixes of the view, else of what the view hides; whether any was made.
    fn apply_round(&mut self, fixes: &[&Fix], source: SourceId) -> bool {
        self.refused = 0;
        for layer in [Layer::View, Layer::Written] {
            let here = fixes.iter().copied();
            let mut chosen = disjoint(here.filter(|fix| concerns_only(fix, source, layer)));
            let n_chosen = chosen.len();
            let next = match layer {
                Layer::View => apply(&self.document, &mut chosen),
                Layer::Written => apply_hidden(&self.document, &mut chosen),
            };
            self.refused += n_chosen - chosen.len();
            if !chosen.is_empty() {
                self.applied += chosen.len();
                self.document = next;
                return true;
            }
        }
        false
    }
}

/// The document with fixes made in what the view hides; those that would change the view are taken out of `fixes`.
fn apply_hidden(document: &Document, fixes: &mut Vec<&Fix>) -> Document {
    let mut edited = document.clone();
    // From the end on, so that the places of the others stay true.
    fixes.sort_by_key(|fix| std::cmp::Reverse(fix.edits.first().map(|edit| edit.place)));
    fixes.retain(|fix| {
        let edits = fix.edits.iter();
        let edits: Vec<_> = edits
            .map(|edit| (edit.place.span, edit.replacement.as_str()))
            .collect();
        let Some(next) = edited.with_hidden_edits(&edits) else {
            return false;
        };
        edited = next;
        true
    });
    edited
}

/// The document with the fixes made; those that the format refuses, in whole or in part, are taken out of `fixes`.
fn apply(document: &Document, fixes: &mut Vec<&Fix>) -> Document {
    loop {
        let edits: Vec<(usize, &Edit)> = fixes
            .iter()
            .enumerate()
            .flat_map(|(idx, fix)| fix.edits.iter().map(move |edit| (idx, edit)))
            .collect();
        let spans: Vec<(Span, &str)> = edits
            .iter()
            .map(|(_, edit)| (edit.place.span, edit.replacement.as_str()))
            .collect();
        let edited = document.edited(&spans);
        if edited.refused.is_empty() {
            return document.read_again(edited);
        }
        let refused: HashSet<usize> = edited
            .refused
            .iter()
            .map(|refused| edits[refused.edit].0)
            .collect();
        let mut idx = 0..;
        fixes.retain(|_| idx.next().is_some_and(|idx| !refused.contains(&idx)));
    }
}

/// Whether a fix touches this layer of this file and nothing else.
fn concerns_only(fix: &Fix, source: SourceId, layer: Layer) -> bool {
    let mut places = fix.edits.iter().map(|edit| edit.place);
    places.all(|place| place.source == source && place.layer == layer)
}

/// The fixes of which no two touch the same bytes; of two that do, the first stays and the other waits for the next round.
fn disjoint<'a>(fixes: impl Iterator<Item = &'a Fix>) -> Vec<&'a Fix> {
    let mut chosen: Vec<&Fix> = Vec::new();
    let mut taken: BTreeSet<Span> = BTreeSet::new();
    for fix in fixes {
        if fix
            .edits
            .iter()
            .all(|edit| is_free(&taken, edit.place.span))
        {
            taken.extend(fix.edits.iter().map(|edit| edit.place.span));
            chosen.push(fix);
        }
    }
    chosen
}

/// Whether a span shares no byte with those that are taken, of which no two overlap, and meets none, so that the order of the edits
/// would not matter.
fn is_free(taken: &BTreeSet<Span>, span: Span) -> bool {
    let last = Span::new(span.end, usize::MAX);
    let before = taken.range(..=last).next_back();
    before.is_none_or(|before| before.end < span.start)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        document::Format,
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

    /// Fixes `text` by `rules`, each of which looks at the view.
    fn fixed(
        text: &str,
        format: Format,
        least: Applicability,
        rules: impl Fn(&str) -> Vec<Finding>,
    ) -> Outcome {
        let document = Document::read(text.to_owned(), format);
        fix_all(document, SourceId(0), least, |document| {
            rules(&document.text)
        })
    }

    #[test]
    fn fixes_until_nothing_is_left() {
        let outcome = fixed("aab", Format::Plain, Applicability::Safe, |text| {
            let mut findings = replace(text, "aab", "ab", Applicability::Safe);
            findings.extend(replace(text, "ab", "c", Applicability::Safe));
            findings
        });
        assert_eq!(outcome.document.source(), "c");
        assert_eq!(
            (outcome.applied, outcome.held_back, outcome.left),
            (2, 0, 0)
        );
    }

    #[test]
    fn holds_back_what_is_less_certain() {
        let outcome = fixed("ab", Format::Plain, Applicability::Safe, |text| {
            replace(text, "a", "c", Applicability::Unsafe)
        });
        assert_eq!(outcome.document.source(), "ab");
        assert_eq!(
            (outcome.applied, outcome.held_back, outcome.left),
            (0, 1, 1)
        );
    }

    #[test]
    fn markup_stays_and_fixes_across_it_are_refused() {
        let text = "*Doe* & Roe (2010); Doe & Lee.";
        let outcome = fixed(text, Format::Markdown, Applicability::Safe, |text| {
            let mut findings = replace(text, "Roe (2010)", "Roe (2011)", Applicability::Safe);
            findings.extend(replace(text, "Doe & Roe", "Poe", Applicability::Safe));
            findings.extend(replace(
                text,
                "Doe & Lee",
                "Doe and Lee",
                Applicability::Safe,
            ));
            findings
        });
        assert_eq!(
            outcome.document.source(),
            "*Doe* & Roe (2011); Doe and Lee."
        );
        assert_eq!((outcome.applied, outcome.refused, outcome.left), (2, 1, 1));
    }

    #[test]
    fn hidden_comments_are_taken_out() {
        let text = "Doe <!-- a -->\n*and* <!-- b -->Roe";
        let document = Document::read(text.to_owned(), Format::Markdown);
        let outcome = fix_all(document, SourceId(0), Applicability::Safe, |document| {
            let found = replace(document.source(), "<!-- b -->", "", Applicability::Safe);
            let found = found.into_iter().filter_map(|finding| finding.fix);
            let mut hidden = found.map(|mut fix| {
                fix.edits[0].place.layer = Layer::Written;
                fix
            });
            let mut findings = replace(&document.text, "Doe", "Poe", Applicability::Safe);
            let mut other = replace(&document.text, "Roe", "Roe", Applicability::Display);
            other[0].fix = hidden.next();
            findings.append(&mut other);
            findings
        });
        assert_eq!(outcome.document.source(), "Poe <!-- a -->\n*and* Roe");
    }

    #[test]
    fn rules_that_undo_each_other_come_to_an_end() {
        let outcome = fixed("a", Format::Plain, Applicability::Safe, |text| {
            let (from, to) = if text == "a" { ("a", "b") } else { ("b", "a") };
            replace(text, from, to, Applicability::Safe)
        });
        assert_eq!(outcome.applied, MAX_ROUNDS);
    }
}
