//! The values that made-up references are put together from.

use super::language::{LANGUAGES, Language};
use crate::reference::label::train::{
    corpus::{PrintedName, Sample, Value},
    random::Random,
};

/// The values of one reference of the training data.
#[derive(Debug, Clone, Default)]
pub(super) struct Source {
    pub(super) authors: Vec<PrintedName>,
    pub(super) editors: Vec<PrintedName>,
    pub(super) title: String,
    pub(super) container: Option<String>,
    pub(super) publisher: Option<String>,
    pub(super) location: Option<String>,
    pub(super) year: Option<String>,
    pub(super) volume: Option<String>,
    pub(super) issue: Option<String>,
    pub(super) pages: Option<String>,
    pub(super) doi: Option<String>,
}

/// All values, by kind.
pub(super) struct Pool {
    pub(super) sources: Vec<Source>,
    pub(super) names: Vec<PrintedName>,
    /// Publishers with their places.
    pub(super) publishers: Vec<(String, String)>,
    /// The sources and publishers of references in one language, by the language.
    native: Vec<Native>,
}

/// Which values are in one language, by index.
struct Native {
    language: &'static Language,
    sources: Vec<usize>,
    publishers: Vec<(String, String)>,
}

impl Pool {
    /// Takes the values of references whose labels can be relied on.
    pub(super) fn new(samples: &[&Sample]) -> Self {
        // In linkedbooks the label of titles swallows the container.
        let is_good = |sample: &&&Sample| !sample.is_noisy() && sample.set != "linkedbooks";
        let sources: Vec<Source> = samples
            .iter()
            .filter(is_good)
            .filter_map(|sample| source(sample))
            .collect();
        let names = sources
            .iter()
            .flat_map(|source| &source.authors)
            .filter(|name| is_plain(name))
            .cloned()
            .collect();
        let publishers = sources.iter().filter_map(publisher).collect();
        Self {
            native: native(&sources),
            sources,
            names,
            publishers,
        }
    }

    /// A source, as a rule one in the language.
    pub(super) fn source(&self, language: &Language, random: &mut Random) -> &Source {
        const IN_LANGUAGE: f64 = 0.7;
        let native = self.native(language).map(|native| &native.sources);
        match native.filter(|_| random.chance(IN_LANGUAGE)) {
            Some(native) if !native.is_empty() => &self.sources[*random.choose(native)],
            _ => random.choose(&self.sources),
        }
    }

    /// A publisher and its place, as a rule of references in the language.
    pub(super) fn publisher(&self, language: &Language, random: &mut Random) -> (String, String) {
        const IN_LANGUAGE: f64 = 0.7;
        let native = self.native(language).map(|native| &native.publishers);
        match native.filter(|_| random.chance(IN_LANGUAGE)) {
            Some(native) if !native.is_empty() => random.choose(native).clone(),
            _ => random.choose(&self.publishers).clone(),
        }
    }

    fn native(&self, language: &Language) -> Option<&Native> {
        let is_same = |native: &&Native| std::ptr::eq(native.language, language);
        self.native.iter().find(is_same)
    }
}

/// Sorts sources by the language of their titles.
fn native(sources: &[Source]) -> Vec<Native> {
    let mut all: Vec<Native> = Vec::new();
    for language in LANGUAGES {
        if all
            .iter()
            .any(|native| std::ptr::eq(native.language, *language))
        {
            continue;
        }
        let is_native = |idx: &usize| {
            language_of(&sources[*idx].title).is_some_and(|other| std::ptr::eq(other, *language))
        };
        let native: Vec<usize> = (0..sources.len()).filter(is_native).collect();
        let publishers = native
            .iter()
            .filter_map(|idx| publisher(&sources[*idx]))
            .collect();
        all.push(Native {
            language,
            sources: native,
            publishers,
        });
    }
    all
}

/// The language of a title, by its stop words; none where two have as many.
fn language_of(title: &str) -> Option<&'static Language> {
    let lower = title.to_lowercase();
    let count = |language: &Language| {
        let words = lower.split(|c: char| !c.is_alphanumeric());
        words
            .filter(|word| language.stop_words.contains(word))
            .count()
    };
    let most = LANGUAGES.iter().map(|language| count(language)).max()?;
    let mut best = LANGUAGES
        .iter()
        .copied()
        .filter(|language| count(language) == most);
    let first = best.next().filter(|_| most > 0)?;
    best.all(|other| std::ptr::eq(other, first))
        .then_some(first)
}

/// The values of a reference; none without a title of some length.
fn source(sample: &Sample) -> Option<Source> {
    const SHORTEST_TITLE: usize = 8;
    let fields = &sample.fields;
    let first = |value: &Option<Value>| {
        let text = value.as_ref().map_or("", Value::first);
        Some(text.to_owned()).filter(|text| !text.is_empty())
    };
    let title = first(&fields.title).filter(|title| title.len() >= SHORTEST_TITLE)?;
    Some(Source {
        authors: fields.author.clone(),
        editors: fields.editor.clone(),
        title,
        container: first(&fields.container),
        publisher: first(&fields.publisher),
        location: first(&fields.location),
        year: first(&fields.year),
        volume: first(&fields.volume),
        issue: first(&fields.issue),
        pages: first(&fields.pages),
        doi: first(&fields.doi),
    })
}

/// Whether a name has family and given name, in letters.
fn is_plain(name: &PrintedName) -> bool {
    let is_mark = |c: char| c.is_alphabetic() || matches!(c, ' ' | '-' | '\'' | '’');
    name.given.is_some()
        && name
            .family
            .as_ref()
            .is_some_and(|family| family.chars().all(is_mark) && !family.is_empty())
}

/// Publisher and place of a reference that has both, each of moderate length.
fn publisher(source: &Source) -> Option<(String, String)> {
    const LONGEST_PUBLISHER: usize = 60;
    const LONGEST_PLACE: usize = 40;
    let publisher = source.publisher.clone()?;
    let place = source.location.clone()?;
    (publisher.len() < LONGEST_PUBLISHER && place.len() < LONGEST_PLACE)
        .then_some((publisher, place))
}
