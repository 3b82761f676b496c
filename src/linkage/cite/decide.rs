//! Which reference a cite means.

use std::{collections::HashMap, rc::Rc};

use super::{
    super::{Candidate, Decision, Link},
    AuthorsFit, CiteEvidence, NameFit, SuffixFit, YearFit,
    compare::compare,
    fuzzy::FuzzyIndex,
    profile::Profile,
};
use crate::{
    citation::{Chapters, Cite, CitedName, CitedYear, Lexicon},
    span::Span,
    work::fold,
};

type CiteLink = Link<CiteEvidence>;
type CiteCandidate = Candidate<CiteEvidence>;

/// Of so many references that cannot be told apart the first are meant: more than the letters of the alphabet.
const MOST_MATCHED: usize = 30;

/// Links cites one by one and remembers which references have been cited.
pub(super) struct Decider<'a> {
    lexicon: &'a Lexicon,
    profiles: &'a [Profile],
    fuzzy: FuzzyIndex<'a>,
    chapters: Chapters,
    /// The candidates of the cites that were looked at, each once.
    known: HashMap<CiteKey<'a>, Rc<[CiteCandidate]>>,
    is_cited: Vec<bool>,
}

impl<'a> Decider<'a> {
    pub(super) fn new(lexicon: &'a Lexicon, profiles: &'a [Profile], chapters: Chapters) -> Self {
        let names = profiles.iter().enumerate().filter_map(|(idx, profile)| {
            let first = profile.creators.first()?;
            Some((first.family.as_str(), idx))
        });
        Self {
            lexicon,
            profiles,
            fuzzy: FuzzyIndex::new(names),
            chapters,
            known: HashMap::new(),
            is_cited: vec![false; profiles.len()],
        }
    }

    /// Links a cite to what fits it clearly.
    pub(super) fn first_pass(&mut self, cite: &'a Cite) -> CiteLink {
        if let Some(number) = cite.number {
            return self.by_number(cite, number);
        }
        let candidates = self.candidates(cite);
        let own = self.in_own_chapter(cite, &candidates);
        let link = own.unwrap_or_else(|| choose(cite, candidates.iter(), clear_decision));
        self.remember(&link);
        link
    }

    /// Links a cite to what fits it in the list of its own chapter, where chapters have lists.
    fn in_own_chapter(&self, cite: &Cite, candidates: &[CiteCandidate]) -> Option<CiteLink> {
        let own = self.chapters.own(cite.span.start)?;
        let candidates = candidates.iter();
        let candidates = candidates.filter(|candidate| own.contains(&candidate.index));
        let link = choose(cite, candidates, clear_decision);
        (link.decision == Decision::Match).then_some(link)
    }

    /// Links a cite to the reference with its number.
    fn by_number(&mut self, cite: &Cite, number: u32) -> CiteLink {
        let listed = self.lexicon.numbering().find(number, cite.span.start);
        let candidate = listed.map(|index| Candidate {
            index,
            score: 1.0,
            evidence: CiteEvidence::SAME,
        });
        let link = Link {
            decision: candidate
                .as_ref()
                .map_or(Decision::None, |_| Decision::Match),
            matched: candidate.into_iter().collect(),
            runner_up: None,
        };
        self.remember(&link);
        link
    }

    /// Lets a cite without a link claim a reference that nobody cites.
    pub(super) fn second_pass(&mut self, cite: &'a Cite, link: &mut CiteLink) {
        if link.decision != Decision::None || cite.number.is_some() {
            self.prefer_uncited(link);
            return;
        }
        let candidates = self.candidates(cite);
        let uncited = candidates
            .iter()
            .filter(|candidate| !self.is_cited[candidate.index]);
        let claimed = choose(cite, uncited, claiming_decision);
        if claimed.decision != Decision::None {
            let runner_up = link.runner_up.take();
            *link = CiteLink {
                runner_up,
                ..claimed
            };
            self.remember(link);
        }
    }

    /// Of several references that fit a wrong year equally, the one that nobody cites is meant.
    fn prefer_uncited(&mut self, link: &mut CiteLink) {
        let is_guess = link.decision == Decision::Possible && link.matched.len() > 1;
        if !is_guess {
            return;
        }
        let uncited = link
            .matched
            .iter()
            .position(|candidate| !self.is_cited[candidate.index]);
        let kept = link.matched.swap_remove(uncited.unwrap_or(0));
        link.matched = vec![kept];
        self.remember(link);
    }

    fn remember(&mut self, link: &CiteLink) {
        let is_guess = link.decision == Decision::Possible && link.matched.len() > 1;
        for candidate in link.matched.iter().filter(|_| !is_guess) {
            self.is_cited[candidate.index] = true;
        }
    }

