//! Labels of the data brought onto our words.

use std::collections::HashSet;

use super::{
    super::{
        labels::Label,
        token::{Token, tokenise},
        words,
    },
    corpus::{PrintedName, Sample, Value, Values},
    example::label_named,
};

/// A word of the data.
#[derive(Debug, Clone)]
struct Word {
    /// Its letters in lower case, without marks at its ends.
    lower: String,
    /// As printed.
    printed: String,
    label: Label,
    /// The segment of the data that it stands in.
    segment: usize,
}

/// The words of a reference with the labels of the data.
pub(crate) struct Words {
    words: Vec<Word>,
}

impl Words {
    /// Brings the labels of the data onto words; none where the data has no positions, or they do not fit.
    pub(crate) fn align(sample: &Sample) -> Option<Self> {
        let labels = character_labels(sample)?;
        let words = tokenise(&sample.text)
            .into_iter()
            .map(|token| word(&sample.text, token, &labels))
            .collect::<Vec<_>>();
        (!words.is_empty()).then_some(Self { words })
    }

    /// The labels of the words.
    pub(crate) fn labels(&self) -> impl Iterator<Item = Label> {
        self.words.iter().map(|word| word.label)
    }

    /// Divides `2007;10(3):214-20`, labelled volume as a whole, by the values of the fields.
    pub(crate) fn divide_numbers(&mut self, values: &Values) {
        let mut start = 0;
        while start < self.words.len() {
            let first = &self.words[start];
            let length = self.words[start..]
                .iter()
                .take_while(|word| word.segment == first.segment && word.label == first.label)
                .count();
            if matches!(first.label, Label::Volume | Label::Pages) {
                divide_run(&mut self.words[start..start + length], values);
            }
            start += length;
        }
    }

    /// Gives marker words a label of their own.
    pub(crate) fn mark_markers(&mut self, whole_tokens: bool) {
        let before: Vec<Word> = self.words.clone();
        for idx in 0..before.len() {
            let is_marker = if before[idx].label == Label::Other {
                is_unlabelled_marker(&before, idx)
            } else {
                whole_tokens && is_labelled_marker(&before, idx, &self.words)
            };
            if is_marker {
                self.words[idx].label = Label::Marker;
            }
        }
    }

    /// Gives `and` and `et al.` behind names the label of the names.
    pub(crate) fn join_conjunctions(&mut self) {
        let mut names = Label::Other;
        for word in &mut self.words {
            let joins = matches!(
                word.lower.as_str(),
                "and" | "und" | "et" | "al" | "y" | "e" | "u" | "a" | "&"
            );
            let joins = joins || word.printed == "&";
            match word.label {
                Label::Other if joins && is_names(names) => word.label = names,
                Label::Other | Label::Marker => {}
                label => names = label,
            }
        }
    }

    /// Gives organisations their label; says whether all other authors are known to be people.
    pub(crate) fn mark_organisations(&mut self, sample: &Sample) -> bool {
        if sample.author_from.as_deref() != Some("gold") {
            return self.has_initials();
        }
        let literals = organisation_words(&sample.fields.author);
        if literals.is_empty() {
            return true;
        }
        for word in &mut self.words {
            let is_short = word.printed.len() < 2;
            if word.label == Label::Author && !is_short && literals.contains(&word.lower) {
                word.label = Label::Organisation;
            }
        }
        for idx in 1..self.words.len().saturating_sub(1) {
            let is_between = [idx - 1, idx + 1]
                .iter()
                .all(|beside| self.words[*beside].label == Label::Organisation);
            if self.words[idx].label == Label::Author && is_between {
                self.words[idx].label = Label::Organisation;
            }
        }
        true
    }

    /// Whether an author has initials.
    fn has_initials(&self) -> bool {
        self.words.iter().any(|word| {
            word.label == Label::Author
                && word.printed.chars().count() <= 2
                && word.printed.chars().all(char::is_uppercase)
        })
    }
}

/// The words of the organisations among authors.
fn organisation_words(authors: &[PrintedName]) -> HashSet<String> {
    authors
        .iter()
        .filter_map(|name| name.literal.as_deref())
        .flat_map(words_of)
        .collect()
}

/// The words of a value in lower case.
fn words_of(text: &str) -> Vec<String> {
    tokenise(text)
        .into_iter()
        .map(|token| token.text(text).to_lowercase())
        .collect()
}

/// The words of the values of a field in lower case.
fn field_words(value: Option<&Value>) -> Vec<String> {
    value
        .into_iter()
        .flat_map(Value::all)
        .flat_map(|value| words_of(value))
        .collect()
}

/// The label and segment of each byte that begins a visible character.
fn character_labels(sample: &Sample) -> Option<Vec<(Label, usize)>> {
    let mut labels = vec![(Label::Other, 0); sample.text.len()];
    let visible = |text: &str| text.chars().filter(|c| !c.is_whitespace()).count();
    let mut places = sample
        .text
        .char_indices()
        .filter(|(_, character)| !character.is_whitespace())
        .map(|(place, _)| place);
    for (idx, (name, text)) in sample.segments.iter().enumerate() {
        for _ in 0..visible(text) {
            labels[places.next()?] = (label_named(name), idx);
        }
    }
    (!sample.segments.is_empty() && places.next().is_none()).then_some(labels)
}

