//! The words of a typed reference and of what a style writes in its place.

use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

use super::connectives::is_connective;
use crate::{
    reference::{Label, month},
    span::Span,
    work::{Contributors, Name, Work, edition_number},
};

/// What a reference would lose, gain or have written otherwise.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Changes {
    /// Typed words that the style does not write, with what they belong to.
    pub(super) lost: Vec<(String, Label)>,
    /// Words that the style writes and that are not typed.
    pub(super) gained: Vec<String>,
    /// Words that lose their capitals, or get others than the first.
    pub(super) recased: Vec<String>,
}

/// A word as it stands, and as it is compared.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Word {
    written: String,
    folded: String,
    label: Label,
    /// Whether it is the first of its value.
    is_first: bool,
}

/// Compares a typed reference, with its labels, with what a style writes of the work.
pub(super) fn compare(
    typed: &str,
    segments: &[(Label, Span)],
    written: &str,
    work: &Work,
) -> Changes {
    let mut changes = Changes::default();
    let mut old = Vec::new();
    let is_link = |label: Label| matches!(label, Label::Doi | Label::Url);
    for (label, span) in segments {
        let text = span.slice(typed);
        if *label == Label::Number {
            continue;
        }
        if is_link(*label) && !is_written(text, written, work) {
            changes.lost.push((text.to_owned(), *label));
        } else if !is_link(*label) {
            old.extend(words(text, *label));
        }
    }
    let has_link = segments.iter().any(|(label, _)| is_link(*label));
    let written = if has_link {
        without_links(written, work)
    } else {
        written.to_owned()
    };
    let new = words(&written, Label::Other);
    // What introduces a value stands in for no word of one.
    old.sort_by_key(is_introduction);
    let (mut lost, mut gained) = difference(old, new, &mut changes.recased);
    initials(&mut lost, &mut gained);
    numbers(&mut lost, &mut gained, work);
    edition(&mut lost, &mut gained, work);
    status(&mut lost, &mut gained, work);
    lost.retain(|word| !is_introduction(word));
    gained.retain(|word| !is_connective(&word.folded));
    changes
        .lost
        .extend(lost.into_iter().map(|word| (word.written, word.label)));
    changes
        .gained
        .extend(gained.into_iter().map(|word| word.written));
    changes
}

/// Takes the names out that are new because a dash stands for them.
pub(super) fn without_names(changes: &mut Changes, people: &Contributors) {
    let names = people.names.iter().flat_map(|name| match name {
        Name::Person(person) => {
            let given = person.given.as_deref().unwrap_or_default();
            words(&format!("{} {given}", name.cited()), Label::Author)
        }
        Name::Organisation { literal } => words(literal, Label::Author),
    });
    let names: Vec<String> = names.map(|word| word.folded).collect();
    let is_initial = |word: &str| names.iter().any(|name| name.starts_with(word));
    changes.gained.retain(|word| {
        let word = folded(word);
        let is_letter = word.chars().count() == 1 && is_initial(&word);
        !names.contains(&word) && !is_letter
    });
}

fn words(text: &str, label: Label) -> Vec<Word> {
    let words = text
        .unicode_words()
        .flat_map(|word| word.split(['.', '\'', '’', '_', ':']));
    words
        .filter(|word| !word.is_empty())
        .enumerate()
        .map(|(idx, word)| Word {
            written: word.to_owned(),
            folded: folded(word),
            label,
            is_first: idx == 0,
        })
        .collect()
}

/// A word as it is compared: in lower case, numbers without zeros before them.
fn folded(word: &str) -> String {
    let letters = word.nfc().filter(|letter| *letter != '\u{ad}');
    let lower: String = letters.flat_map(char::to_lowercase).collect();
    let bare = lower.trim_start_matches('0');
    if !bare.is_empty() && bare.bytes().all(|byte| byte.is_ascii_digit()) {
        bare.to_owned()
    } else {
        lower
    }
}

