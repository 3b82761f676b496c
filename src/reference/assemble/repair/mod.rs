//! Labels mended by what is certain: the kind of a token, signs for volume and issue, numbers that touch.

mod addresses;
mod editions;
mod hosts;
mod houses;
mod numbers;
mod people;
mod phrases;
mod publishers;
mod states;
mod towns;

pub(super) use self::{numbers::is_count_word, phrases::is_pronoun};

use super::{Words, next_run};
use crate::reference::{
    label::{Label, words as marker},
    months::month_number,
};

/// Mends the labels of a reference.
pub(super) fn repair(words: &mut Words) {
    addresses::label_identifiers(words);
    label_east_asian_numbers(words);
    label_running_number(words);
    label_numeric_dates(words);
    people::mend_people(words);
    join_touching_numbers(words);
    close_quoted_title(words);
    free_dates(words);
    states::date_states(words);
    fill_issue_brackets(words);
    numbers::mend_numbers(words);
    hosts::mend_hosts(words);
    editions::mend_editions(words);
    phrases::free_phrases(words);
    publishers::name_publishers(words);
    houses::mend_houses(words);
    towns::place_towns(words);
    prefer_title(words);
}

/// `제12권 제3호`, `第12卷第3期`: the sign behind a number tells what it is.
fn label_east_asian_numbers(words: &mut Words) {
    for idx in 0..words.len().saturating_sub(1) {
        let is_number = words.printed(idx).bytes().all(|byte| byte.is_ascii_digit());
        let may_change = matches!(
            words.labels[idx],
            Label::Volume | Label::Issue | Label::Pages | Label::Other
        );
        if !is_number || !may_change || !words.gap(idx + 1).is_empty() {
            continue;
        }
        let label = match words.printed(idx + 1) {
            "호" | "期" | "号" => Label::Issue,
            "권" | "집" | "卷" | "巻" => Label::Volume,
            _ => continue,
        };
        words.labels[idx] = label;
        words.labels[idx + 1] = Label::Marker;
        if idx > 0 && matches!(words.printed(idx - 1), "제" | "第") {
            words.labels[idx - 1] = Label::Marker;
        }
    }
}

/// `[12]` or `[Smith10]` at the start is the running number of the list.
fn label_running_number(words: &mut Words) {
    const LONGEST: usize = 20;
    const LONGEST_WITH_SPACE: usize = 8;
    if !words.text.starts_with('[') {
        return;
    }
    let Some(end) = words.text.find(']') else {
        return;
    };
    let has_space = words.text[..end].contains(' ');
    if end
        > if has_space {
            LONGEST_WITH_SPACE
        } else {
            LONGEST
        }
    {
        return;
    }
    for (token, label) in words.tokens.iter().zip(&mut words.labels) {
        if token.span.end <= end {
            *label = Label::Number;
        }
    }
}

/// `28. 10. 1995`: day, month and year with full stops are a date, unless they stand in a title.
fn label_numeric_dates(words: &mut Words) {
    let number = |words: &Words, idx: usize, most_digits: usize| {
        let printed = words.printed(idx);
        let is_short =
            printed.len() <= most_digits && printed.starts_with(|c: char| c.is_ascii_digit());
        is_short
            .then(|| printed.parse().ok())
            .flatten()
            .unwrap_or(0)
    };
    for idx in 2..words.len() {
        let is_date = (1800..=2099).contains(&number(words, idx, 4))
            && (1..=31).contains(&number(words, idx - 2, 2))
            && (1..=12).contains(&number(words, idx - 1, 2))
            && [idx - 1, idx]
                .iter()
                .all(|idx| words.gap(*idx).trim_end() == ".");
        let labels = &mut words.labels[idx - 2..=idx];
        if is_date && labels.iter().any(|label| *label != Label::Title) {
            labels.fill(Label::Date);
        }
    }
}

/// An unlabelled word that touches a number belongs to it: `S` of `S12`, `a` of `12a`.
fn join_touching_numbers(words: &mut Words) {
    let is_number = |label| matches!(label, Label::Volume | Label::Issue | Label::Pages);
    for idx in 1..words.len() {
        if !words.gap(idx).is_empty() {
            continue;
        }
        let (before, label) = (words.labels[idx - 1], words.labels[idx]);
        if is_number(label) && before == Label::Other {
            words.labels[idx - 1] = label;
        } else if is_number(before) && label == Label::Other && words.printed(idx).len() <= 2 {
            words.labels[idx] = before;
        }
    }
}