/// A word with the label that most of its letters have.
fn word(text: &str, token: Token, labels: &[(Label, usize)]) -> Word {
    let printed = token.text(text);
    let letters = || {
        printed
            .char_indices()
            .filter(|(_, character)| character.is_alphanumeric())
            .map(|(place, _)| labels[token.span.start + place])
    };
    let count = |wanted: Label| letters().filter(|(label, _)| *label == wanted).count();
    let most = Label::ALL
        .iter()
        .map(|label| count(*label))
        .max()
        .unwrap_or(0);
    let label = Label::ALL
        .iter()
        .copied()
        .find(|label| most > 0 && count(*label) == most)
        .unwrap_or(labels[token.span.start].0);
    let segment = letters()
        .find(|(other, _)| *other == label)
        .map_or(labels[token.span.start].1, |(_, segment)| segment);
    Word {
        lower: printed
            .trim_matches(|c: char| !c.is_alphanumeric())
            .to_lowercase(),
        printed: printed.to_owned(),
        label,
        segment,
    }
}

/// Divides words labelled volume or pages as a whole by the values of the fields.
fn divide_run(run: &mut [Word], values: &Values) {
    let volumes = field_words(values.volume.as_ref());
    let issues = field_words(values.issue.as_ref());
    let pages = field_words(values.pages.as_ref());
    let dates = field_words(values.date.as_ref());
    let length = run.len();
    let (mut volume, mut issue, mut page) = (0, 0, 0);
    for idx in 0..length {
        let in_volume = run[idx].label == Label::Volume;
        let next_is_issue = run
            .get(idx + 1)
            .is_some_and(|next| issues.first() == Some(&next.lower));
        let word = &mut run[idx];
        let is = |values: &[String], place: usize| values.get(place) == Some(&word.lower);
        let only_pages = is(&pages, 0) && length <= 3;
        if is(&volumes, volume) && (in_volume || volumes.len() <= 2 && !only_pages) {
            word.label = Label::Volume;
            volume += 1;
        } else if is(&issues, issue) {
            word.label = Label::Issue;
            issue += 1;
        } else if in_volume && is(&pages, page) {
            word.label = Label::Pages;
            page += 1;
        } else if in_volume && words::is_issue_word(&word.lower) && next_is_issue {
            word.label = Label::Issue;
        } else if in_volume && is(&dates, 0) && word.lower.len() == 4 {
            word.label = Label::Date;
        }
    }
}

/// Whether a label is for people.
fn is_names(label: Label) -> bool {
    matches!(label, Label::Author | Label::Editor)
}

/// Whether an unlabelled word is a marker, by itself and the labels around it.
fn is_unlabelled_marker(words: &[Word], idx: usize) -> bool {
    let lower = words[idx].lower.as_str();
    let labelled = |word: &&Word| word.label != Label::Other;
    let next = words[idx + 1..]
        .iter()
        .find(labelled)
        .map(|word| word.label);
    let is_in = matches!(lower, "in" | "dans" | "em" | "nel" | "nella" | "en" | "в");
    let hosts = [Label::Container, Label::Series, Label::Editor, Label::Title];
    let not_last = words.get(idx + 1).is_some_and(|next| labelled(&next)) || idx + 2 < words.len();
    is_in && next.is_some_and(|next| hosts.contains(&next)) && not_last
        || words::is_role(lower)
        || words::is_page_word(lower)
        || words::is_volume_word(lower)
        || matches!(lower, "doi" | "http" | "https") && next == Some(Label::Doi)
}

/// Whether a word of a labelled segment is a marker: at its start for most, anywhere for roles.
fn is_labelled_marker(words: &[Word], idx: usize, marked: &[Word]) -> bool {
    let word = &words[idx];
    let lower = word.lower.as_str();
    let same_segment = |other: usize| words.get(other).is_some_and(|w| w.segment == word.segment);
    let is_last = !same_segment(idx + 1);
    let is_first = idx == 0 || !same_segment(idx - 1);
    let is_leading = !is_last && (is_first || marked[idx - 1].label == Label::Marker);
    let is_in = matches!(lower, "in" | "dans" | "em");
    match word.label {
        Label::Author | Label::Editor | Label::Translator => {
            is_leading && is_in || !is_in && words::is_role(lower)
        }
        Label::Container | Label::Series => is_leading && (is_in || lower == "en"),
        Label::Pages => is_leading && words::is_page_word(lower),
        Label::Volume | Label::Issue => {
            (words::is_volume_word(lower) || words::is_issue_word(lower)) && !is_last
                || word.label == Label::Volume && words::is_issue_word(lower)
        }
        Label::Doi => is_leading && matches!(lower, "doi" | "http" | "https"),
        _ => false,
    }
}