/// Whether what a typed link says stands in the new text.
fn is_written(link: &str, written: &str, work: &Work) -> bool {
    let (link, written) = (link.to_lowercase(), written.to_lowercase());
    let has = |part: Option<&str>| {
        part.is_some_and(|part| {
            let part = part.to_lowercase();
            link.contains(&part) && written.contains(&part)
        })
    };
    has(work.doi.as_deref()) || has(work.url.as_deref().map(bare_address))
}

/// An address without what browsers add.
fn bare_address(address: &str) -> &str {
    let address = address
        .trim_start_matches("https://")
        .trim_start_matches("http://");
    address.trim_end_matches('/')
}

/// The new text without the DOI and the address of the work.
fn without_links(written: &str, work: &Work) -> String {
    let mut rest = written.to_owned();
    for link in [work.doi.as_deref(), work.url.as_deref().map(bare_address)] {
        let Some(link) = link.filter(|link| !link.is_empty()) else {
            continue;
        };
        let found = rest.to_ascii_lowercase().find(&link.to_ascii_lowercase());
        let Some(at) = found else { continue };
        let before = rest[..at]
            .trim_end_matches("doi.org/")
            .trim_end_matches("www.")
            .trim_end_matches("dx.");
        let before = before
            .trim_end_matches("https://")
            .trim_end_matches("http://");
        rest = [before, " ", &rest[at + link.len()..]].concat();
    }
    rest
}

/// The words that only one text has; those that both have in other letters go into `recased`.
fn difference(old: Vec<Word>, new: Vec<Word>, recased: &mut Vec<String>) -> (Vec<Word>, Vec<Word>) {
    let mut lost = old;
    let mut gained = Vec::new();
    let mut unequal = Vec::new();
    for word in new {
        let same = lost.iter().enumerate();
        let same = same.filter(|(_, other)| other.written == word.written);
        // Of `Cambridge: Cambridge University Press` it is the place that goes.
        match same.min_by_key(|(_, other)| other.label == Label::Location) {
            Some((at, _)) => drop(lost.remove(at)),
            None => unequal.push(word),
        }
    }
    for word in unequal {
        // `e` is a word of its own, `E` an initial.
        let is_letter =
            word.folded.chars().count() == 1 && word.folded.starts_with(char::is_alphabetic);
        let same = lost.iter().position(|other| other.folded == word.folded);
        let Some(at) = same.filter(|_| !is_letter) else {
            gained.push(word);
            continue;
        };
        let other = lost.remove(at);
        if !is_raised(&other.written, &word.written) && !is_introduction(&other) {
            recased.push(other.written);
        }
    }
    (lost, gained)
}

/// Whether a word only gets a capital.
fn is_raised(typed: &str, written: &str) -> bool {
    let mut typed = typed.chars();
    let mut written = written.chars();
    let is_first = typed
        .next()
        .zip(written.next())
        .is_some_and(|(one, other)| {
            one.to_uppercase().eq(other.to_uppercase()) && other.is_uppercase()
        });
    is_first && typed.as_str().nfc().eq(written.as_str().nfc())
}

/// Whether a word only introduces a value, or joins two.
fn is_introduction(word: &Word) -> bool {
    let is_of_value = matches!(
        word.label,
        Label::Title | Label::Container | Label::Series | Label::Publisher | Label::Location
    );
    (!is_of_value || word.is_first) && is_connective(&word.folded)
}

fn is_of_person(label: Label) -> bool {
    matches!(
        label,
        Label::Author | Label::Editor | Label::Translator | Label::Organisation
    )
}

