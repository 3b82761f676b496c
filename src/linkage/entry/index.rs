//! Which entries are worth comparing with a work.
//!
//! The keys are those that were measured to lose next to nothing (99.95 % of the right entries among a million are found): the DOI,
//! the folded title, its rarest words, and the first author with the year, give or take one.

use std::{borrow::Cow, convert::Infallible, ops::Range};

use super::{
    author,
    compare::{self, Comparable},
    postings::Postings,
};
use crate::work::{Work, hash};

/// How many of the rarest words of a title are looked up.
const RARE_WORDS: usize = 5;

/// Once the rarest words have this many entries together, no further word but the second is looked up: it would say little.
const COMMON: usize = 20_000;

/// The share of the weight of the words looked up that an entry must have, so that its title can be called near.
const SHARE: f32 = 0.4;

/// Sums that fall short of the least by less than this reach it: they are rounded, and in different orders.
const ROUNDING: f32 = 1e-4;

/// From how many words looked up on an entry of the author must share one of them; of fewer, all may be misspelt.
const MANY_WORDS: usize = 3;

/// Reading as many entries of a list takes as long as searching for one.
const SEARCH: usize = 64;

/// How many entries authors and words give at most.
const LIKELY: usize = 16;

/// How many entries any other key gives at most; a key that gives more says too little.
const BY_KEY: usize = 64;

/// What entries are looked up by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Key {
    /// The DOI.
    Doi,
    /// The title, and its main part.
    Title,
    /// A word of the title.
    Word,
    /// The first author with the year.
    Author,
}

impl Key {
    /// All of them, in the order of their numbers.
    pub const ALL: [Self; 4] = [Self::Doi, Self::Title, Self::Word, Self::Author];
}

/// Lists of entries by the hash of a key, in memory or elsewhere.
pub trait Lists {
    /// Why a list cannot be read.
    type Error;

    /// How many entries there are.
    fn n_entries(&self) -> usize;

    /// Where the list of a key is; empty where no entry has it.
    fn find(&self, key: Key, hash: u64) -> Result<Range<usize>, Self::Error>;

    /// The numbers of the entries of a list or of a part of it, in ascending order.
    fn read(&self, key: Key, list: Range<usize>) -> Result<Cow<'_, [u32]>, Self::Error>;

    /// Whether an entry is in a list.
    fn has(&self, key: Key, list: Range<usize>, entry: u32) -> Result<bool, Self::Error>;
}

/// The keys of an entry of which `outline` gives title, first author or editor, date and DOI.
pub fn keys(outline: &Work) -> Vec<(Key, u64)> {
    let (title, main) = compare::title(outline);
    let doi = outline.doi.as_deref();
    let mut keys = Vec::with_capacity(16);
    keys.extend(doi.map(|doi| (Key::Doi, text_hash(doi))));
    keys.extend(title_hashes(&title, main).map(|hash| (Key::Title, hash)));
    keys.extend(title_words(&title).map(|word| (Key::Word, text_hash(word))));
    let first = outline.creators().names.first();
    if let (Some(first), Some(date)) = (first, outline.issued.date) {
        let family = author::family(first);
        keys.push((Key::Author, author_hash(&family, date.year)));
    }
    keys
}

/// Finds the entries that may be a work, in memory.
#[derive(Debug, Clone, Default)]
pub struct Index {
    n_entries: usize,
    lists: [Postings; Key::ALL.len()],
}

impl Index {
    /// Makes the index of `n_entries` entries; `outline` gives title, authors, editors, date and DOI of each by its number.
    pub fn build(n_entries: usize, outline: impl Fn(usize) -> Work) -> Self {
        let mut pairs: [Vec<(u64, u32)>; Key::ALL.len()] = Default::default();
        for idx in 0..n_entries {
            for (key, hash) in keys(&outline(idx)) {
                pairs[key as usize].push((hash, idx as u32));
            }
        }
        Self {
            n_entries,
            lists: pairs.map(Postings::new),
        }
    }
}

impl Lists for Index {
    type Error = Infallible;

    fn n_entries(&self) -> usize {
        self.n_entries
    }

    fn find(&self, key: Key, hash: u64) -> Result<Range<usize>, Infallible> {
        Ok(self.lists[key as usize].find(hash))
    }

