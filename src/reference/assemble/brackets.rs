//! What brackets behind a title hold: people with their part in the work, the kind of a thesis.

use std::ops::Range;

use super::{Words, kind_words::is_thesis_word};
use crate::{reference::label::Label, work::fold::fold};

/// Mends the labels in brackets.
pub(super) fn mend(words: &mut Words) {
    label_bracketed_people(words);
    label_thesis_bracket(words);
}

/// `(A. Garzón del Camino, Trad.)`, `(K. V. Kukil, Ed.)`: the role at the end of a bracket behind a title says who the people are (APA).
fn label_bracketed_people(words: &mut Words) {
    for bracket in brackets(words) {
        let last = bracket.end - 1;
        let Some(label) = label_by_role(words.lower(last)) else {
            continue;
        };
        let may_be = |label: &Label| {
            use Label::{Author, Editor, Marker, Other, Title, Translator};
            matches!(label, Title | Translator | Editor | Author | Other | Marker)
        };
        let follows_title = bracket.start > 0 && words.labels[bracket.start - 1] == Label::Title;
        let begins_with_name = words.printed(bracket.start).starts_with(char::is_uppercase);
        let is_listed = words.gap(last).starts_with(',') || words.gap(last).starts_with(".,");
        if follows_title
            && is_listed
            && begins_with_name
            && words.labels[bracket.clone()].iter().all(may_be)
        {
            words.labels[bracket.start..last].fill(label);
            words.labels[last] = Label::Marker;
        }
    }
}

/// The words in round brackets that have more than one, without those of brackets inside.
fn brackets(words: &Words) -> Vec<Range<usize>> {
    const LONGEST: usize = 16;
    let opens = |idx: &usize| words.gap(*idx).ends_with('(');
    (1..words.len())
        .filter(opens)
        .filter_map(|start| {
            let reach = start + 1..=words.len().min(start + LONGEST);
            let end = reach
                .into_iter()
                .find(|idx| words.gap(*idx).contains(')'))?;
            (end - start > 1).then_some(start..end)
        })
        .collect()
}

/// The label of the people whose role a word in lower case is.
fn label_by_role(role: &str) -> Option<Label> {
    Some(match role {
        "trans" | "trad" | "transl" | "übers" | "translator" | "translators" => Label::Translator,
        "ed" | "eds" | "hrsg" | "hg" => Label::Editor,
        _ => return None,
    })
}

/// `[Doctoral dissertation, Pepperdine University]`: the kind of thesis and the university, however they were labelled.
fn label_thesis_bracket(words: &mut Words) {
    let Some(start) = (1..words.len()).find(|idx| words.gap(*idx).contains('[')) else {
        return;
    };
    let Some(end) = (start + 1..=words.len()).find(|idx| words.gap(*idx).contains(']')) else {
        return;
    };
    let comma = (start + 1..end)
        .find(|idx| words.gap(*idx).starts_with(','))
        .unwrap_or(end);
    let is_thesis = (start..comma).any(|idx| is_thesis_word(&fold(words.printed(idx))));
    if !is_thesis {
        return;
    }
    words.labels[start..comma].fill(Label::Genre);
    words.labels[comma..end].fill(Label::Publisher);
    if comma == end {
        name_university(words, end);
        return;
    }
    // What the model took for the same values before and behind the bracket is none of them.
    let is_same = |label: &&mut Label| matches!(**label, Label::Publisher | Label::Genre);
    let (before, rest) = words.labels.split_at_mut(start);
    for label in before.iter_mut().rev().take_while(is_same) {
        *label = Label::Note;
    }
    for label in rest[end - start..].iter_mut().take_while(is_same) {
        *label = Label::Note;
    }
}

/// `[Unpublished doctoral dissertation]. University of Virginia`: a bracket with the kind alone has the university behind it.
fn name_university(words: &mut Words, start: usize) {
    let is_name = |label: &&Label| matches!(label, Label::Note | Label::Container);
    let rest = words.labels.get(start..).unwrap_or_default();
    let n_words = rest.iter().take_while(is_name).count();
    let is_school = |idx: usize| {
        let folded = fold(words.printed(idx));
        [
            "univ",
            "college",
            "hochschule",
            "school",
            "institut",
            "academ",
        ]
        .iter()
        .any(|start| folded.starts_with(start))
    };
    let end = start + n_words;
    if (start..end).any(is_school) {
        words.labels[start..end].fill(Label::Publisher);
    }
}

#[cfg(test)]
mod tests {
    use super::{super::letters, *};

    #[test]
    fn brackets_tell_labels() {
        let check = |text, before, after| letters::check(mend, text, before, after);
        check(
            "Vigilar (A. Garzón del Camino, Trad.). Siglo",
            "ttttttp",
            "trrrrmp",
        );
        check("Journals (K. V. Kukil, Ed.). Anchor", "trrrmp", "teeemp");
        check("Journals (K. V. Kukil)", "tttt", "tttt");
        check(
            "Title [Doctoral dissertation, Duke University]. ProQuest",
            "tggppp",
            "tggppk",
        );
        check(
            "Title [Unpublished dissertation]. Duke University",
            "tttkk",
            "tggpp",
        );
    }
}
