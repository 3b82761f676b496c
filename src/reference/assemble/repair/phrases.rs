//! Words that belong to no value: what leads to a reference in a footnote, what stands for an author, what names a translator.

use super::{super::Words, Label, next_run};

/// Frees values from the words around them.
pub(super) fn free_phrases(words: &mut Words) {
    free_lead_in(words);
    free_pronouns(words);
    free_cited_before(words);
    label_translators(words);
    return_to_title(words);
}

/// `Vgl. Berg`, `See also Berg`: what leads to a reference is no part of the first name.
fn free_lead_in(words: &mut Words) {
    const LEADS: &[&str] = &[
        "vgl", "siehe", "dazu", "hierzu", "quelle", "cf", "cfr", "voir", "véase", "vide", "see",
        "compare",
    ];
    const ALSO: &[&str] = &[
        "auch",
        "dazu",
        "hierzu",
        "also",
        "aussi",
        "notamment",
        "también",
        "também",
        "etwa",
        "nur",
        "e",
        "g",
    ];
    let start = (words.labels.iter()).take_while(|label| **label == Label::Number);
    let start = start.count();
    if !LEADS.contains(&words.lower(start)) || words.labels.get(start) == Some(&Label::Title) {
        return;
    }
    let also = (start + 1..words.len()).take_while(|idx| ALSO.contains(&words.lower(*idx)));
    let end = start + 1 + also.count();
    if end < words.len() {
        words.labels[start..end].fill(Label::Other);
    }
}

/// `in: dies. (Hrsg.), Title`: a pronoun is no name.
fn free_pronouns(words: &mut Words) {
    const PRONOUNS: &[&str] = &["ders", "dies", "dens", "idem", "ead"];
    for idx in 1..words.len() {
        let may_be = matches!(
            words.labels[idx],
            Label::Editor | Label::Container | Label::Author
        );
        let is_abbreviated = words.gap(idx + 1).starts_with(['.', ',', ':', ' ']);
        if may_be && is_abbreviated && PRONOUNS.contains(&words.lower(idx)) {
            words.labels[idx] = Label::Marker;
        }
    }
}

/// `Title, op. cit.`: that a work was named before is no part of its title.
fn free_cited_before(words: &mut Words) {
    const PHRASES: &[&[&str]] = &[
        &["op", "cit"],
        &["ob", "cit"],
        &["art", "cit"],
        &["loc", "cit"],
        &["ouv", "cité"],
        &["art", "cité"],
        &["a", "a", "o"],
    ];
    let mut start = 0;
    while let Some(run) = next_run(words, start, Label::Title) {
        start = run.end;
        let ends_run = |phrase: &&&[&str]| {
            phrase.len() < run.len()
                && (phrase.iter().rev().zip(run.clone().rev()))
                    .all(|(word, idx)| words.lower(idx) == *word)
        };
        if let Some(phrase) = PHRASES.iter().find(ends_run) {
            words.labels[run.end - phrase.len()..run.end].fill(Label::Other);
        }
    }
}

/// `Übersetzt von Ekkehard Schöller,`: names behind such words are those of translators, up to the next comma or bracket.
fn label_translators(words: &mut Words) {
    const LEADS: &[&str] = &[
        "übersetzt",
        "übers",
        "traduit",
        "translated",
        "transl",
        "trad",
        "tradução",
        "traducción",
        "traducido",
        "traduzido",
        "traduzione",
    ];
    const LINKS: &[&str] = &["von", "v", "by", "par", "de", "por", "di", "it", "cast"];
    const MOST_WORDS: usize = 6;
    for lead in 1..words.len() {
        let is_apart = words.gap(lead).contains(['.', ',', ';', '(', '[']);
        if !LEADS.contains(&words.lower(lead)) || !is_apart {
            continue;
        }
        let links = (lead + 1..words.len()).take_while(|idx| LINKS.contains(&words.lower(*idx)));
        let first = lead + 1 + links.count();
        let end = (first + 1..=words.len()).find(|idx| ends_names(words, *idx));
        let names = first..end.unwrap_or(first);
        let is_name = |idx: usize| words.printed(idx).starts_with(char::is_uppercase);
        let are_names = first > lead + 1
            && (2..=MOST_WORDS).contains(&names.len())
            && is_name(names.start)
            && is_name(names.end - 1);
        if are_names {
            words.labels[lead..first].fill(Label::Marker);
            words.labels[names].fill(Label::Translator);
        }
    }
}

/// Whether names end before a word: at punctuation other than the full stop of an initial.
fn ends_names(words: &Words, idx: usize) -> bool {
    let gap = words.gap(idx).trim_start();
    let after_initial = words.printed(idx - 1).chars().count() <= 2;
    gap.starts_with([',', ';', ')', ']', ':', '(']) || gap.starts_with('.') && !after_initial
}

/// `NIEHUES-PRÖBSTING, H. Der Kynismus`: where families are in capitals, a word in small letters behind the last initial begins the
/// title.
fn return_to_title(words: &mut Words) {
    const MOST: usize = 2;
    let Some(run) = next_run(words, 0, Label::Author) else {
        return;
    };
    let is_capital = |idx: usize| {
        let printed = words.printed(idx);
        printed.chars().count() > 1 && !printed.chars().any(char::is_lowercase)
    };
    let is_initial = |idx: usize| words.printed(idx).chars().count() == 1;
    let first = (run.start + 2..run.end)
        .rev()
        .take(MOST)
        .find(|idx| is_initial(idx - 1) && words.gap(*idx).starts_with(". "));
    let Some(first) = first.filter(|_| is_capital(run.start)) else {
        return;
    };
    let is_plain = |idx: usize| {
        let printed = words.printed(idx);
        printed.chars().count() > 1 && printed.chars().any(char::is_lowercase)
    };
    let is_listed = (first..=run.end).any(|idx| words.gap(idx).contains([',', ';', '&']));
    let joins = |idx: usize| {
        matches!(
            words.lower(idx),
            "and" | "und" | "et" | "y" | "e" | "de" | "da"
        )
    };
    let all_plain = (first..run.end).all(|idx| is_plain(idx) && !joins(idx));
    if all_plain && !is_listed && words.labels.get(run.end) == Some(&Label::Title) {
        words.labels[first..run.end].fill(Label::Title);
    }
}