    /// The references that the first cited name may mean, each compared, the best first.
    fn candidates(&mut self, cite: &'a Cite) -> Rc<[CiteCandidate]> {
        let key = CiteKey::of(cite);
        if let Some(known) = self.known.get(&key) {
            return Rc::clone(known);
        }
        let candidates: Rc<[_]> = self.compared(cite).into();
        self.known.insert(key, Rc::clone(&candidates));
        candidates
    }

    fn compared(&self, cite: &Cite) -> Vec<CiteCandidate> {
        let mut fits: HashMap<usize, NameFit> = HashMap::new();
        for (idx, fit) in self.by_name(cite) {
            let best = fits.entry(idx).or_insert(fit);
            *best = (*best).min(fit);
        }
        let mut candidates: Vec<_> = fits
            .into_iter()
            .filter(|(idx, fit)| !self.is_contradicted(cite, *idx, *fit))
            .filter(|(idx, _)| cite.titled.is_empty() || cite.titled.contains(idx))
            .map(|(idx, fit)| self.candidate(cite, idx, fit))
            .filter(|candidate| !is_other_study(cite, candidate.evidence))
            .collect();
        candidates.sort_unstable_by(|a, b| b.score.total_cmp(&a.score).then(a.index.cmp(&b.index)));
        candidates
    }

    fn by_name(&self, cite: &Cite) -> Vec<(usize, NameFit)> {
        let Some(name) = cite.names.first() else {
            let titled = cite.titled.iter();
            return titled.map(|idx| (*idx, NameFit::Title)).collect();
        };
        let folded = fold::fold(&name.text);
        let mut found = Vec::new();
        for form in [
            folded.clone(),
            folded.replace(' ', ""),
            fold::fold_spelt_out(&name.text),
        ] {
            found.extend(
                self.lexicon
                    .find(&form)
                    .iter()
                    .map(|listed| (listed.reference, NameFit::from_role(listed.role))),
            );
        }
        found.extend(
            self.lexicon
                .find_title(&folded)
                .chain(self.lexicon.find_own_title(&folded))
                .map(|idx| (idx, NameFit::Title)),
        );
        found.extend(self.by_joined_names(cite));
        let near = self.fuzzy.find(&folded).into_iter();
        found.extend(near.map(|idx| (idx, NameFit::Misspelt)));
        found
    }

    /// An organisation with `and` in its name was read as two names.
    fn by_joined_names(&self, cite: &Cite) -> Vec<(usize, NameFit)> {
        let [first, .., last] = cite.names.as_slice() else {
            return Vec::new();
        };
        let joined = format!("{} and {}", first.text, last.text);
        let folded = fold::fold(&joined);
        let listed = self.lexicon.find(&folded).iter();
        listed
            .map(|listed| (listed.reference, NameFit::from_role(listed.role)))
            .collect()
    }

    /// Whether the given name in the text is that of somebody else.
    fn is_contradicted(&self, cite: &Cite, idx: usize, fit: NameFit) -> bool {
        let by_person = matches!(fit, NameFit::Same | NameFit::Part | NameFit::Misspelt);
        let first = self.profiles[idx].creators.first();
        by_person
            && cite
                .names
                .first()
                .zip(first)
                .is_some_and(|(name, creator)| creator.contradicts(name))
    }

    fn candidate(&self, cite: &Cite, index: usize, fit: NameFit) -> CiteCandidate {
        let evidence = compare(cite, fit, &self.profiles[index], self.lexicon.years(index));
        Candidate {
            index,
            score: score(evidence),
            evidence,
        }
    }
}

/// Whether an abbreviation that a reference only prints comes with another year: `PISA (2003)` beside a book on `PISA 2000`.
fn is_other_study(cite: &Cite, evidence: CiteEvidence) -> bool {
    let is_abbreviation = |name: &CitedName| !name.text.contains(char::is_lowercase);
    evidence.name == NameFit::Printed
        && cite.names.first().is_some_and(is_abbreviation)
        && matches!(evidence.year, YearFit::Near(_) | YearFit::Slip)
}

/// What two cites have in common that mean the same.
#[derive(PartialEq, Eq, Hash)]
struct CiteKey<'a> {
    /// Family and given names.
    names: Vec<(&'a str, Option<&'a str>)>,
    has_et_al: bool,
    year: CitedYear,
    titled: &'a [usize],
}

impl<'a> CiteKey<'a> {
    fn of(cite: &'a Cite) -> Self {
        let names = cite.names.iter();
        Self {
            names: names
                .map(|name| (name.text.as_str(), name.given.as_deref()))
                .collect(),
            has_et_al: cite.et_al.is_some(),
            titled: &cite.titled,
            year: CitedYear {
                span: Span::default(),
                ..cite.year.clone()
            },
        }
    }
}

