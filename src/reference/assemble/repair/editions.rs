//! Editions that were taken for the end of a title.

use super::{super::Words, Label, next_run};

/// Mends editions.
pub(super) fn mend_editions(words: &mut Words) {
    free_edition(words);
    widen_edition(words);
}

/// `Diccionario de la lengua española (23.ª ed.)`: a number with a word for it, in brackets, is the edition.
fn free_edition(words: &mut Words) {
    const MOST: usize = 4;
    const EDITIONS: &[&str] = &[
        "ed", "edn", "edition", "aufl", "auflage", "edición", "édition",
    ];
    if words.labels.contains(&Label::Edition) {
        return;
    }
    let may_be = |idx: &usize| matches!(words.labels[*idx], Label::Title | Label::Container);
    let opens = |idx: &usize| {
        words.gap(*idx).ends_with('(')
            && words
                .printed(*idx)
                .starts_with(|c: char| c.is_ascii_digit())
    };
    for start in (1..words.len()).filter(may_be).filter(opens) {
        let near = start..words.len().min(start + MOST);
        let closes = |idx: &usize| words.gap(idx + 1).contains(')');
        let Some(last) = near.into_iter().find(closes) else {
            continue;
        };
        if EDITIONS.contains(&words.lower(last)) {
            words.labels[start..=last].fill(Label::Edition);
            return;
        }
    }
}

/// `3., aktual. u. erw. Aufl.`: the number and the adjectives before the word belong to the edition.
fn widen_edition(words: &mut Words) {
    let Some(run) = next_run(words, 0, Label::Edition) else {
        return;
    };
    let is_number = |idx: usize| {
        let printed = words.printed(idx);
        printed.len() <= 2 && printed.bytes().all(|byte| byte.is_ascii_digit())
    };
    let belongs = |idx: usize| {
        let lower = words.lower(idx);
        is_number(idx) || is_adjective(lower) || matches!(lower, "u" | "und" | "and" | "et" | "y")
    };
    let may_change = |idx: &usize| {
        matches!(words.labels[*idx], Label::Title | Label::Container) && belongs(*idx)
    };
    let before = (1..run.start).rev().take_while(may_change);
    // It begins a sentence or a bracket, so that no word of the title is taken.
    let begins = |idx: &usize| {
        words.gap(*idx).contains(['.', ',', '(', ':', '?', '!'])
            && (is_number(*idx) || is_adjective(words.lower(*idx)))
    };
    let first = before.filter(begins).last();
    if let Some(first) = first {
        words.labels[first..run.start].fill(Label::Edition);
    }
}

/// Whether a word in lower case says how an edition was changed: `überarb`, `revised`, `augmentée`.
fn is_adjective(lower: &str) -> bool {
    // As they begin; they are shortened at will.
    const BEGINNINGS: &[&str] = &[
        "aktual",
        "überarb",
        "erw",
        "verb",
        "vollst",
        "bearb",
        "durchges",
        "korr",
        "ergänz",
        "veränd",
        "rev",
        "augm",
        "corr",
        "aum",
        "expand",
        "enlarg",
        "updat",
        "ampl",
        "actualiz",
        "atual",
        "refond",
        "unveränd",
        "völlig",
    ];
    lower == "akt"
        || lower == "neu"
        || BEGINNINGS
            .iter()
            .any(|beginning| lower.starts_with(beginning))
}

#[cfg(test)]
mod tests {
    use super::{super::super::letters, *};

    #[track_caller]
    fn check(text: &str, before: &str, after: &str) {
        letters::check(mend_editions, text, before, after);
    }

    #[test]
    fn a_counted_edition_is_no_part_of_the_title() {
        check(
            "Diccionario de pan (23.ª ed.). Madrid",
            "ttttttl",
            "tttxxxl",
        );
        check("The cities (2 of them) in it", "ttttttt", "ttttttt");
    }

    #[test]
    fn adjectives_belong_to_the_edition() {
        check(
            "Brot im 19. Jahrhundert. 3., aktual. u. erw. Aufl. Berlin",
            "tttttttxxl",
            "ttttxxxxxl",
        );
        check("Brot und erw. Aufl. Berlin", "tttxl", "tttxl");
    }
}