/// Takes given names out that became initials, and initials that are written in one: `Mary Jane`, `M. J.`, `MJ`.
fn initials(lost: &mut Vec<Word>, gained: &mut Vec<Word>) {
    let is_run = |word: &Word| {
        let letters = word.written.chars();
        letters.clone().count() <= 4 && letters.clone().all(char::is_uppercase)
    };
    let of = |word: &Word| -> Vec<char> {
        let most = if is_run(word) { usize::MAX } else { 1 };
        word.folded.chars().take(most).collect()
    };
    let is_given = |word: &Word| is_of_person(word.label) && !is_connective(&word.folded);
    let mut pool: Vec<char> = lost
        .iter()
        .filter(|word| is_given(word))
        .flat_map(of)
        .collect();
    gained.retain(|word| {
        let mut left = pool.clone();
        let is_there = word.folded.chars().all(|letter| {
            let at = left.iter().position(|other| *other == letter);
            at.map(|at| left.swap_remove(at)).is_some()
        });
        let are_initials = is_run(word) && is_there;
        if are_initials {
            pool = left;
        }
        !are_initials
    });
    // What is left over belongs to names that have no initial.
    lost.retain(|word| {
        let mut left = pool.clone();
        let is_left = of(word).iter().all(|letter| {
            let at = left.iter().position(|other| other == letter);
            at.map(|at| left.swap_remove(at)).is_some()
        });
        if is_given(word) && is_left {
            pool = left;
        }
        !is_given(word) || is_left
    });
}

/// Takes out months that are written in another way, and the last pages of ranges that are written in full or in short.
fn numbers(lost: &mut Vec<Word>, gained: &mut Vec<Word>, work: &Work) {
    let months = [work.issued.date, work.issued.end, work.accessed];
    let months: Vec<u8> = months
        .iter()
        .flatten()
        .filter_map(|date| date.month)
        .collect();
    gained.retain(|new| {
        let number = month(&new.folded).or_else(|| new.folded.parse().ok());
        let is_month = |old: &Word| {
            let old = month(&old.folded).or_else(|| old.folded.parse().ok());
            old.is_some() && old == number && old.is_some_and(|old| months.contains(&old))
        };
        let is_page = |old: &Word| {
            let (old_page, new_page) = (&old.folded, &new.folded);
            let are_numbers = [old_page, new_page]
                .iter()
                .all(|page| page.bytes().all(|byte| byte.is_ascii_digit()));
            old.label == Label::Pages
                && are_numbers
                && (old_page.ends_with(new_page.as_str()) || new_page.ends_with(old_page.as_str()))
        };
        let found = lost.iter().position(|old| is_month(old) || is_page(old));
        if let Some(at) = found {
            lost.remove(at);
        }
        found.is_none()
    });
}

/// Takes out the number of the edition, which styles write in words or digits.
fn edition(lost: &mut Vec<Word>, gained: &mut Vec<Word>, work: &Work) {
    const ORDINALS: [&str; 9] = [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
    ];
    let Some(number) = work.edition.as_deref().and_then(edition_number) else {
        return;
    };
    let word = number
        .parse::<usize>()
        .ok()
        .and_then(|number| ORDINALS.get(number.checked_sub(1)?));
    let is_it = |folded: &str| {
        let digits = folded.trim_end_matches(char::is_alphabetic);
        digits == number || word.is_some_and(|word| *word == folded)
    };
    let at = lost
        .iter()
        .position(|old| old.label == Label::Edition && is_it(&old.folded));
    let new = gained.iter().position(|new| is_it(&new.folded));
    if let (Some(at), Some(new)) = (at, new) {
        lost.remove(at);
        gained.remove(new);
    }
}

/// Takes out the words that stand instead of a year; that they mean the same is for the work to show that is read from the new text.
fn status(lost: &mut Vec<Word>, gained: &mut Vec<Word>, work: &Work) {
    let Some(status) = work.issued.status else {
        return;
    };
    let is_word = |word: &Word| word.folded.chars().all(char::is_alphabetic);
    lost.retain(|word| word.label != Label::Date || !is_word(word));
    let own: Vec<String> = words(status.words(), Label::Date)
        .into_iter()
        .map(|word| word.folded)
        .collect();
    gained
        .retain(|word| !own.contains(&word.folded) && !["n", "d"].contains(&word.folded.as_str()));
}
