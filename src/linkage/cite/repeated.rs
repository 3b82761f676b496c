//! What a mark that repeats an earlier citation means.

use super::{
    super::{Candidate, Decision, Link},
    CiteEvidence,
};
use crate::{
    citation::{Citation, Lexicon, Repeated, Repetition},
    document::Document,
};

/// A mark stands so near behind the citation that it repeats that hardly anything else can be meant (bytes): a page or so.
const NEAR: usize = 3000;

/// Links every mark, in order; one that nothing stands before means nothing.
///
/// What is repeated is certain when the citation before stands in the same or in the paragraph before and cites one work; else it
/// is possible.
pub fn link_repetitions(
    document: &Document,
    repetitions: &[Repetition],
    citations: &[Citation],
    links: &[Vec<Link<CiteEvidence>>],
    lexicon: &Lexicon,
) -> Vec<Link<CiteEvidence>> {
    let before = Before {
        text: &document.text,
        citations,
        links,
        lexicon,
    };
    repetitions
        .iter()
        .map(|repetition| match &repetition.repeated {
            Repeated::Citation => before.citation(repetition),
            Repeated::WorkOf(name) => before.work_of(name, repetition),
        })
        .collect()
}

/// What was cited so far.
struct Before<'a> {
    text: &'a str,
    citations: &'a [Citation],
    links: &'a [Vec<Link<CiteEvidence>>],
    lexicon: &'a Lexicon,
}

impl Before<'_> {
    /// The citation before a mark.
    fn citation(&self, repetition: &Repetition) -> Link<CiteEvidence> {
        let Some((citation, links)) = self.up_to(repetition).next_back() else {
            return link(Decision::None, None);
        };
        let between = &self.text[citation.span.end.min(repetition.paragraph)..repetition.paragraph];
        let n_lines = between
            .lines()
            .filter(|line| !line.trim().is_empty())
            .count();
        let is_single = links.len() == 1 && links[0].matched.len() == 1;
        let is_near = n_lines <= 1 && repetition.span.start - citation.span.start < NEAR;
        let last = links.iter().rev().find_map(|link| link.matched.first());
        let decision = if is_single && is_near {
            Decision::Match
        } else {
            Decision::Possible
        };
        link(decision, last.map(|candidate| candidate.index))
    }

    /// The work of an author that was cited last; where none was, the only one that is listed.
    fn work_of(&self, name: &str, repetition: &Repetition) -> Link<CiteEvidence> {
        let listed = self.lexicon.find(name);
        let is_listed = |idx: usize| listed.iter().any(|listed| listed.reference == idx);
        let cited = self.up_to(repetition).rev().flat_map(|(_, links)| links);
        let mut matched = cited.flat_map(|link| &link.matched);
        let last = matched.find(|candidate| is_listed(candidate.index));
        match (last, listed) {
            (Some(last), _) => link(Decision::Match, Some(last.index)),
            (None, [only]) => link(Decision::Match, Some(only.reference)),
            (None, [first, ..]) => link(Decision::Possible, Some(first.reference)),
            (None, []) => link(Decision::None, None),
        }
    }

    /// The citations before a mark, with their links.
    fn up_to(
        &self,
        repetition: &Repetition,
    ) -> impl DoubleEndedIterator<Item = (&Citation, &Vec<Link<CiteEvidence>>)> {
        let start = repetition.span.start;
        let n_before = self
            .citations
            .partition_point(|citation| citation.span.start < start);
        let links = &self.links[..n_before];
        self.citations[..n_before].iter().zip(links)
    }
}

/// A link to one reference.
fn link(decision: Decision, index: Option<usize>) -> Link<CiteEvidence> {
    let candidate = index.map(|index| Candidate {
        index,
        score: 1.0,
        evidence: CiteEvidence::SAME,
    });
    Link {
        decision: if candidate.is_some() {
            decision
        } else {
            Decision::None
        },
        matched: candidate.into_iter().collect(),
        runner_up: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{citation, linkage::link_cites, reference};

    const LIST: &str = "
Brandt, K. (2011). The price of bread. Harbour Press.
Lind, S. (2010). Rye. Journal of Grain, 2(1), 1–9.
Osei, A. (2012). Oats. Journal of Grain, 3(1), 1–9.
";

    /// The marks of a text, what is sure about each, and the number of the reference that it means.
    #[track_caller]
    fn check(text: &str, expected: &[(&str, Decision, usize)]) {
        let document = Document::plain(format!("{text}\n\nReferences\n{LIST}"));
        let references = reference::read(&document);
        let lexicon = Lexicon::new(&document.text, &references);
        let citations = citation::find(&document, &references, &lexicon);
        let links = link_cites(&document.text, &citations, &references, &lexicon);
        let marks = citation::repetitions(&document, &references, &lexicon);
        let meant = link_repetitions(&document, &marks, &citations, &links, &lexicon);
        let found: Vec<_> = marks
            .iter()
            .zip(&meant)
            .map(|(mark, link)| {
                let number = link
                    .matched
                    .first()
                    .map_or(0, |candidate| candidate.index + 1);
                (mark.span.slice(&document.text), link.decision, number)
            })
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn the_citation_before_is_meant() {
        for (text, mark) in [
            (
                "Bread rose (Brandt, 2011). It did so (ibid., p. 4).",
                "ibid.",
            ),
            (
                "El pan subió (Brandt, 2011). Fue así (ibídem, p. 4).",
                "ibídem",
            ),
            (
                "O pão subiu (Brandt, 2011). Foi assim (ibidem, p. 4).",
                "ibidem",
            ),
            (
                "Das Brot stieg (Brandt, 2011). So war es (ebd., S. 4).",
                "ebd.",
            ),
            (
                "Das Brot stieg (Brandt, 2011). So war es (a. a. O., S. 4).",
                "a. a. O.",
            ),
            (
                "Le pain a augmenté (Brandt, 2011). Il en fut ainsi (ibid., p. 4).",
                "ibid.",
            ),
            (
                "Il pane è salito (Brandt, 2011). Fu così (ivi, p. 4).",
                "ivi",
            ),
        ] {
            check(text, &[(mark, Decision::Match, 1)]);
        }
    }

    #[test]
    fn several_works_or_none_before() {
        check(
            "So (Brandt, 2011; Lind, 2010). So too (ibid.).",
            &[("ibid.", Decision::Possible, 2)],
        );
        check(
            "So it is (ibid.), says Brandt (2011).",
            &[("ibid.", Decision::None, 0)],
        );
    }

    #[test]
    fn op_cit_goes_to_its_author() {
        check(
            "So (Brandt, 2011), and so (Lind, 2010). So too Brandt, op. cit., p. 4, and Osei, op. cit.",
            &[
                ("op. cit.", Decision::Match, 1),
                ("op. cit.", Decision::Match, 3),
            ],
        );
    }
}