    fn read(&self, key: Key, list: Range<usize>) -> Result<Cow<'_, [u32]>, Infallible> {
        Ok(Cow::Borrowed(self.lists[key as usize].read(list)))
    }

    fn has(&self, key: Key, list: Range<usize>, entry: u32) -> Result<bool, Infallible> {
        let entries = self.lists[key as usize].read(list);
        Ok(entries.binary_search(&entry).is_ok())
    }
}

/// Where candidates are looked for; what comes first is the surest and costs the least.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stage {
    /// By DOI and title.
    Identity,
    /// By the rarest words of the title, and by first author and year.
    Likeness,
}

impl Stage {
    /// All of them, in their order.
    pub(super) const ALL: [Self; 2] = [Self::Identity, Self::Likeness];

    /// The entries that this stage finds for a work.
    pub(super) fn candidates<L: Lists>(
        self,
        lists: &L,
        work: &Comparable,
    ) -> Result<Vec<u32>, L::Error> {
        match self {
            Self::Identity => by_identity(lists, work),
            Self::Likeness => by_likeness(lists, work),
        }
    }
}

/// The entries with the DOI or the title of a work.
fn by_identity<L: Lists>(lists: &L, work: &Comparable) -> Result<Vec<u32>, L::Error> {
    let doi = work.doi.as_deref().map(|doi| (Key::Doi, text_hash(doi)));
    let titles = title_hashes(&work.title, work.main).map(|hash| (Key::Title, hash));
    let mut found = Vec::new();
    for (key, hash) in doi.into_iter().chain(titles) {
        let list = lists.find(key, hash)?;
        let few = list.start..list.end.min(list.start + BY_KEY);
        found.extend_from_slice(&lists.read(key, few)?);
    }
    Ok(found)
}

/// The entries that share rare words of a title, or its first author and year and one such word, likeliest first.
///
/// Words that are too common to make up the least sum among themselves are only asked about the entries that the others give
/// (Turtle and Flood, 1995), so that the longest lists need not be read.
fn by_likeness<L: Lists>(lists: &L, work: &Comparable) -> Result<Vec<u32>, L::Error> {
    if work.title.is_empty() {
        return Ok(Vec::new());
    }
    let mut words = words(lists, work)?;
    let least = words.least();
    let author = Weighed {
        entries: by_author(lists, work)?.into(),
        weight: least - words.with_author(least),
    };
    let common = words.split_common(least);
    let mut weighed = vec![author];
    for (list, weight) in words.rarest {
        let entries = lists.read(Key::Word, list)?;
        weighed.push(Weighed { entries, weight });
    }
    let mut reachable: f32 = common.iter().map(|(_, weight)| weight).sum();
    let enough = least - ROUNDING;
    let mut sums = sums(&weighed, enough - reachable);
    for (list, weight) in common {
        reachable -= weight;
        add(lists, list, weight, &mut sums)?;
        sums.retain(|(sum, _)| sum + reachable >= enough);
    }
    sums.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    sums.truncate(LIKELY);
    Ok(sums.into_iter().map(|(_, entry)| entry).collect())
}

/// Entries in ascending order, and what being among them weighs.
struct Weighed<'a> {
    entries: Cow<'a, [u32]>,
    weight: f32,
}

/// The words of a title, as the entries have them.
struct Words {
    /// Where the lists of the rarest are, and what each word weighs.
    rarest: Vec<(Range<usize>, f32)>,
    /// How many no entry has, as far as these count.
    n_unknown: usize,
}

impl Words {
    /// What all of them weigh.
    fn sum(&self) -> f32 {
        self.rarest.iter().map(|(_, weight)| weight).sum()
    }

    /// The sum of weights that an entry must reach.
    fn least(&self) -> f32 {
        // A word that no entry has speaks against all of them as much as one of the others does for some.
        let mean = self.sum() / self.rarest.len().max(1) as f32;
        SHARE * (self.sum() + mean * self.n_unknown as f32)
    }

    /// The part of that sum which words must give to an entry of the author: the weight of the commonest.
    fn with_author(&self, least: f32) -> f32 {
        if self.rarest.len() < MANY_WORDS {
            return 0.0;
        }
        let weights = self.rarest.iter().map(|(_, weight)| *weight);
        weights.fold(least, f32::min)
    }