/// A title in quotation marks ends with them, where punctuation follows.
fn close_quoted_title(words: &mut Words) {
    let Some(run) = next_run(words, 0, Label::Title) else {
        return;
    };
    let close = match words.gap(run.start).chars().next_back() {
        Some('“' | '"' | '„') => ['”', '"', '“'],
        Some('«') => ['»'; 3],
        Some('‘') => ['’'; 3],
        _ => return,
    };
    let ends = |idx: &usize| {
        let gap = words.gap(*idx);
        gap.contains(close) && gap.contains(['.', ',', ';']) && !gap.contains(['“', '„', '«', '‘'])
    };
    if let Some(end) = (run.start + 1..run.end).find(ends) {
        words.labels[end..run.end].fill(Label::Other);
    }
}

/// `Focus Migration, May 2007`: a month and a year at the end of a container or publisher are the date.
fn free_dates(words: &mut Words) {
    for label in [Label::Container, Label::Publisher, Label::Note] {
        let mut start = 0;
        while let Some(run) = next_run(words, start, label) {
            start = run.end;
            let month = (run.start + 1..run.end).rev().find(|idx| {
                month_number(words.lower(*idx)).is_some() && words.gap(*idx).contains([',', ';'])
            });
            let Some(month) = month else { continue };
            let is_number = |idx: usize| {
                let printed = words.printed(idx);
                printed.len() <= 4 && printed.bytes().all(|byte| byte.is_ascii_digit())
            };
            if month + 1 < run.end && (month + 1..run.end).all(is_number) {
                words.labels[month..run.end].fill(Label::Date);
            }
        }
    }
}

/// `(4 Pt 1)`, `(Suppl 2)`: all words in the brackets of an issue belong to it.
fn fill_issue_brackets(words: &mut Words) {
    const MOST: usize = 4;
    let Some(run) = next_run(words, 0, Label::Issue) else {
        return;
    };
    let opening = (run.start.saturating_sub(MOST)..=run.start)
        .rev()
        .find(|idx| words.gap(*idx).contains(['(', ')']));
    let closing = (run.end..=words.len().min(run.end + MOST))
        .find(|idx| words.gap(*idx).contains(['(', ')']));
    let (Some(opening), Some(closing)) = (opening, closing) else {
        return;
    };
    let opens = words.gap(opening).ends_with('(');
    let closes = words.gap(closing).starts_with(')');
    let is_free = |label: &Label| matches!(label, Label::Other | Label::Marker | Label::Issue);
    let follows_volume = opening > 0 && words.labels[opening - 1] == Label::Volume;
    if opens && closes && follows_volume && words.labels[run.end..closing].iter().all(is_free) {
        words.labels[run.end..closing].fill(Label::Issue);
    }
}

/// The only name of a thing, without volume, issue or pages, is the title of the work and not of its container.
fn prefer_title(words: &mut Words) {
    let has = |label| words.labels.contains(&label);
    let is_part = [
        Label::Title,
        Label::Volume,
        Label::Issue,
        Label::Pages,
        Label::Editor,
        Label::Doi,
    ]
    .into_iter()
    .any(has);
    let is_authored = has(Label::Author) || has(Label::Organisation);
    let Some(run) = next_run(words, 0, Label::Container).filter(|_| is_authored && !is_part) else {
        return;
    };
    // `In` before it, or abbreviations in it (`Phys. Rev.`), are signs of a container.
    let is_hosting = run.start > 0 && marker::is_in(words.lower(run.start - 1));
    let is_abbreviated = (run.start + 1..run.end).any(|idx| words.gap(idx) == ". ");
    if !is_hosting && !is_abbreviated {
        words.labels[run].fill(Label::Title);
    }
}

