//! Labels mended by what is certain: the kind of a token, signs for volume and issue, numbers that touch.

use super::Words;
use crate::{
    reference::label::{
        Label,
        token::{TokenKind, url_start},
        words as marker,
    },
    work::doi_in,
};

/// Mends the labels of a reference.
pub(super) fn repair(words: &mut Words) {
    label_identifiers(words);
    label_east_asian_numbers(words);
    label_running_number(words);
    join_editors(words);
    join_touching_numbers(words);
}

/// Addresses and DOIs are labelled by their form (worth 3 points of F1 of DOIs).
fn label_identifiers(words: &mut Words) {
    for (token, label) in words.tokens.iter().zip(&mut words.labels) {
        let printed = token.text(words.text);
        match token.kind {
            TokenKind::Doi => *label = Label::Doi,
            TokenKind::Url => *label = label_of_address(printed),
            TokenKind::Word | TokenKind::Dashes => {}
        }
    }
}

/// The label of an address: a DOI where it leads to one.
fn label_of_address(address: &str) -> Label {
    let is_doi =
        url_start(address).is_some() && address.contains("doi.org/") && doi_in(address).is_some();
    if is_doi { Label::Doi } else { Label::Url }
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

/// `A. Berg / B. Dahl (Eds.)`: where a role follows the second name, both are editors.
fn join_editors(words: &mut Words) {
    let skipped = |label: &Label| matches!(label, Label::Number | Label::Other);
    let start = words
        .labels
        .iter()
        .take_while(|label| skipped(label))
        .count();
    let run = |from: usize, wanted: Label| {
        let rest = words.labels.get(from..).unwrap_or_default();
        from + rest.iter().take_while(|label| **label == wanted).count()
    };
    let end = run(start, Label::Author);
    let editors_end = run(end, Label::Editor);
    if end == start || editors_end == end || words.labels.get(editors_end) != Some(&Label::Marker) {
        return;
    }
    let gap = words.gap(end);
    let is_joined = gap.contains('/')
        || matches!(gap.trim(), "," | ";")
        || matches!(words.lower(end).as_str(), "and" | "und" | "&" | "et");
    if is_joined {
        words.labels[start..end].fill(Label::Editor);
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
            let is_role = marker::is_role(&words.lower(idx)) && !marker::is_in(&words.lower(idx));
            match (before, next) {
                (Some(Label::Editor), _) | (_, Some(Label::Editor)) if is_role => Label::Editor,
                (Some(before), _) if is_role => before,
                (_, next) => next.unwrap_or_default(),
            }
        })
        .collect()
}
