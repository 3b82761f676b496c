//! Labels as letters, in which tests say what a rule mends.

use super::Words;
use crate::reference::label::{Label, Labelled, lower::LowerWords, token::tokenise};

/// The label that a letter stands for.
fn named(letter: char) -> Label {
    match letter {
        'a' => Label::Author,
        'o' => Label::Organisation,
        'e' => Label::Editor,
        'r' => Label::Translator,
        't' => Label::Title,
        'c' => Label::Container,
        'y' => Label::Series,
        'p' => Label::Publisher,
        'l' => Label::Location,
        'd' => Label::Date,
        'v' => Label::Volume,
        'i' => Label::Issue,
        's' => Label::Pages,
        'x' => Label::Edition,
        'g' => Label::Genre,
        'f' => Label::Identifier,
        'u' => Label::Url,
        'k' => Label::Note,
        'n' => Label::Number,
        'z' => Label::Extent,
        'm' => Label::Marker,
        _ => Label::Other,
    }
}

/// Checks what a rule makes of the labels of a reference, a letter a word.
#[track_caller]
pub(super) fn check(rule: fn(&mut Words), text: &str, before: &str, after: &str) {
    let tokens = tokenise(text);
    let labelled = Labelled {
        lower: LowerWords::of(text, &tokens),
        tokens,
        labels: before.chars().map(named).collect(),
        probability: 1.0,
    };
    let mut words = Words::new(text, labelled);
    assert_eq!(words.labels.len(), words.len(), "a letter a word: {text}");
    rule(&mut words);
    let expected: Vec<Label> = after.chars().map(named).collect();
    assert_eq!(words.labels, expected, "{text}");
}
