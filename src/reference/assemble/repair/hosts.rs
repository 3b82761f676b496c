//! Hosts of parts: what stands where the name of a book, a conference or its place is expected.

use super::{super::Words, Label, is_pronoun, marker, month_number, next_run};

/// Mends containers, and places of conferences.
pub(super) fn mend_hosts(words: &mut Words) {
    name_host_behind_editors(words);
    join_title_of_volume(words);
    free_preposition(words);
    free_host_of_edition(words);
    free_days_of_conference(words);
    free_place_of_conference(words);
    free_house_of_encyclopedia(words);
}

/// `Title. In: Berg A, editor. Host.`: a second title behind the editors is that of the host.
fn name_host_behind_editors(words: &mut Words) {
    if words.labels.contains(&Label::Container) {
        return;
    }
    let Some(title) = next_run(words, 0, Label::Title) else {
        return;
    };
    let Some(host) = next_run(words, title.end, Label::Title) else {
        return;
    };
    let between = title.end..host.start;
    let is_hosted = between.clone().any(|idx| marker::is_in(words.lower(idx)));
    let has_editors = between
        .clone()
        .any(|idx| words.labels[idx] == Label::Editor || is_pronoun(words.lower(idx)));
    if is_hosted && has_editors {
        words.labels[host].fill(Label::Container);
    }
}

/// `Handbook of psychology: Vol. 1. Theoretical models`: the title of a volume goes on with that of the whole.
fn join_title_of_volume(words: &mut Words) {
    let Some(host) = next_run(words, 0, Label::Container) else {
        return;
    };
    let is_volume = |idx: &usize| matches!(words.labels[*idx], Label::Volume | Label::Marker);
    let title = (host.end..words.len())
        .find(|idx| !is_volume(idx))
        .unwrap_or(words.len());
    let has_title = words.labels[..host.start].contains(&Label::Title);
    let volume = host.end..title;
    if !has_title || volume.is_empty() || !words.labels[volume.clone()].contains(&Label::Volume) {
        return;
    }
    let Some(run) = next_run(words, title, Label::Title).filter(|run| run.start == title) else {
        return;
    };
    if words.gap(host.end).starts_with(':') && words.printed(title).starts_with(char::is_uppercase)
    {
        words.labels[volume.start..run.end].fill(Label::Container);
    }
}

/// `«El jardín». En Ficciones, 85-101.`: the preposition before a host in capitals is no part of its name.
fn free_preposition(words: &mut Words) {
    let Some(run) = next_run(words, 0, Label::Container) else {
        return;
    };
    let is_preposition = matches!(words.printed(run.start), "En" | "Em" | "Dans");
    let is_name = |idx: usize| words.printed(idx).starts_with(char::is_uppercase);
    if is_preposition && run.len() > 1 && is_name(run.start + 1) {
        words.labels[run.start] = Label::Marker;
    }
}

/// `In: CANDIDO, Antonio. Vários escritos. 3. ed.`: a sentence before the number of an edition is the host.
fn free_host_of_edition(words: &mut Words) {
    let Some(run) = next_run(words, 0, Label::Edition) else {
        return;
    };
    let is_number = |idx: &usize| {
        words
            .printed(*idx)
            .starts_with(|c: char| c.is_ascii_digit())
    };
    let number = (run.start + 1..run.end).find(|idx| is_number(idx) && words.gap(*idx) == ". ");
    let is_long = |number: usize| (run.start..number).any(|idx| words.printed(idx).len() > 3);
    if let Some(number) = number.filter(|number| is_long(*number)) {
        let has_title = words.labels.contains(&Label::Title);
        let host = if has_title {
            Label::Container
        } else {
            Label::Title
        };
        if !words.labels.contains(&host) {
            words.labels[run.start..number].fill(host);
        }
    }
}

/// `Proceedings of the 5th Conference; 2002 Apr 3-5; Kinsdale`: the days of a conference are no part of its name.
fn free_days_of_conference(words: &mut Words) {
    let Some(run) = next_run(words, 0, Label::Container) else {
        return;
    };
    let is_year = |idx: usize| {
        let printed = words.printed(idx);
        printed.len() == 4 && printed.bytes().all(|byte| byte.is_ascii_digit())
    };
    let days = (run.start + 1..run.end).find(|idx| {
        words.gap(*idx).starts_with(';')
            && is_year(*idx)
            && month_number(words.lower(idx + 1)).is_some()
    });
    if let Some(days) = days {
        words.labels[days..run.end].fill(Label::Other);
    }
}

/// `Kinsdale, Ireland. Berlin: Springer`: where the conference was is not where the publisher is.
fn free_place_of_conference(words: &mut Words) {
    const LONGEST_ABBREVIATION: usize = 3;
    let Some(run) = next_run(words, 0, Label::Location) else {
        return;
    };
    let ends_sentence = |idx: &usize| {
        let before = words.printed(idx - 1);
        words.gap(*idx) == ". " && before.chars().count() > LONGEST_ABBREVIATION
    };
    let is_before_house = words.gap(run.end).starts_with(':');
    let last = (run.start + 1..run.end).rev().find(ends_sentence);
    if let Some(last) = last.filter(|_| is_before_house) {
        words.labels[run.start..last].fill(Label::Other);
    }
}

/// `Wikipedia, Wikimedia Foundation`: behind the name of the encyclopedia stands who keeps it.
fn free_house_of_encyclopedia(words: &mut Words) {
    let Some(run) = next_run(words, 0, Label::Container) else {
        return;
    };
    let is_named = words.lower(run.start).starts_with("wikip");
    if is_named && run.len() > 1 && words.gap(run.start + 1).starts_with(',') {
        words.labels[run.start + 1..run.end].fill(Label::Publisher);
    }
}

#[cfg(test)]
mod tests {
    use super::{super::super::letters, *};

    #[track_caller]
    fn check(text: &str, before: &str, after: &str) {
        letters::check(mend_hosts, text, before, after);
    }

    #[test]
    fn the_title_of_a_volume_goes_on_with_that_of_the_whole() {
        check(
            "Bread. In Handbook of grain: Vol. 1. Models of need. Wiley.",
            "tmcccmvtttp",
            "tmccccccccp",
        );
    }

    #[test]
    fn a_preposition_is_no_part_of_the_host() {
        check("«El jardín». En Ficciones, 85-101", "ttccss", "ttmcss");
        check("«Pan». En busca del tiempo, 85", "tccccs", "tccccs");
    }
}
