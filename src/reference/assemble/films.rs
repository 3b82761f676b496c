//! Films, broadcasts and those who made them: `Parasite. Directed by Bong Joon-ho`, `Truffaut François (réal.)`.

use super::{Words, kind_words as known};
use crate::{
    reference::label::Label,
    work::{EntryType, Work},
};

/// Mends the labels of films.
pub(super) fn mend(words: &mut Words) {
    label_directed(words);
    label_maker(words);
}

/// `Parasite. Directed by Bong Joon-ho, CJ Entertainment`: what stands before the words is the title, who directed it a remark.
fn label_directed(words: &mut Words) {
    let Some(start) = (1..words.len()).find(|idx| is_directed_by(words, *idx)) else {
        return;
    };
    let first = (words.labels.iter())
        .take_while(|label| **label == Label::Number)
        .count();
    let may_be_title = |idx: usize| {
        matches!(
            words.labels[idx],
            Label::Author | Label::Organisation | Label::Title | Label::Other | Label::Container
        ) || is_bracketed_year(words, idx)
    };
    let is_title = first < start && (first..start).all(may_be_title);
    // `Kubrick, Stanley. The Shining. Directed by …`: names are told from the title by what divides them.
    let is_named = (first..start).any(|idx| words.labels[idx] == Label::Title);
    if is_title && !is_named {
        for idx in first..start {
            let label = if is_bracketed_year(words, idx) {
                Label::Date
            } else {
                Label::Title
            };
            words.labels[idx] = label;
        }
    }
    let end = end_of_names(words, start);
    words.labels[start..end].fill(Label::Note);
}

/// Whether the words from one on say who directed a film.
fn is_directed_by(words: &Words, idx: usize) -> bool {
    match words.lower(idx) {
        "directed" => words.lower(idx + 1) == "by",
        "dirigido" | "dirigida" => words.lower(idx + 1) == "por",
        "réalisé" => words.lower(idx + 1) == "par",
        "regia" => words.lower(idx + 1) == "di",
        "direção" | "regie" | "dirección" => words.gap(idx + 1).starts_with(':'),
        _ => false,
    }
}

/// Where the names behind a phrase end: at a comma, a bracket or the end of a sentence, which no initial is.
fn end_of_names(words: &Words, start: usize) -> usize {
    const SHORTEST: usize = 2;
    let ends = |idx: &usize| {
        let gap = words.gap(*idx);
        let after_initial = words.printed(idx - 1).chars().count() == 1;
        gap.contains([',', '[', '(', ';']) || gap.contains('.') && !after_initial
    };
    (start + SHORTEST + 1..words.len())
        .find(ends)
        .unwrap_or(words.len())
}

/// `(1955)`.
fn is_bracketed_year(words: &Words, idx: usize) -> bool {
    let printed = words.printed(idx);
    printed.len() == 4
        && printed.bytes().all(|byte| byte.is_ascii_digit())
        && words.gap(idx).ends_with('(')
        && words.gap(idx + 1).starts_with(')')
}

/// `Lang, Fritz (Regie): Metropolis`: the names before the bracket are those who made the film.
fn label_maker(words: &mut Words) {
    let Some(role) = maker(words) else { return };
    let first = (words.labels.iter())
        .take_while(|label| **label == Label::Number)
        .count();
    let is_organisation = words.labels[..role].contains(&Label::Organisation);
    if first < role && !is_organisation {
        words.labels[first..role].fill(Label::Author);
    }
    words.labels[role] = Label::Marker;
}

/// The word in brackets that says how the people before it made a film or broadcast: `(Director)`, `(Host)`.
fn maker(words: &Words) -> Option<usize> {
    const REACH: usize = 12;
    let is_date = |label: &Label| matches!(label, Label::Date);
    let end = (words.labels.iter().position(is_date))
        .unwrap_or(REACH)
        .min(REACH);
    (1..end.min(words.len())).find(|idx| {
        known::is_maker_word(words.lower(*idx))
            && words.gap(*idx).ends_with('(')
            && words.gap(idx + 1).starts_with([')', '.'])
    })
}

/// Whether a reference names the director of a film, in brackets or in words.
pub(super) fn is_film(words: &Words) -> bool {
    let is_director = |idx: usize| known::is_director_word(words.lower(idx));
    maker(words).is_some_and(is_director)
        || (1..words.len())
            .any(|idx| words.labels[idx] == Label::Note && is_directed_by(words, idx))
}

/// `Hitchcock, Alfred, dir. Rear Window. … DVD`: of a film on a disc those who directed it are its makers.
pub(super) fn settle_makers(work: &mut Work) {
    let note = work.note.as_deref().unwrap_or_default();
    let is_disc = ["DVD", "Blu-ray", "VHS", "Film"]
        .iter()
        .any(|disc| note.trim_end_matches('.').ends_with(disc));
    if is_disc && work.authors.is_empty() && !work.editors.is_empty() {
        work.authors = std::mem::take(&mut work.editors);
        work.entry_type = EntryType::Video;
    }
}

#[cfg(test)]
mod tests {
    use super::{super::letters, *};

    #[test]
    fn makers_of_films_are_told() {
        let check = |text, before, after| letters::check(mend, text, before, after);
        check(
            "Parasite. Directed by Bong Joon-ho, CJ, 2019",
            "attttpd",
            "tkkkkpd",
        );
        check(
            "Rebel (1955) Directed by N. Ray [Film]",
            "adttttg",
            "tdkkkkg",
        );
        check(
            "Lang, Fritz (Regie): Metropolis. Deutschland 1927",
            "atttld",
            "aamtld",
        );
        check("Host, Anna. Title", "aat", "aat");
    }
}
