//! Words that belong to no value: what leads to a reference in a footnote, what stands for an author, what names a translator.

use super::{
    super::{Words, given_names::is_given_name, name_words as known},
    Label, marker, next_run,
};

/// Frees values from the words around them.
pub(super) fn free_phrases(words: &mut Words) {
    free_lead_in(words);
    free_pronouns(words);
    free_cited_before(words);
    label_parts(words);
    label_translators_from(words);
    name_nobody(words);
    go_on_with_names(words);
    return_given_name(words);
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

/// Whether a word in lower case stands for the authors named before.
pub(in super::super) fn is_pronoun(lower: &str) -> bool {
    let is_line = lower.len() > 1 && lower.bytes().all(|byte| byte == b'_');
    is_line || matches!(lower, "ders" | "dies" | "dens" | "idem" | "ead")
}

/// `in: dies. (Hrsg.), Title`, `Ebenda, S. 6`: a pronoun is no name.
fn free_pronouns(words: &mut Words) {
    if matches!(words.lower(0), "ebd" | "ebenda" | "ibid" | "ibidem") {
        words.labels[0] = Label::Other;
    }
    for idx in 1..words.len() {
        let may_be = matches!(
            words.labels[idx],
            Label::Editor | Label::Container | Label::Author
        );
        let is_abbreviated = words.gap(idx + 1).starts_with(['.', ',', ':', ' ']);
        // `in id., Les règles`.
        let is_id = words.lower(idx) == "id" && marker::is_in(words.lower(idx - 1));
        if is_id && is_abbreviated {
            words.labels[idx - 1..=idx].fill(Label::Marker);
        } else if may_be && is_pronoun(words.lower(idx)) && is_abbreviated {
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

/// `Übersetzt von Ekkehard Schöller,`, `Hrsg. von Jens Timmermann.`: names behind such words are those of translators or editors,
/// up to the next comma or bracket.
fn label_parts(words: &mut Words) {
    const LINKS: &[&str] = &["von", "v", "by", "par", "de", "por", "di", "it", "cast"];
    const MOST_WORDS: usize = 6;
    for lead in 1..words.len() {
        let is_apart = || words.gap(lead).contains(['.', ',', ';', '(', '[']);
        let Some(part) = part_of(words.lower(lead)).filter(|_| is_apart()) else {
            continue;
        };
        let links = (lead + 1..words.len()).take_while(|idx| LINKS.contains(&words.lower(*idx)));
        let first = lead + 1 + links.count();
        let end = (first + 1..=words.len()).find(|idx| ends_names(words, *idx));
        let names = first..end.unwrap_or(first);
        let is_name = |idx: usize| words.printed(idx).starts_with(char::is_uppercase);
        let are_names = first > lead + 1
            && (2..=MOST_WORDS).contains(&names.len())
            && is_name(names.start)
            && is_name(names.end - 1);
        let is_known =
            part == Label::Editor && words.labels[names.start.min(words.len() - 1)] == part;
        if are_names && !is_known {
            words.labels[lead..first].fill(Label::Marker);
            words.labels[names].fill(part);
        }
    }
}

/// `Aus dem Amerikanischen von Brigitte Granzow`, `Aus d. Frz. v. Anna Berg`: behind the language stands who translated from it.
fn label_translators_from(words: &mut Words) {
    for lead in 1..words.len() {
        let is_lead = words.lower(lead) == "aus" && matches!(words.lower(lead + 1), "dem" | "d");
        if !is_lead || !matches!(words.lower(lead + 3), "von" | "v") {
            continue;
        }
        let first = lead + 4;
        let end = (first + 1..=words.len()).find(|idx| ends_names(words, *idx));
        let is_name = |idx: usize| words.printed(idx).starts_with(char::is_uppercase);
        if let Some(end) = end.filter(|end| end - first >= 2 && is_name(first) && is_name(end - 1))
        {
            words.labels[lead..first].fill(Label::Marker);
            words.labels[first..end].fill(Label::Translator);
        }
    }
}

/// `o. V. (2012)`, `N. N.`: what says that nobody is named is no person.
fn name_nobody(words: &mut Words) {
    let start = (words.labels.iter())
        .take_while(|label| **label == Label::Number)
        .count();
    let names = words.labels[start..]
        .iter()
        .take_while(|label| **label == Label::Author)
        .count();
    let is_nobody = matches!(
        (words.printed(start), words.printed(start + 1)),
        ("o" | "O", "V" | "A" | "Verf") | ("N", "N")
    );
    if is_nobody && names == 2 && words.gap(start + 1).starts_with('.') {
        words.labels[start..start + 2].fill(Label::Organisation);
    }
}

/// How people took part whose names stand behind a word in lower case.
fn part_of(lower: &str) -> Option<Label> {
    match lower {
        "übersetzt" | "übers" | "traduit" | "translated" | "transl" | "trad" | "tradução"
        | "traducción" | "traducido" | "traduzido" | "traduzione" => Some(Label::Translator),
        "hrsg" | "herausgegeben" | "edited" | "publié" | "édité" | "editado" | "edición"
        | "edição" => Some(Label::Editor),
        _ => None,
    }
}

/// `hrsg. v. Otto Brunner u. Reinhart Koselleck, Stuttgart`: names go on behind a conjunction, up to the next mark.
fn go_on_with_names(words: &mut Words) {
    const MOST: usize = 4;
    for idx in 1..words.len() {
        let label = words.labels[idx - 1];
        let is_people = matches!(label, Label::Editor | Label::Translator);
        if !is_people || words.labels[idx] == label {
            continue;
        }
        let joint = words.lower(idx - 1);
        let is_joint = matches!(joint, "and" | "und" | "u" | "et" | "y" | "e" | "&");
        let end = (idx + 1..=words.len().min(idx + MOST)).find(|idx| ends_names(words, *idx));
        let Some(end) = end.filter(|_| is_joint) else {
            continue;
        };
        let is_name = |idx: usize| {
            let printed = words.printed(idx);
            printed.starts_with(char::is_uppercase)
                || matches!(printed, "von" | "de" | "van" | "der")
        };
        let is_other = matches!(
            words.labels[idx],
            Label::Publisher | Label::Other | Label::Location
        );
        if end > idx + 1 && is_other && (idx..end).all(is_name) {
            words.labels[idx..end].fill(label);
        }
    }
}

/// `Adorno, Theodor W./Horkheimer, Max: Dialektik`: a given name before a colon, behind a family name and a comma, begins no title.
fn return_given_name(words: &mut Words) {
    const MOST: usize = 3;
    let Some(run) = next_run(words, 1, Label::Title) else {
        return;
    };
    let colon = (run.start + 1..run.end.min(run.start + MOST + 1))
        .find(|idx| words.gap(*idx).trim_start_matches('.').starts_with(':'));
    let Some(colon) = colon else { return };
    let before = run.start - 1;
    let follows_family = matches!(words.labels[before], Label::Author | Label::Editor)
        && words.gap(run.start).starts_with(',')
        && (before == 0
            || words.gap(before).contains(['/', ';', '.'])
            || matches!(
                words.lower(before - 1),
                "and" | "und" | "u" | "et" | "y" | "e" | "&"
            ));
    let is_given =
        |idx: usize| is_given_name(words.lower(idx)) || words.printed(idx).chars().count() == 1;
    if follows_family && is_given(run.start) && (run.start..colon).all(is_given) {
        let label = words.labels[before];
        words.labels[run.start..colon].fill(label);
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
    let joins =
        |idx: usize| known::is_and(words.lower(idx)) || known::is_particle(words.printed(idx));
    let all_plain = (first..run.end).all(|idx| is_plain(idx) && !joins(idx));
    if all_plain && !is_listed && words.labels.get(run.end) == Some(&Label::Title) {
        words.labels[first..run.end].fill(Label::Title);
    }
}
