//! The style that a paper is written in, guessed from its citations by author and year and from its list.
//!
//! `cited` holds the citations against the form of a style, `listed` the references against what the style makes of their works. A style is
//! named only where it fits well: that it is none of those that come with the program is as likely as not. `language` finds the language.

mod cited;
mod language;
mod listed;
#[cfg(test)]
mod tests;

use super::{Named, Style, archive};
use crate::{
    citation::{Citation, Mode},
    linkage::{CiteEvidence, Link},
    reference::References,
    threads,
};

/// What a paper shows of its style.
#[derive(Debug, Clone, Copy)]
pub struct Evidence<'a> {
    /// Its text.
    pub text: &'a str,
    /// Its list.
    pub references: &'a References,
    /// Its citations.
    pub citations: &'a [Citation],
    /// What each cite of each citation means.
    pub links: &'a [Vec<Link<CiteEvidence>>],
}

/// A style that fits a paper.
#[derive(Debug, Clone, PartialEq)]
pub struct Guess {
    /// The name by which it is asked for.
    pub name: &'static str,
    /// What people call it.
    pub title: &'static str,
    /// How much of the form of the citations is that of the style, 0 to 1; none where no citation tells.
    pub cited: Option<f32>,
    /// How much of the references is as the style writes them, 0 to 1.
    pub listed: f32,
    /// The names of other styles that fit alike, the best first: they write the paper's works in the same way.
    pub also: Vec<&'static str>,
}

impl Guess {
    /// How well both fit; the list tells styles apart better, but it is not read without faults.
    fn score(&self) -> f32 {
        match self.cited {
            Some(cited) => CITED_WEIGHT * cited + (1.0 - CITED_WEIGHT) * self.listed,
            None => self.listed,
        }
    }

    /// The same with what speaks for a style that many papers have, and against one that is made for another language.
    fn rank(&self, language: &str) -> f32 {
        let common = COMMON.iter().find(|(name, _)| *name == self.name);
        let bonus = common.map_or(0.0, |(_, bonus)| *bonus);
        let base = |language: &str| language.split('-').next().map(str::to_owned);
        let is_foreign = |own: &str| base(own) != base(language) && !own.starts_with("en");
        let malus = archive::language(self.name).filter(|own| is_foreign(own));
        self.score() + bonus - malus.map_or(0.0, |_| FOREIGN)
    }
}

/// Fewer references tell nothing of a style.
const LEAST: usize = 3;
/// What citations weigh against the list.
const CITED_WEIGHT: f32 = 0.25;
/// A style fits where so much of the citations has its form.
const CITED: f32 = 0.8;
/// A style fits where so much of the list is as it writes it.
const LISTED: f32 = 0.9;
/// Styles that differ less than this fit alike.
const ALIKE: f32 = 0.004;
/// Styles that most papers have of those that fit alike, by the names that they are given here, and what that weighs.
const COMMON: [(&str, f32); 4] = [
    ("apa", 0.012),
    ("chicago", ALIKE),
    ("harvard", ALIKE),
    ("elsevier-harvard", ALIKE),
];
/// What speaks against a style that is made for another language.
const FOREIGN: f32 = 0.05;

/// The style that comes with the program and is nearest to the paper; none where no style fits well.
///
/// It reads some thirty styles and writes with each: a fifth of a second.
pub fn guess(evidence: Evidence<'_>) -> Option<Guess> {
    let ranked = ranked(evidence);
    let best = ranked.first()?;
    let fits = best.cited.is_none_or(|cited| cited >= CITED) && best.listed >= LISTED;
    let others = ranked.iter().skip(1);
    let also = others.filter(|other| best.score() - other.score() < ALIKE);
    fits.then(|| Guess {
        also: also.map(|other| other.name).collect(),
        ..best.clone()
    })
}

/// All styles by author and year with their fit, the best first.
fn ranked(evidence: Evidence<'_>) -> Vec<Guess> {
    let has_numbers = evidence
        .citations
        .iter()
        .any(|citation| citation.mode == Mode::Numeric);
    let typed = listed::typed(evidence);
    if has_numbers || typed.len() < LEAST {
        return Vec::new();
    }
    let cites = cited::cites(evidence);
    let language = language::of(evidence.text);
    let styles: Vec<Named> = archive::styles_by_author_and_year().collect();
    let fits = |styles: &[Named]| {
        let fits = styles.iter().filter_map(|named| {
            let style = Style::named_in(named.names[0], Some(language)).ok()?;
            Some(Guess {
                name: named.names.last()?,
                title: named.title,
                cited: cited::fit(&cites, style.form.as_ref()),
                listed: listed::fit(&typed, &style),
                also: Vec::new(),
            })
        });
        fits.collect()
    };
    let mut ranked = threads::map_shares(&styles, threads::available(), fits);
    ranked.sort_by(|one, other| other.rank(language).total_cmp(&one.rank(language)));
    ranked
}
