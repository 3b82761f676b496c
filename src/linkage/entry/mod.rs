//! Reference → entry: which entry of a .bib file a reference, or the entry of another file, is.
//!
//! `index` gives the candidates, `compare` (with `alike` for texts and `author` for names) says field by field how two works agree, `decide` makes a score and a decision of it.

mod alike;
mod author;
mod compare;
mod decide;
mod duplicates;
mod evidence;
mod index;
mod postings;

use std::collections::BTreeSet;

pub(crate) use self::alike::is_shortened;
use self::{compare::Comparable, decide::decide, index::Stage};
pub use self::{
    duplicates::{Duplicate, duplicates},
    evidence::{Agreement, Evidence, Version},
    index::{Index, Key, Lists, keys},
};
use super::{Candidate, Link};
use crate::work::Work;
pub(crate) use crate::work::hash;

/// How many candidates are compared in full.
///
/// With twelve, all 4,247 and 787 references of known entries in `tests/corpora.rs` kept a decision of full precision, and 100 and
/// 97.8 % of them their entry.
const IN_FULL: usize = 12;

impl Index {
    /// Links a work to the entries of the index; see [`link`].
    pub fn link(
        &self,
        work: &Work,
        outline: impl Fn(usize) -> Work,
        entry: impl Fn(usize) -> Work,
    ) -> Link<Evidence> {
        let Ok(link) = link(self, work, |idx| Ok(outline(idx)), |idx| Ok(entry(idx)));
        link
    }
}

/// How alike the title of an outline must be, where a share of 0.8 is asked of the title itself.
const ALIKE: f32 = 0.6;

/// Links a work to the entries that lists lead to; both functions give the work of an entry by its number.
///
/// `outline` needs to give only title, authors, editors, date and DOI, folded or not. It is asked for all candidates, a dozen
/// or two; `entry` only for the few that come nearest.
///
/// # Errors
/// When a list or an entry cannot be read.
pub fn link<L: Lists>(
    lists: &L,
    work: &Work,
    outline: impl Fn(usize) -> Result<Work, L::Error>,
    entry: impl Fn(usize) -> Result<Work, L::Error>,
) -> Result<Link<Evidence>, L::Error> {
    let own = Comparable::new(work);
    let mut candidates = Vec::new();
    for index in nearest(lists, &own, outline)? {
        let evidence = own.compare(&Comparable::new(&entry(index)?));
        candidates.push(Candidate {
            index,
            score: decide::score(&evidence),
            evidence,
        });
    }
    Ok(decide(candidates))
}

/// The candidates that come nearest by their outlines, nearest first.
fn nearest<L: Lists>(
    lists: &L,
    own: &Comparable,
    outline: impl Fn(usize) -> Result<Work, L::Error>,
) -> Result<Vec<usize>, L::Error> {
    let mut seen = BTreeSet::new();
    let mut ranked: Vec<(f32, usize)> = Vec::new();
    for stage in Stage::ALL {
        let mut is_settled = false;
        for index in stage.candidates(lists, own)? {
            if seen.insert(index) {
                let index = index as usize;
                let evidence = own.compare(&Comparable::new(&outline(index)?));
                is_settled |= is_certain(&evidence);
                if is_like(&evidence) {
                    ranked.push((decide::score(&evidence), index));
                }
            }
        }
        if is_settled {
            break;
        }
    }
    ranked.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    ranked.truncate(IN_FULL);
    Ok(ranked.into_iter().map(|(_, index)| index).collect())
}

/// Whether the entry of an outline may be the work meant: its title or its DOI is like enough.
///
/// Outlines leave out what rare LaTeX stands for, so that less is asked of them than of the entry.
fn is_like(evidence: &Evidence) -> bool {
    evidence.doi == Agreement::Same
        || evidence.title != Agreement::Differs
        || evidence.title_similarity >= ALIKE
}

/// Whether an outline leaves no doubt, so that others need not be looked for: title, authors and year are the same.
fn is_certain(evidence: &Evidence) -> bool {
    [evidence.title, evidence.authors, evidence.year]
        .iter()
        .all(|agreement| *agreement == Agreement::Same)
}