/// Gives marker words the label of the value that they introduce or follow.
pub(super) fn absorb_markers(words: &Words) -> Vec<Label> {
    let is_value = |label: &&Label| !matches!(**label, Label::Marker | Label::Other);
    (words.labels.iter().enumerate())
        .map(|(idx, label)| {
            if *label != Label::Marker {
                return *label;
            }
            let next = words.labels[idx + 1..].iter().find(is_value).copied();
            let before = words.labels[..idx].iter().rev().find(is_value).copied();
            let is_role = marker::is_role(words.lower(idx)) && !marker::is_in(words.lower(idx));
            match (before, next) {
                (Some(Label::Editor), _) | (_, Some(Label::Editor)) if is_role => Label::Editor,
                (Some(before), _) if is_role => before,
                (_, next) => next.unwrap_or_default(),
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{super::letters, *};

    /// Labels by letters, before and after.
    #[track_caller]
    fn check(text: &str, before: &str, after: &str) {
        letters::check(repair, text, before, after);
    }

    #[test]
    fn what_is_certain_is_mended() {
        check("See https://a.org/x", "-t", "-u");
        check("[3] Berg, A.", "-aa", "naa");
        check("제12권", "---", "mvm");
        check("Die Zeit vom 28. 10. 1995", "cc-vvd", "cc-ddd");
        check("Berg/Dahl (Hg.)", "aem", "eem");
        check("12 (4 Pt 1):", "vi--", "viii");
        check("“A thing”. eng. In: B", "ttt-c", "tt--c");
        check("Berg. In Focus, May 2007", "amccc", "amcdd");
        check("Berg. U.S. Bank", "aaao", "aooo");
        check("Berg. Annual Review", "acc", "att");
        check("Berg. Phys. Rev.", "acc", "acc");
    }

    #[test]
    fn numbers_in_the_place_of_others_are_mended() {
        check("Berg, Hermes 12 (1933)", "acvi", "acvd");
        check("Berg, Hermes 12 (1933) 1987", "acvid", "acvid");
        check("Berg 1987, Hermes 12 (14 August)", "adcvii", "adcvdd");
        check("The measure of mind (Vol. 1)", "tttttt", "ttttmv");
        check("The measure of volume 1", "ttttt", "ttttt");
        check(
            "Berg. Title. Contexto, Rio, v. 34, n. 1",
            "atplmvmi",
            "atclmvmi",
        );
        check("Berg 1997 a, PASP 5", "adtcv", "addcv");
    }

    #[test]
    fn words_around_values_are_freed() {
        check("Vgl. auch Berg, Title", "aaat", "--at");
        check("See no evil", "ttt", "ttt");
        check("Berg, in: ders. (Hg.), Title", "amemt", "ammmt");
        check("Berg, Du droit, op. cit.", "atttt", "att--");
        check(
            "Berg. Title. Übersetzt von Ekkehard Schöller, Bonn",
            "atppppl",
            "atmmrrl",
        );
        check("BERG, H. Der Kynismus", "aaat", "aatt");
        check("BERG, H. Dahl", "aaa", "aaa");
    }

    #[test]
    fn people_are_who_the_words_beside_them_say() {
        check("Berg. Le blé, in Dahl, N., Le sel", "attaaatt", "atteeecc");
        check("Amt für Brot [Hrsg.], Das Korn", "ooomtt", "eeemtt");
        check("BRASIL, C. I. do. Title", "oaaat", "aaaat");
        check(
            "C. Berg and S. K. Dahl An Introduction",
            "aaaaattt",
            "aaaaaatt",
        );
        check(
            "Hrsg. v. Otto Berg u. Anna Dahl, Bonn",
            "mmeeeppl",
            "mmeeeeel",
        );
        check("Berg, Anna/Dahl, Max: Das Brot", "aaattt", "aaaatt");
        check("o. V. (2012): Title", "aadt", "oodt");
    }

    #[test]
    fn numbers_are_what_their_marks_say() {
        check("BMJ 2021;372:n71", "cvvis", "cdvss");
        check("Ann Med. 2020 Feb 20;382:7", "ccddvvs", "ccdddvs");
        check("Berg. Title, 3 vols. Paris", "atvvl", "atzzl");
        check("p. 5-17, jan./abr. 2004", "msskkd", "mssddd");
    }

    #[test]
    fn hosts_and_houses_are_named() {
        check(
            "Berg A. Title. In: Dahl B, editor. Salt",
            "aatmeemt",
            "aatmeemc",
        );
        check(
            "Title. Kinsdale, Ireland. Berlin: Springer",
            "tlllp",
            "t--lp",
        );
        check(
            "edited by A. Berg, U of Iowa P, 1988",
            "mmeeeeeed",
            "mmeeppppd",
        );
        check("PhD diss., University of Iowa, 2013", "ggllld", "ggpppd");
    }
}
