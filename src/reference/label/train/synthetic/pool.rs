//! The values that made-up references are put together from.

use crate::reference::label::train::corpus::{PrintedName, Sample, Value};

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
}

impl Pool {
    /// Takes the values of references whose labels can be relied on.
    pub(super) fn new(samples: &[Sample]) -> Self {
        // In linkedbooks the label of titles swallows the container.
        let is_good = |sample: &&Sample| !sample.is_noisy() && sample.set != "linkedbooks";
        let sources: Vec<Source> = samples.iter().filter(is_good).filter_map(source).collect();
        let names = sources
            .iter()
            .flat_map(|source| &source.authors)
            .filter(|name| is_plain(name))
            .cloned()
            .collect();
        let publishers = sources.iter().filter_map(publisher).collect();
        Self {
            sources,
            names,
            publishers,
        }
    }
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
