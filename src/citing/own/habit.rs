//! How a paper writes its citations by author and year, as most of them have it.

use std::collections::BTreeSet;

use super::{
    super::{
        bracket,
        typed::{Author, Frame, Typed, TypedCite},
    },
    locator::Locator,
    votes::Votes,
};
use crate::{
    citation::{Cite, Mode},
    project::Paper,
    work::{Work, fold::single_spaced},
};

/// How a paper writes its citations.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Habit {
    /// What joins the last two names: `&`, `and`; empty where what divides names does.
    pub(super) connector: String,
    /// The word that joins names in the sentence, or in brackets.
    pub(super) word: String,
    /// What divides names: `, `, `; `, `/`.
    pub(super) name_delimiter: String,
    /// Whether a comma stands before the connector of three and more.
    pub(super) has_last_comma: bool,
    /// Whether names are in capitals.
    pub(super) has_capitals: bool,
    /// What stands for further authors: `et al.`
    pub(super) et_al: String,
    /// Whether a comma stands before that.
    pub(super) has_et_al_comma: bool,
    /// How many names stand before that.
    pub(super) n_shown: usize,
    /// From how many authors on the first cite of a work is shortened, and a later one.
    pub(super) shortened_from: [usize; 2],
    /// What stands between names and year: `, ` or a blank.
    pub(super) year_delimiter: String,
    /// The same before what stands in place of a year.
    pub(super) undated_delimiter: String,
    /// What stands in the place of a year that is not known: `n.d.`
    pub(super) no_date: String,
    /// What stands there for works that are yet to come out: `in press`.
    pub(super) status: String,
    /// Where the year of the first edition stands, if anywhere.
    pub(super) original: Original,
    /// What divides works: `; `.
    pub(super) cite_delimiter: String,
    /// What divides years of the same authors: `, `.
    pub(super) group_delimiter: String,
    /// What becomes of the names of several works of the same authors.
    pub(super) collapse: Collapse,
    /// What stands around a citation.
    pub(super) brackets: [char; 2],
    /// How pages are written.
    pub(super) locator: Locator,
}

/// How the year of the first edition is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Original {
    /// Not at all.
    Hidden,
    /// `1867/1976`
    Slash,
    /// `[1867] 1976`
    BracketBefore,
    /// `1976 [1867]`
    BracketBehind,
    /// `(1867) 1976`
    RoundBefore,
}

/// What becomes of the names of several works of the same authors.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Collapse {
    /// `Lind 2001, 2003`, `Lind 2001a, 2001b`
    Year,
    /// `Lind 2001a,b`, with what divides the letters.
    Letters(String),
    /// `Lind 2001; Lind 2003`
    Never,
}

/// What was seen so far.
#[derive(Debug, Default)]
struct Seen {
    connectors: Votes<String>,
    words: Votes<String>,
    name_delimiters: Votes<String>,
    last_commas: Votes<bool>,
    capitals: Votes<bool>,
    et_als: Votes<String>,
    et_al_commas: Votes<bool>,
    shown: Votes<usize>,
    /// Numbers of listed authors and whether the cite shortens them: first cites of a work, and later ones.
    lengths: [Vec<(usize, bool)>; 2],
    year_delimiters: Votes<String>,
    undated_delimiters: Votes<String>,
    no_dates: Votes<String>,
    statuses: Votes<String>,
    originals: Votes<Original>,
    dividers: Votes<String>,
    group_dividers: Votes<String>,
    collapses: Votes<Collapse>,
    brackets: Votes<[char; 2]>,
}

impl Habit {
    /// Looks at all citations of a paper; `works` are those that its list has, as they will be read by key.
    pub(super) fn of(paper: &Paper, typed: &[Typed], works: &[Work]) -> Self {
        let text = paper.document.text.as_str();
        let mut seen = Seen::default();
        let mut cited = BTreeSet::new();
        for (citation, cite, link) in paper.cites() {
            let Some(work) = link.best().and_then(|best| works.get(best.index)) else {
                continue;
            };
            let is_first = link.best().is_some_and(|best| cited.insert(best.index));
            seen.add_length(cite, work, is_first);
            if cite.span.covers(cite.names_span) {
                seen.add_names(text, cite, citation.mode);
                seen.add_year(text, cite, work, citation.mode);
            }
        }
        for typed in typed {
            seen.add_group(text, typed, works);
        }
        seen.learnt(Locator::of(text, typed))
    }
}