/// Compares two works without an index: how they agree and the score from 0 to 1.
pub fn compare(one: &Work, other: &Work) -> (Evidence, f32) {
    let evidence = Comparable::new(one).compare(&Comparable::new(other));
    let score = decide::score(&evidence);
    (evidence, score)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{bibtex::File, linkage::Decision};

    const MASTER: &str = "
@book{kinzer2017, author={Kinzer, Stephen}, title={The True Flag},
  subtitle={Theodore Roosevelt, Mark Twain, and the Birth of American Empire}, publisher={Henry Holt}, date={2017}}
@book{kinzer2006, author={Kinzer, Stephen}, title={Overthrow}, publisher={Times Books}, date={2006}}
@book{grandin2019, author={Grandin, Greg}, title={The End of the Myth}, date={2019}, publisher={Henry Holt}}
@article{one2001, author={One, Ann}, title={Introduction}, journaltitle={Journal of X}, date={2001}, doi={10.1000/x}}
@book{smith1996, author={Smith, Peter H.}, title={Talons of the Eagle}, edition={1}, date={1996}}
@book{aho1986, author={Aho, Ann}, title={Compilers}, edition={2}, date={1986}, publisher={Mill}}
@misc{lund1997, author={Lund, Eva}, title={On the Freezing of Northern Lakes}, date={1997}}
@misc{office2010, author={{Lake Office}}, title={Levels of the Northern Lakes}, date={2010}}
";

    /// Links the first entry of `text` to the master; shows decision and key.
    fn check(text: &str, expected: (Decision, &str)) -> Option<Evidence> {
        let master = File::read(MASTER);
        let index = Index::build(master.entries.len(), |idx| master.outline(idx));
        let work = File::read(text).work(0);
        let link = index.link(&work, |idx| master.outline(idx), |idx| master.work(idx));
        let best = link.matched.first();
        let key = best.map_or("", |candidate| master.key(candidate.index));
        assert_eq!((link.decision, key), expected, "{text}: {link:?}");
        best.map(|candidate| candidate.evidence.clone())
    }

    #[test]
    fn the_same_book_with_another_subtitle_and_year() {
        let evidence = check(
            "@book{a, author={Kinzer, S.}, title={The True Flag: Truth, War, and a Nation’s Divisions Over Empire},
              publisher={Pantheon Books}, date={2016}}",
            (Decision::Match, "kinzer2017"),
        );
        let evidence = evidence.expect("it is linked");
        assert_eq!(evidence.authors, Agreement::Same);
        assert_eq!(evidence.title, Agreement::Near);
        assert_eq!(evidence.publisher, Agreement::Differs);
    }

    #[test]
    fn never_on_a_title_or_a_doi_alone() {
        check(
            "@article{a, author={Two, Bob}, title={Introduction}, date={1993}}",
            (Decision::None, ""),
        );
        check(
            "@article{a, author={Two, Bob}, title={Cocaine}, date={1993}, doi={10.1000/x}}",
            (Decision::None, ""),
        );
        check(
            "@misc{a, title={The End of the Myth}}",
            (Decision::Possible, "grandin2019"),
        );
    }

    #[test]
    fn another_edition_is_told_apart() {
        let evidence = check(
            "@book{a, author={Smith, P. H.}, title={Talons of the Eagle}, edition={3}, date={2008}}",
            (Decision::Possible, "smith1996"),
        );
        assert_eq!(
            evidence.expect("it is linked").version,
            Some(Version::Edition)
        );
    }

    #[test]
    fn wrong_authors_of_a_known_title_year_and_place() {
        let evidence = check(
            "@book{a, author={Two, Bob}, title={The End of the Myth}, date={2019}, publisher={Henry Holt}}",
            (Decision::Possible, "grandin2019"),
        );
        assert_eq!(evidence.expect("it is linked").authors, Agreement::Differs);
        check(
            "@book{a, author={Two, Bob}, title={Talons of the Eagle}, date={1996}}",
            (Decision::None, ""),
        );
        // Nothing but the year speaks for it, and the title is short; then it is long.
        check(
            "@misc{a, author={Two, Bob}, title={Levels of the Northern Lakes}, date={2010}}",
            (Decision::Possible, "office2010"),
        );
        let long = "author={Two, Bob}, title={The True Flag: Theodore Roosevelt, Mark Twain, and the Birth of American Empire}, date={2017}";
        check(
            &format!("@misc{{a, {long}}}"),
            (Decision::Match, "kinzer2017"),
        );
        check(
            &format!("@book{{a, {long}, publisher={{Mill}}}}"),
            (Decision::Possible, "kinzer2017"),
        );
        check(
            "@book{a, author={Two, Bob}, title={The True Flag: Theodore Roosevelt, Mark Twain, and the Birth of American Empire},
              publisher={Holt}, date={2017}}",
            (Decision::Match, "kinzer2017"),
        );
    }

    #[test]
    fn a_wrong_number_of_an_edition() {
        let evidence = check(
            "@book{a, author={Aho, Ann}, title={Compilers}, edition={3}, date={1986}, publisher={Mill}}",
            (Decision::Match, "aho1986"),
        );
        assert_eq!(evidence.expect("it is linked").version, None);
    }

    #[test]
    fn a_wrong_year_where_no_place_is_known() {
        check(
            "@misc{a, author={Lund, Eva}, title={On the Freezing of Northern Lakes}, date={2031}}",
            (Decision::Match, "lund1997"),
        );
        check(
            "@misc{a, author={{Lake Office}}, title={Levels of the Northern Lakes}, date={2012}}",
            (Decision::Possible, "office2010"),
        );
    }

    #[test]
    fn others_are_none() {
        check(
            "@book{a, author={Kinzer, Stephen}, title={Poisoner in Chief}, date={2006}}",
            (Decision::None, ""),
        );
        check("@misc{a}", (Decision::None, ""));
    }
}
