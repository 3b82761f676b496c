//! People and organisations: where their names end, and how they took part.

use super::{
    super::{Words, name_words as known},
    Label, marker, next_run,
};

/// Mends authors and editors.
pub(super) fn mend_people(words: &mut Words) {
    join_editors(words);
    join_abbreviated_organisations(words);
    name_editors_of_host(words);
    name_editors_by_role(words);
    join_interrupted_names(words);
    return_last_family(words);
    join_divided_organisation(words);
    name_newspaper(words);
    name_collaboration(words);
}

/// `Ekelund U, Cooper A; Accelerometry Database Collaborators. Title`: a group behind the people, at the start of what the model took
/// for the title.
fn name_collaboration(words: &mut Words) {
    const LONGEST: usize = 16;
    let Some(title) = next_run(words, 1, Label::Title) else {
        return;
    };
    if words.labels[title.start - 1] != Label::Author || !words.gap(title.start).contains(';') {
        return;
    }
    let reach = title.start + 1..title.end.min(title.start + LONGEST);
    let Some(end) = reach
        .into_iter()
        .find(|idx| words.gap(*idx).starts_with(". "))
    else {
        return;
    };
    let is_group = (title.start..end).any(|idx| {
        matches!(
            words.lower(idx),
            "group"
                | "collaborators"
                | "investigators"
                | "consortium"
                | "collaboration"
                | "network"
                | "committee"
                | "subcommittee"
                | "team"
                | "initiative"
        )
    });
    let n_people = next_run(words, 0, Label::Author).map_or(0, |run| run.len());
    if is_group && n_people > 1 {
        words.labels[title.start..end].fill(Label::Organisation);
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
        || matches!(words.lower(end), "and" | "und" | "&" | "et");
    if is_joined {
        words.labels[start..end].fill(Label::Editor);
    }
}

/// `Peace Corps. U.S. Department of State`: two or more initials before an organisation belong to it.
fn join_abbreviated_organisations(words: &mut Words) {
    let mut start = 0;
    while let Some(run) = next_run(words, start, Label::Author) {
        start = run.end;
        let is_initial = |idx: &usize| {
            let mut letters = words.printed(*idx).chars();
            letters.next().is_some_and(char::is_uppercase) && letters.next().is_none()
        };
        let n_initials = run.clone().rev().take_while(is_initial).count();
        let first = run.end - n_initials;
        let is_listed = (first..=run.end).any(|idx| words.gap(idx).contains([',', ';']));
        if n_initials >= 2 && !is_listed && words.labels.get(run.end) == Some(&Label::Organisation)
        {
            words.labels[first..run.end].fill(Label::Organisation);
        }
    }
}

/// `in Échard, N., Métallurgies africaines`: people behind the title and a word like `in` edited the host.
fn name_editors_of_host(words: &mut Words) {
    let Some(title) = next_run(words, 0, Label::Title) else {
        return;
    };
    let Some(run) = next_run(words, title.end, Label::Author) else {
        return;
    };
    let says_in = |idx: usize| {
        marker::is_in(words.lower(idx))
            && words.gap(idx).contains([',', '.', '”', '»', '"', '’', '“'])
    };
    if says_in(run.start) || says_in(run.start - 1) {
        words.labels[run].fill(Label::Editor);
    }
}

/// `Bundesanstalt für Arbeit [Hrsg.]`: whose names are followed by the role of editors are editors.
fn name_editors_by_role(words: &mut Words) {
    const LONGEST: usize = 12;
    let start = (words.labels.iter())
        .take_while(|label| matches!(label, Label::Number | Label::Other))
        .count();
    let is_name = |label: &&Label| matches!(label, Label::Author | Label::Organisation);
    let end = start + words.labels[start..].iter().take_while(is_name).count();
    let role = words.lower(end);
    let is_role = matches!(
        role,
        "hrsg" | "hg" | "hgg" | "eds" | "ed" | "orgs" | "org" | "dir" | "éds" | "éd"
    );
    let is_bracketed =
        words.gap(end).ends_with(['(', '[']) && words.gap(end + 1).starts_with([')', ']', '.']);
    let is_marker = words
        .labels
        .get(end)
        .is_some_and(|label| matches!(label, Label::Marker | Label::Other));
    if is_role && is_bracketed && is_marker && (1..=LONGEST).contains(&(end - start)) {
        words.labels[start..end].fill(Label::Editor);
    }
}

/// `BRASIL, C. I. do`, `Lino Júnior RS, Ferreira PS`: names in the midst of others, or without a mark behind them, are of one kind.
fn join_interrupted_names(words: &mut Words) {
    let mut start = 0;
    while start < words.len() {
        let label = words.labels[start];
        let end = next_run(words, start, label).map_or(words.len(), |run| run.end);
        let before = start.checked_sub(1).map(|idx| words.labels[idx]);
        let after = words.labels.get(end).copied();
        let people = |label| matches!(label, Some(Label::Author | Label::Editor));
        let is_between = label == Label::Translator && people(before) && before == after;
        let is_initials = (start..end).all(|idx| {
            words.printed(idx).chars().count() == 1 || known::is_particle(words.printed(idx))
        });
        let follows_family = label == Label::Author
            && before == Some(Label::Organisation)
            && words.gap(start) == ", "
            && is_initials
            && (start == 1 || words.labels[start - 2] != Label::Organisation);
        let goes_on =
            label == Label::Author && before == Some(Label::Editor) && words.gap(start) == " ";
        if let Some(before) = before.filter(|_| is_between || goes_on) {
            words.labels[start..end].fill(before);
        } else if follows_family {
            words.labels[start - 1] = Label::Author;
        }
        start = end;
    }
}

/// `C. Berg and S. K. Sehgal An Introduction`: where given names stand first, a list does not end with initials.
fn return_last_family(words: &mut Words) {
    let Some(run) = next_run(words, 0, Label::Author) else {
        return;
    };
    let is_initial =
        |idx: usize| words.printed(idx).chars().count() == 1 && words.gap(idx + 1).starts_with('.');
    let is_joint = |idx: usize| words.gap(idx).contains(',') || known::is_and(words.lower(idx - 1));
    let n_initials = run.clone().rev().take_while(|idx| is_initial(*idx)).count();
    let first = run.end - n_initials;
    let is_name = words.printed(run.end).chars().count() > 2
        && words.printed(run.end).starts_with(char::is_uppercase);
    let stands_first = n_initials > 0 && first > run.start + 1 && is_initial(run.start);
    if stands_first
        && is_joint(first)
        && known::is_and(words.lower(first - 1))
        && is_name
        && words.gap(run.end) == ". "
        && words.labels.get(run.end) == Some(&Label::Title)
    {
        words.labels[run.end] = Label::Author;
    }
}

/// `Bundesministerium für Bildung, Wissenschaft, Forschung (BMBF), 1998: Title`: what stands between an organisation and the date, while
/// the title follows, belongs to its name.
fn join_divided_organisation(words: &mut Words) {
    let Some(first) = next_run(words, 0, Label::Title) else {
        return;
    };
    let is_organisation = first.start > 0
        && (0..first.start).any(|idx| known::is_organisation_word(words.lower(idx)))
        && matches!(
            words.labels[first.start - 1],
            Label::Organisation | Label::Author
        )
        && words.gap(first.start).starts_with(',');
    let date = (first.end..words.len()).find(|idx| words.labels[*idx] == Label::Date);
    let Some(date) = date.filter(|_| is_organisation) else {
        return;
    };
    let may_be = |label: &Label| {
        matches!(
            label,
            Label::Publisher | Label::Other | Label::Organisation | Label::Author
        )
    };
    let is_direct = words.labels[first.end..date].iter().all(may_be);
    let dates = next_run(words, date, Label::Date).map_or(date, |run| run.end);
    if is_direct && words.labels.get(dates) == Some(&Label::Title) {
        let label = words.labels[first.start - 1];
        words.labels[first.start..date].fill(label);
    }
}

/// `Bonner General-Anzeiger vom 6. 11. 1995`: a newspaper at the start of a note is where the article stands.
fn name_newspaper(words: &mut Words) {
    let has = |label| words.labels.contains(&label);
    if has(Label::Title) || has(Label::Container) {
        return;
    }
    let is_name = |label: &Label| matches!(label, Label::Author | Label::Organisation);
    let Some(start) = words.labels.iter().position(is_name) else {
        return;
    };
    let end = start
        + words.labels[start..]
            .iter()
            .take_while(|label| is_name(label))
            .count();
    let is_newspaper = (start..end).any(|idx| known::is_newspaper_word(words.lower(idx)));
    let is_dated = words.labels[end..].contains(&Label::Date);
    if is_newspaper && is_dated {
        words.labels[start..end].fill(Label::Container);
    }
}