impl Seen {
    fn add_length(&mut self, cite: &Cite, work: &Work, is_first: bool) {
        let creators = work.creators();
        let n_authors = creators.names.len() + usize::from(creators.et_al);
        let n_cited = cite.names.len();
        if n_cited == 0 || cite.et_al.is_none() && n_cited != n_authors {
            return;
        }
        self.lengths[usize::from(!is_first)].push((n_authors, cite.et_al.is_some()));
        if cite.et_al.is_some() && n_cited < n_authors {
            self.shown.add(n_cited);
        }
    }

    fn add_names(&mut self, text: &str, cite: &Cite, mode: Mode) {
        let between = |from: usize, to: usize| {
            single_spaced(text.get(from..to).unwrap_or_default()).into_owned()
        };
        let n_names = cite.names.len();
        if let [first, second, ..] = cite.names.as_slice() {
            let is_divided = n_names > 2 || cite.connector.is_none();
            let delimiter = between(first.span.end, second.span.start);
            let delimiter = match delimiter.trim() {
                mark @ ("," | ";") => format!("{mark} "),
                _ => delimiter,
            };
            let is_plain = delimiter.len() < 4 && !delimiter.contains('&');
            if is_divided && is_plain && !delimiter.contains(char::is_alphabetic) {
                self.name_delimiters.add(delimiter);
            }
        }
        let connector = cite
            .connector
            .map(|connector| connector.slice(text).to_owned());
        self.words_add(connector.as_deref());
        if mode == Mode::Parenthetical {
            let names = cite.names_span.slice(text);
            let mut letters = names.chars().filter(|letter| letter.is_alphabetic());
            self.capitals.add(letters.all(char::is_uppercase));
            if n_names == 2 && cite.et_al.is_none() && cite.connector.is_none() {
                self.connectors.add(String::new());
            }
            if let Some(connector) = connector {
                self.connectors.add(connector);
            }
        }
        if let (Some(connector), [_, .., before, _]) = (cite.connector, cite.names.as_slice())
            && n_names > 2
        {
            let comma = between(before.span.end, connector.start).contains(',');
            self.last_commas.add(comma);
        }
        if let (Some(et_al), Some(last)) = (cite.et_al, cite.names.last()) {
            let stop = text[et_al.end..].starts_with('.') && !et_al.slice(text).ends_with('.');
            let stop = if stop { "." } else { "" };
            self.et_als
                .add(format!("{}{stop}", single_spaced(et_al.slice(text).trim())));
            self.et_al_commas
                .add(between(last.span.end, et_al.start).contains(','));
        }
    }

    fn words_add(&mut self, connector: Option<&str>) {
        if let Some(word) = connector.filter(|word| *word != "&") {
            self.words.add(word.to_owned());
        }
    }

    fn add_year(&mut self, text: &str, cite: &Cite, work: &Work, mode: Mode) {
        let year = cite.year.span;
        let between = text
            .get(cite.names_span.end..year.start)
            .unwrap_or_default();
        let delimiter = if between.contains(',') { ", " } else { " " }.to_owned();
        let is_plain = between
            .chars()
            .all(|letter| letter.is_whitespace() || matches!(letter, ',' | '.'));
        let is_dated = cite.year.year.is_some();
        if mode == Mode::Parenthetical && is_plain {
            let votes = if is_dated {
                &mut self.year_delimiters
            } else {
                &mut self.undated_delimiters
            };
            votes.add(delimiter);
        }
        if !is_dated && work.issued.date.is_none() && !year.is_empty() {
            let has_state = work
                .issued
                .status
                .is_some_and(|status| status.pubstate().is_some());
            let votes = if has_state {
                &mut self.statuses
            } else {
                &mut self.no_dates
            };
            votes.add(single_spaced(year.slice(text)).into_owned());
        }
        if is_dated && work.issued.original.is_some() {
            self.originals.add(original(text, cite));
        }
    }

