//! Volumes, issues and dates that stand where another is expected.

use super::{super::Words, Label, marker, month_number, next_run};

/// Mends volumes, issues and dates.
pub(super) fn mend_numbers(words: &mut Words) {
    date_instead_of_issue(words);
    free_volume_of_title(words);
    name_journal_by_volume(words);
    join_letter_of_year(words);
    free_day_of_volume(words);
    join_months(words);
    date_before_volume(words);
    label_counts(words);
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
        if words.labels[idx - 1] != Label::Date {
            continue;
        }
        let is_letter = matches!(words.printed(idx), "a" | "b" | "c" | "d");
        let is_alone = words.labels.get(idx + 1) != Some(&words.labels[idx]);
        let is_apart = words.gap(idx + 1).starts_with([',', '.', ')', ':']);
        if is_letter && is_alone && is_apart {
            words.labels[idx] = Label::Date;
        }
    }
}

/// `2020 Feb 20;382(8):727-33` of medical journals: the number behind the month is the day, unless the semicolon stands before it.
fn free_day_of_volume(words: &mut Words) {
    for idx in 2..words.len() {
        if words.labels[idx] != Label::Volume || words.labels[idx - 1] != Label::Date {
            continue;
        }
        let is_day = words
            .printed(idx)
            .parse()
            .is_ok_and(|day: u8| (1..=31).contains(&day));
        let is_divided = words.gap(idx).trim().is_empty() && words.gap(idx + 1).starts_with(';');
        let follows_month = month_number(words.lower(idx - 1)).is_some();
        if is_day && is_divided && follows_month {
            words.labels[idx] = Label::Date;
        }
    }
}

/// `p. 5-17, jan./abr. 2004`, `23 dez. 1996`: months before the year belong to the date, and the day before them.
fn join_months(words: &mut Words) {
    let mut start = 0;
    while let Some(run) = next_run(words, start, Label::Date) {
        start = run.end;
        let may_be = |idx: &usize| {
            matches!(
                words.labels[*idx],
                Label::Note | Label::Other | Label::Issue | Label::Pages | Label::Volume
            ) && words.printed(*idx).len() > 2
                && month_number(words.lower(*idx)).is_some()
        };
        let n_months = (0..run.start).rev().take_while(may_be).count();
        let month = run.start - n_months;
        let is_day = |day: usize| {
            words.labels[day] == words.labels[day + 1]
                && words.gap(day + 1) == " "
                && words.printed(day).parse().is_ok_and(|day: u8| day <= 31)
        };
        let first = month - usize::from(n_months > 0 && month > 0 && is_day(month - 1));
        words.labels[first..run.start].fill(Label::Date);
    }
}

/// `BMJ 2021;372:n71`: the year before the semicolon is the date, and a letter and number behind the colon the article.
fn date_before_volume(words: &mut Words) {
    let is_year = |printed: &str| printed.len() == 4 && printed.starts_with(['1', '2']);
    for idx in 1..words.len().saturating_sub(1) {
        let is_volume = matches!(words.labels[idx], Label::Volume | Label::Issue);
        let is_divided = words.gap(idx + 1) == ";";
        if is_volume
            && is_divided
            && is_year(words.printed(idx))
            && words.labels[idx + 1] == Label::Volume
        {
            words.labels[idx] = Label::Date;
        }
        let is_letter = matches!(
            words.printed(idx),
            "n" | "e" | "m" | "i" | "l" | "o" | "f" | "h" | "k" | "b" | "c" | "g" | "j"
        );
        let follows_volume = words.labels[idx - 1] == Label::Volume && words.gap(idx) == ":";
        let touches = words.gap(idx + 1).is_empty()
            && words.printed(idx + 1).bytes().all(|b| b.is_ascii_digit());
        if is_letter && follows_volume && touches {
            words.labels[idx..=idx + 1].fill(Label::Pages);
        }
    }
}

/// `2 vols.`, `3 Bde.`: how many volumes there are is no volume.
fn label_counts(words: &mut Words) {
    const MOST_DIGITS: usize = 2;
    for idx in 1..words.len() {
        let number = words.printed(idx - 1);
        let is_number =
            number.len() <= MOST_DIGITS && number.bytes().all(|byte| byte.is_ascii_digit());
        let is_count = is_number && is_count_word(words.lower(idx)) && words.gap(idx) == " ";
        if !is_count {
            continue;
        }
        let is_numbered = words
            .printed(idx + 1)
            .starts_with(|c: char| c.is_ascii_digit());
        let is_free = |idx: usize| {
            !matches!(
                words.labels[idx],
                Label::Title | Label::Container | Label::Date | Label::Issue
            )
        };
        if !is_numbered && is_free(idx) && is_free(idx - 1) {
            words.labels[idx - 1..=idx].fill(Label::Extent);
        }
    }
}

/// Whether a word in lower case counts volumes when it stands behind a number.
pub(in super::super) fn is_count_word(lower: &str) -> bool {
    matches!(
        lower,
        "vol"
            | "vols"
            | "voll"
            | "volumes"
            | "volumi"
            | "volúmenes"
            | "bde"
            | "bände"
            | "v"
            | "t"
            | "tomes"
            | "tomos"
            | "tomi"
    )
}
