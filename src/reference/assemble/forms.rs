//! Labels mended by forms that whole references have: cases of American courts, `R Core Team`, `n.d.-a`.

use super::{Words, next_run};
use crate::reference::label::{Label, words as marker};

/// Mends the labels of a reference.
pub(super) fn mend(words: &mut Words) {
    label_case(words);
    join_divided_editor(words);
    join_initial_of_organisation(words);
    join_undated_letter(words);
    join_page_letter(words);
    label_volume_word(words);
}

/// `Brown v. Board of Education, 347 U.S. 483 (1954)`: the parties are the title, the reporter stands between two numbers.
fn label_case(words: &mut Words) {
    const LAST_PARTY: usize = 8;
    const LONGEST_REPORTER: usize = 6;
    let is_number = |idx: usize| is_all_digits(words.printed(idx));
    let Some(versus) = (1..words.len().min(LAST_PARTY)).find(|idx| {
        matches!(words.printed(*idx), "v" | "vs") && words.gap(idx + 1).starts_with('.')
    }) else {
        return;
    };
    let Some(volume) =
        (versus + 2..words.len()).find(|idx| words.gap(*idx).starts_with(',') && is_number(*idx))
    else {
        return;
    };
    let Some(page) = (volume + 2..words.len().min(volume + 2 + LONGEST_REPORTER))
        .find(|idx| is_number(*idx) && words.printed(*idx).len() > 1)
    else {
        return;
    };
    let has_capital = |idx: usize| words.printed(idx).starts_with(char::is_uppercase);
    let Some(year) = (page + 1..words.len()).find(|idx| is_year(words.printed(*idx))) else {
        return;
    };
    if !has_capital(0) || !has_capital(volume + 1) || !words.gap(page + 1).contains('(') {
        return;
    }
    words.labels[..volume].fill(Label::Title);
    words.labels[volume] = Label::Volume;
    words.labels[volume + 1..page].fill(Label::Container);
    words.labels[page] = Label::Pages;
    words.labels[page + 1..year].fill(Label::Other);
    words.labels[year] = Label::Date;
}

/// `Adorno, Th. W./Horkheimer, M. (Hrsg.)`: no new person begins between two initials, so those before are editors too.
fn join_divided_editor(words: &mut Words) {
    let is_initial = |idx: usize| words.printed(idx).chars().count() <= 2;
    let Some(start) = words
        .labels
        .iter()
        .position(|label| *label == Label::Editor)
    else {
        return;
    };
    let n_authors = words.labels[..start]
        .iter()
        .rev()
        .take_while(|label| **label == Label::Author)
        .count();
    let gap = words.gap(start).trim();
    if n_authors > 0 && is_initial(start) && is_initial(start - 1) && matches!(gap, "." | "") {
        words.labels[start - n_authors..start].fill(Label::Editor);
    }
}

/// `R Core Team`: a letter without full stop before an organisation belongs to it.
fn join_initial_of_organisation(words: &mut Words) {
    for idx in 1..words.len() {
        let is_alone = idx == 1 || words.labels[idx - 2] != Label::Author;
        let is_letter = words.printed(idx - 1).chars().count() == 1;
        if words.labels[idx] == Label::Organisation
            && words.labels[idx - 1] == Label::Author
            && is_alone
            && is_letter
            && words.gap(idx) == " "
        {
            words.labels[idx - 1] = Label::Organisation;
        }
    }
}

/// `n.d.-a`: the letter that tells works without date apart belongs to the date.
fn join_undated_letter(words: &mut Words) {
    for idx in 2..words.len() {
        let is_letter = matches!(words.printed(idx).as_bytes(), [b'a'..=b'z']);
        let is_undated = words.lower(idx - 2) == "n" && words.lower(idx - 1) == "d";
        if is_letter && is_undated && matches!(words.gap(idx), ".-" | ".–" | ". -") {
            words.labels[idx - 2..=idx].fill(Label::Date);
        }
    }
}

/// `S12–S19`, `s2-42`: the letter that touches the number of a page or volume belongs to it, even one that elsewhere stands for *Seite*.
fn join_page_letter(words: &mut Words) {
    for idx in 1..words.len() {
        let is_touching = words.gap(idx).is_empty() && is_all_digits(words.printed(idx));
        let is_letter = matches!(
            words.printed(idx - 1),
            "S" | "s" | "e" | "L" | "R" | "A" | "W"
        );
        if is_touching
            && is_letter
            && matches!(words.labels[idx], Label::Pages | Label::Volume)
            && words.labels[idx - 1] == Label::Marker
        {
            words.labels[idx - 1] = words.labels[idx];
        }
    }
}

/// `Bd. 2` is a volume, and no edition.
fn label_volume_word(words: &mut Words) {
    let mut start = 0;
    while let Some(run) = next_run(words, start, Label::Edition) {
        start = run.end;
        let is_volume = run.len() == 2
            && marker::is_volume_word(words.lower(run.start))
            && is_all_digits(words.printed(run.start + 1));
        if is_volume && !words.labels.contains(&Label::Volume) {
            words.labels[run.start] = Label::Marker;
            words.labels[run.start + 1] = Label::Volume;
        }
    }
}

fn is_all_digits(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && is_all_digits(word) && matches!(word.as_bytes()[0], b'1' | b'2')
}

#[cfg(test)]
mod tests {
    use super::{super::letters, *};

    /// Labels by letters, before and after.
    #[track_caller]
    fn check(text: &str, before: &str, after: &str) {
        letters::check(mend, text, before, after);
    }

    #[test]
    fn forms_tell_labels() {
        check("Roe v. Wade, 410 U.S. 113 (1973)", "aaavvvsd", "tttvccsd");
        check("Adorno, Th. W./Dahl, M. (Hg.)", "aaeeem", "eeeeem");
        check("R Core Team", "aoo", "ooo");
        check("Berg R Core", "aao", "aao");
        check("(n.d.-a). Ethics", "ddtt", "dddt");
        check("S12–S19", "msms", "ssss");
        check("S. 12", "ms", "ms");
        check("Bd. 2", "xx", "mv");
    }
}
