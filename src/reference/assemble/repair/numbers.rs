//! Volumes, issues and dates that stand where another is expected.

use super::{super::Words, Label, marker, month_number, next_run};

/// Mends volumes, issues and dates.
pub(super) fn mend_numbers(words: &mut Words) {
    date_instead_of_issue(words);
    free_volume_of_title(words);
    name_journal_by_volume(words);
    join_letter_of_year(words);
}

/// `12 (1933)`, `7/1998`, `112 (May)`: a year in the place of the issue is the date where there is no other; a month is always.
fn date_instead_of_issue(words: &mut Words) {
    const YEARS: std::ops::RangeInclusive<u32> = 1700..=2099;
    let has_date = words.labels.contains(&Label::Date);
    let mut start = 0;
    while let Some(run) = next_run(words, start, Label::Issue) {
        start = run.end;
        let is_year = |idx: usize| {
            let printed = words.printed(idx);
            printed.len() == 4 && printed.parse().is_ok_and(|year| YEARS.contains(&year))
        };
        let is_day = |idx: usize| words.printed(idx).parse().is_ok_and(|day: u32| day <= 31);
        let is_month = |idx: usize| month_number(words.lower(idx)).is_some();
        let has_month = run
            .clone()
            .any(|idx| words.printed(idx).len() > 2 && is_month(idx));
        let is_date = has_month && run.clone().all(|idx| is_month(idx) || is_day(idx));
        let is_divided = words.gap(run.start).ends_with(['(', '/']);
        let is_only_year = run.len() == 1 && is_divided && is_year(run.start) && !has_date;
        if is_date || is_only_year {
            words.labels[run].fill(Label::Date);
        }
    }
}

/// `Title (Vol. 1)`, `Title, Bd. 2`: a volume at the end of a title or container is one, where there is no other.
fn free_volume_of_title(words: &mut Words) {
    const LONGEST_NUMBER: usize = 4;
    if words.labels.contains(&Label::Volume) {
        return;
    }
    for label in [Label::Title, Label::Container] {
        let Some(run) = next_run(words, 0, label).filter(|run| run.len() > 3) else {
            continue;
        };
        let (word, number) = (run.end - 2, run.end - 1);
        let printed = words.printed(number);
        let is_number = printed.len() <= LONGEST_NUMBER
            && (printed.bytes().all(|byte| byte.is_ascii_digit())
                || printed.bytes().all(|byte| b"IVX".contains(&byte)));
        let is_apart = words.gap(word).contains([',', '(', '[', '.', ';']);
        let lower = words.lower(word);
        // `t`, `v` and `s` alone are more often something else.
        let is_volume = lower.len() > 1 && marker::is_volume_word(lower);
        if is_number && is_apart && is_volume {
            words.labels[word] = Label::Marker;
            words.labels[number] = Label::Volume;
        }
    }
}

/// `Title. Contexto Internacional, Rio de Janeiro, v. 34, n. 1`: what stands before a place and a volume with its issue is no
/// publisher but the journal.
fn name_journal_by_volume(words: &mut Words) {
    let has = |label| words.labels.contains(&label);
    if has(Label::Container) || has(Label::Editor) || !has(Label::Title) || !has(Label::Issue) {
        return;
    }
    let Some(run) = next_run(words, 0, Label::Publisher) else {
        return;
    };
    let skipped = |label: &&Label| matches!(label, Label::Location | Label::Marker | Label::Other);
    let behind = words.labels[run.end..].iter().find(|label| !skipped(label));
    if behind == Some(&Label::Volume) {
        words.labels[run].fill(Label::Container);
    }
}

/// `1997 a, PASP`: one small letter behind a year belongs to it.
fn join_letter_of_year(words: &mut Words) {
    for idx in 1..words.len() {
        let is_letter = matches!(words.printed(idx), "a" | "b" | "c" | "d");
        let is_alone = words.labels.get(idx + 1) != Some(&words.labels[idx]);
        let is_apart = words.gap(idx + 1).starts_with([',', '.', ')', ':']);
        if is_letter && is_alone && is_apart && words.labels[idx - 1] == Label::Date {
            words.labels[idx] = Label::Date;
        }
    }
}