/// Takes the best candidates that `decision` accepts; all that are equally good are meant.
fn choose<'c>(
    cite: &Cite,
    mut candidates: impl Iterator<Item = &'c CiteCandidate> + Clone,
    decision: fn(CiteEvidence) -> Decision,
) -> CiteLink {
    let is_accepted = |candidate: &CiteCandidate| decision(candidate.evidence) != Decision::None;
    let Some(best) = candidates.clone().find(|candidate| is_accepted(candidate)) else {
        return Link {
            decision: Decision::None,
            matched: Vec::new(),
            runner_up: candidates.next().cloned(),
        };
    };
    let is_tie = |candidate: &CiteCandidate| {
        is_accepted(candidate) && (candidate.score - best.score).abs() < f32::EPSILON
    };
    let ties = candidates.clone().filter(|candidate| is_tie(candidate));
    let mut matched: Vec<_> = ties.take(MOST_MATCHED).cloned().collect();
    if let Some(one) = by_order(cite, &matched) {
        matched = vec![one];
    }
    Link {
        decision: decision(best.evidence),
        matched,
        runner_up: candidates.find(|candidate| !is_tie(candidate)).cloned(),
    }
}

/// Where the text has letters and the list has none, the works of a year are lettered in their order.
fn by_order(cite: &Cite, matched: &[CiteCandidate]) -> Option<CiteCandidate> {
    let letter = cite.year.suffix.filter(char::is_ascii_lowercase)?;
    let unlisted = matched
        .iter()
        .all(|candidate| candidate.evidence.suffix == SuffixFit::NotListed);
    let place = usize::from(letter as u8 - b'a');
    matched
        .get(place)
        .filter(|_| unlisted && matched.len() > 1)
        .cloned()
}

/// What a cite means as far as it is clear: right, or wrong in one thing only.
fn clear_decision(evidence: CiteEvidence) -> Decision {
    let CiteEvidence {
        name,
        authors,
        year,
        suffix,
    } = evidence;
    let whole_name = name <= NameFit::Accents;
    let all_authors = authors <= AuthorsFit::EtAlForOne;
    let one_slip = match year {
        _ if suffix == SuffixFit::Differs => false,
        YearFit::Same | YearFit::Within | YearFit::Unknown => match name {
            NameFit::Later => authors == AuthorsFit::Order,
            NameFit::Misspelt => all_authors,
            _ if authors <= AuthorsFit::Added => return Decision::Match,
            _ => true,
        },
        YearFit::Printed | YearFit::Near(_) => whole_name && all_authors,
        YearFit::Slip | YearFit::Differs => false,
    };
    if one_slip {
        Decision::Possible
    } else {
        Decision::None
    }
}

/// What a cite may mean among the references that nobody cites: wrong in one thing, however far.
fn claiming_decision(evidence: CiteEvidence) -> Decision {
    let CiteEvidence {
        name,
        authors,
        year,
        suffix,
    } = evidence;
    let whole_name = name <= NameFit::Accents;
    let all_authors = authors <= AuthorsFit::EtAlForOne;
    let claims = match year {
        YearFit::Same | YearFit::Within | YearFit::Unknown => {
            suffix != SuffixFit::Differs && authors <= AuthorsFit::Misspelt
        }
        YearFit::Printed | YearFit::Near(_) => {
            authors <= AuthorsFit::Misspelt && name != NameFit::Later
        }
        YearFit::Slip => whole_name && all_authors,
        YearFit::Differs => false,
    };
    if claims {
        Decision::Possible
    } else {
        Decision::None
    }
}

/// How well a cite fits, 0 to 1; only its order counts.
fn score(evidence: CiteEvidence) -> f32 {
    let name = match evidence.name {
        NameFit::Same | NameFit::Accents => 1.0,
        NameFit::Abbreviation => 0.97,
        NameFit::Title => 0.96,
        NameFit::Part => 0.95,
        NameFit::Printed => 0.7,
        NameFit::Misspelt => 0.6,
        NameFit::Later => 0.5,
    };
    let authors = match evidence.authors {
        AuthorsFit::Complete => 1.0,
        AuthorsFit::Shortened => 0.97,
        AuthorsFit::EtAlForOne => 0.9,
        AuthorsFit::LeftOut => 0.8,
        AuthorsFit::Misspelt | AuthorsFit::Order => 0.75,
        AuthorsFit::Added => 0.65,
        AuthorsFit::EtAlForNone => 0.6,
        AuthorsFit::Differs => 0.3,
    };
    let year = match evidence.year {
        YearFit::Same => 1.0,
        YearFit::Within => 0.98,
        YearFit::Unknown => 0.7,
        YearFit::Printed => 0.55,
        YearFit::Near(1) => 0.5,
        YearFit::Near(_) => 0.45,
        YearFit::Slip => 0.3,
        YearFit::Differs => 0.2,
    };
    let suffix = match evidence.suffix {
        SuffixFit::Same => 1.0,
        SuffixFit::NotCited => 0.9,
        SuffixFit::NotListed => 0.8,
        SuffixFit::Differs => 0.3,
    };
    name * authors * year * suffix
}