    /// Takes off the commonest words that do not come to this sum together.
    fn split_common(&mut self, least: f32) -> Vec<(Range<usize>, f32)> {
        let mut sum = 0.0;
        let weights = self.rarest.iter().rev().map(|(_, weight)| weight);
        let common = weights.take_while(|weight| {
            sum += **weight;
            sum < least
        });
        let n_common = common.count();
        self.rarest.split_off(self.rarest.len() - n_common)
    }
}

/// Looks the words of a title up.
fn words<L: Lists>(lists: &L, work: &Comparable) -> Result<Words, L::Error> {
    let mut found = Vec::new();
    for word in title_words(&work.title) {
        found.push(lists.find(Key::Word, text_hash(word))?);
    }
    let n_words = found.len();
    found.retain(|list| !list.is_empty());
    let n_unknown = (n_words - found.len()).min(RARE_WORDS);
    found.sort_unstable_by_key(|list| (list.len(), list.start));
    found.dedup();
    let mut rarest = Vec::new();
    let mut n_entries = 0;
    for list in found.into_iter().take(RARE_WORDS) {
        n_entries += list.len();
        if rarest.len() >= 2 && n_entries > COMMON {
            break;
        }
        // The rarer a word, the more it says (inverse document frequency).
        let weight = (1.0 + lists.n_entries() as f32 / list.len() as f32).ln();
        rarest.push((list, weight));
    }
    Ok(Words { rarest, n_unknown })
}

/// The entries of the first author of a work in its year or the years beside it, in ascending order.
fn by_author<L: Lists>(lists: &L, work: &Comparable) -> Result<Vec<u32>, L::Error> {
    let mut found = Vec::new();
    let (Some(author), Some(year)) = (work.authors.first(), work.year) else {
        return Ok(found);
    };
    for hash in [0, 1, -1].map(|off| author_hash(&author.family, year + off)) {
        let list = lists.find(Key::Author, hash)?;
        if list.len() <= BY_KEY {
            found.extend_from_slice(&lists.read(Key::Author, list)?);
        }
    }
    found.sort_unstable();
    Ok(found)
}

/// The entries whose weights come to at least this sum, with their sums.
///
/// The lists are walked side by side, from the least entry that is at the head of one to the next.
fn sums(lists: &[Weighed], least: f32) -> Vec<(f32, u32)> {
    let heads = lists.iter().map(|list| (&*list.entries, list.weight));
    let mut heads: Vec<(&[u32], f32)> = heads.collect();
    let mut sums = Vec::new();
    while let Some(next) = heads.iter().filter_map(|(list, _)| list.first()).min() {
        let next = *next;
        let mut sum = 0.0;
        for (list, weight) in &mut heads {
            if let [first, rest @ ..] = *list
                && *first == next
            {
                sum += *weight;
                *list = rest;
            }
        }
        if sum >= least {
            sums.push((sum, next));
        }
    }
    sums
}

/// Adds the weight of a word to the sums of the entries that have it.
fn add<L: Lists>(
    lists: &L,
    list: Range<usize>,
    weight: f32,
    sums: &mut [(f32, u32)],
) -> Result<(), L::Error> {
    if sums.len() * SEARCH < list.len() {
        for (sum, entry) in sums {
            if lists.has(Key::Word, list.clone(), *entry)? {
                *sum += weight;
            }
        }
        return Ok(());
    }
    let entries = lists.read(Key::Word, list)?;
    let mut rest = entries.iter().peekable();
    for (sum, entry) in sums {
        while rest.next_if(|other| *other < entry).is_some() {}
        if rest.next_if_eq(&&*entry).is_some() {
            *sum += weight;
        }
    }
    Ok(())
}

/// The hash of a text without its spaces, which scans and line ends put in and take out.
fn text_hash(text: &str) -> u64 {
    hash(text.bytes().filter(|byte| *byte != b' '))
}

/// The hashes of a folded title and of its main part, which has this length.
fn title_hashes(title: &str, main: usize) -> impl Iterator<Item = u64> {
    let main = title.get(..main).filter(|main| main.len() < title.len());
    [Some(title), main]
        .into_iter()
        .flatten()
        .filter(|title| !title.is_empty())
        .map(text_hash)
}

/// The words of a folded title that are longer than a letter.
fn title_words(title: &str) -> impl Iterator<Item = &str> {
    title.split(' ').filter(|word| word.len() > 1)
}

/// The hash of a folded family name and a year.
fn author_hash(family: &str, year: i32) -> u64 {
    hash(family.bytes().chain([0]).chain(year.to_le_bytes()))
}