    fn add_group(&mut self, text: &str, typed: &Typed, works: &[Work]) {
        if typed.frame == Frame::Bracket {
            let opening = text[typed.span.start..].chars().next().unwrap_or('(');
            let closing = typed.span.slice(text).chars().next_back().unwrap_or(')');
            self.brackets.add([opening, closing]);
        }
        if let Frame::Narrative(bracket) = typed.frame {
            let inner = bracket::inside(bracket);
            let opening = text[bracket.start..inner.start]
                .chars()
                .next()
                .unwrap_or('(');
            let closing = text[inner.end..bracket.end].chars().next().unwrap_or(')');
            self.brackets.add([opening, closing]);
        }
        for pair in typed.cites.windows(2) {
            let (one, other) = (&pair[0], &pair[1]);
            let divider = text.get(one.tail.end..other.start()).unwrap_or_default();
            let divider = single_spaced(divider.trim()).into_owned();
            let is_mark = matches!(divider.as_str(), ";" | "," | "/" | "·" | ".");
            let is_letter = other.year.len() < 4;
            let makers = |cite: &TypedCite| works.get(cite.reference).map(Work::creators);
            let is_same = makers(one) == makers(other);
            match other.author {
                Author::Continued if is_letter => {
                    let raw = text.get(one.tail.end..other.start()).unwrap_or_default();
                    let blank = if raw.ends_with(char::is_whitespace) {
                        " "
                    } else {
                        ""
                    };
                    self.collapses
                        .add(Collapse::Letters(format!("{divider}{blank}")));
                }
                Author::Continued => {
                    self.collapses.add(Collapse::Year);
                    if is_mark && one.tail.is_empty() {
                        self.group_dividers.add(format!("{divider} "));
                    }
                }
                Author::Shown if is_mark => {
                    if is_same && one.author == Author::Shown {
                        self.collapses.add(Collapse::Never);
                    }
                    self.dividers.add(format!("{divider} "));
                }
                _ => {}
            }
        }
    }

    fn learnt(self, locator: Locator) -> Habit {
        let year_delimiter = self
            .year_delimiters
            .most()
            .unwrap_or_else(|| " ".to_owned());
        let collapse = collapse(self.collapses);
        let word = self.words.most().unwrap_or_else(|| "and".to_owned());
        Habit {
            connector: self.connectors.most().unwrap_or_else(|| word.clone()),
            word,
            name_delimiter: self
                .name_delimiters
                .most()
                .unwrap_or_else(|| ", ".to_owned()),
            has_last_comma: self.last_commas.most().unwrap_or(false),
            has_capitals: self.capitals.most().unwrap_or(false),
            et_al: self.et_als.most().unwrap_or_else(|| "et al.".to_owned()),
            has_et_al_comma: self.et_al_commas.most().unwrap_or(false),
            n_shown: self.shown.most().unwrap_or(1),
            shortened_from: shortened_from(&self.lengths),
            undated_delimiter: self
                .undated_delimiters
                .most()
                .unwrap_or_else(|| year_delimiter.clone()),
            year_delimiter,
            no_date: self.no_dates.most().unwrap_or_else(|| "n.d.".to_owned()),
            status: self
                .statuses
                .most()
                .unwrap_or_else(|| "forthcoming".to_owned()),
            original: self.originals.most().unwrap_or(Original::Hidden),
            cite_delimiter: self.dividers.most().unwrap_or_else(|| "; ".to_owned()),
            group_delimiter: self
                .group_dividers
                .most()
                .unwrap_or_else(|| ", ".to_owned()),
            collapse,
            brackets: self.brackets.most().unwrap_or(['(', ')']),
            locator,
        }
    }
}

/// Names that are repeated can be typed, but years that stand alone cannot be had otherwise: one that is seen decides.
fn collapse(votes: Votes<Collapse>) -> Collapse {
    let has_years = votes.count(&Collapse::Year) > 0;
    let has_repeated = votes.count(&Collapse::Never) > 0;
    match votes.most() {
        Some(Collapse::Never) if has_years => Collapse::Year,
        Some(collapse) => collapse,
        None if has_repeated => Collapse::Never,
        None => Collapse::Year,
    }
}

/// Where the year of the first edition stands in a cite.
fn original(text: &str, cite: &Cite) -> Original {
    let year = cite.year.span;
    let typed = year.slice(text);
    let before = text[..year.start].trim_end();
    let behind = text[year.end..].trim_start();
    match () {
        () if typed.contains('/') => Original::Slash,
        () if typed.starts_with('[') || before.ends_with(']') => Original::BracketBefore,
        () if typed.starts_with('(') => Original::RoundBefore,
        () if typed.contains('[') || behind.starts_with('[') => Original::BracketBehind,
        () => Original::Hidden,
    }
}

/// The numbers of authors from which on most cites are shortened: first cites of a work, and later ones.
fn shortened_from(lengths: &[Vec<(usize, bool)>; 2]) -> [usize; 2] {
    /// No citation names more.
    const MOST: usize = 99;
    let misfits = |at: usize, least: usize| {
        let wrong = |(n_authors, shortened): &&(usize, bool)| (*n_authors >= least) != *shortened;
        lengths[at].iter().filter(wrong).count()
    };
    let mut best = ([3, 3], usize::MAX);
    for first in [3, 2, 4, 5, 6, 7, 8, MOST] {
        for later in [first, 3, 2, 4, 5, 6] {
            let wrong = misfits(0, first) + misfits(1, later);
            if later <= first && wrong < best.1 {
                best = ([first, later], wrong);
            }
        }
    }
    best.0
}
