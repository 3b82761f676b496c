//! Words at the border of two values, given to the one that they belong to.

use super::{Words, next_run};
use crate::reference::{
    label::{Label, words as marker},
    months::month_number,
};

/// Mends the labels at borders.
pub(super) fn mend(words: &mut Words) {
    join_letters_of_journal(words);
    join_day_with_year(words);
    label_undated(words);
    label_in_press(words);
    join_country(words);
    label_edition(words);
    label_section(words);
    divide_host_from_editor(words);
}

/// `Proc Natl Acad Sci U S A`: single letters behind a journal without a mark are no place.
fn join_letters_of_journal(words: &mut Words) {
    let Some(place) = next_run(words, 1, Label::Location) else {
        return;
    };
    let is_letter = |idx: usize| words.printed(idx).len() == 1 && words.gap(idx) == " ";
    if words.labels[place.start - 1] == Label::Container && place.clone().all(is_letter) {
        words.labels[place].fill(Label::Container);
    }
}

/// `Last modified March 25, 2018`: month and day before a year belong to the date.
fn join_day_with_year(words: &mut Words) {
    let is_day = |idx: usize| {
        let printed = words.printed(idx);
        printed.len() <= 2 && printed.bytes().all(|byte| byte.is_ascii_digit())
    };
    let year = (2..words.len()).find(|idx| {
        words.labels[*idx] == Label::Date
            && words.labels[*idx - 1] != Label::Date
            && words.printed(*idx).len() == 4
            && words.gap(*idx) == ", "
            && is_day(*idx - 1)
            && month_number(words.lower(*idx - 2)).is_some()
            && words.gap(*idx - 1) == " "
    });
    if let Some(year) = year {
        words.labels[year - 2..year].fill(Label::Date);
    }
}

/// `ONS (no date)`.
fn label_undated(words: &mut Words) {
    let no = (1..words.len().saturating_sub(1)).find(|idx| {
        words.lower(*idx) == "no"
            && words.lower(idx + 1) == "date"
            && words.gap(*idx).ends_with('(')
            && words.gap(idx + 2).starts_with([')', ','])
    });
    if let Some(no) = no {
        words.labels[no..no + 2].fill(Label::Date);
    }
}

/// `Science. In press 2002`: that a work has not come out yet is no publisher.
fn label_in_press(words: &mut Words) {
    for label in [Label::Publisher, Label::Note, Label::Container] {
        let Some(run) = next_run(words, 1, label) else {
            continue;
        };
        let is_in_press = run.len() == 2
            && words.lower(run.start) == "in"
            && words.lower(run.start + 1) == "press"
            && words.gap(run.start).contains(['.', ',', ';', '(']);
        if is_in_press {
            words.labels[run].fill(Label::Date);
        }
    }
}

/// `Boston, MA, United States`: a country behind a place belongs to it.
fn join_country(words: &mut Words) {
    let Some(house) = next_run(words, 1, Label::Publisher) else {
        return;
    };
    let start = words.tokens[house.start].span.start;
    let end = words.tokens[house.end - 1].span.end;
    let is_country = words.text.get(start..end).is_some_and(is_country);
    if is_country
        && words.labels[house.start - 1] == Label::Location
        && words.gap(house.start).starts_with(',')
    {
        words.labels[house].fill(Label::Location);
    }
}

/// Whether a text is a country that styles print behind the place of a conference or publisher.
fn is_country(text: &str) -> bool {
    matches!(
        text,
        "United States"
            | "United Kingdom"
            | "USA"
            | "UK"
            | "England"
            | "Scotland"
            | "Ireland"
            | "Canada"
            | "Australia"
            | "New Zealand"
            | "Germany"
            | "Austria"
            | "Switzerland"
            | "France"
            | "Italy"
            | "Spain"
            | "Portugal"
            | "Netherlands"
            | "The Netherlands"
            | "Belgium"
            | "Sweden"
            | "Norway"
            | "Denmark"
            | "Finland"
            | "Poland"
            | "Greece"
            | "Brazil"
            | "Mexico"
            | "Japan"
            | "China"
            | "India"
            | "South Korea"
            | "South Africa"
    )
}

/// `27. ed.`: a number before the word for editions is no volume.
fn label_edition(words: &mut Words) {
    let Some(run) = next_run(words, 0, Label::Volume) else {
        return;
    };
    let word = run.start + 1;
    let is_word = matches!(words.lower(word), "ed" | "edn" | "aufl" | "edição" | "éd");
    let is_edition = run.len() <= 2
        && is_word
        && matches!(
            words.labels[word],
            Label::Volume | Label::Marker | Label::Other
        )
        && words.gap(word).starts_with(['.', 'ª', 'a'])
        && !words.labels.contains(&Label::Edition);
    if is_edition {
        words.labels[run.start..=word].fill(Label::Edition);
    }
}

/// `Folha de S.Paulo, 12 out. 1998. Caderno Mais!, p. 5`: the section of a newspaper is a remark.
fn label_section(words: &mut Words) {
    let Some(date) = next_run(words, 0, Label::Date) else {
        return;
    };
    let start = date.end;
    let is_section = matches!(
        words.lower(start),
        "caderno" | "seção" | "sección" | "suplemento" | "cahier" | "sect" | "feuilleton"
    );
    let label = words.labels.get(start).copied();
    if let Some(label @ (Label::Publisher | Label::Title | Label::Container)) =
        label.filter(|_| is_section)
    {
        let run = next_run(words, start, label).unwrap_or(start..start);
        words.labels[run].fill(Label::Note);
    }
}

/// `in Computers and You, J. S. Brake, Ed.`: the title of the host stands before the name of its editor.
fn divide_host_from_editor(words: &mut Words) {
    const SHORTEST_HOST: usize = 2;
    if words.labels.contains(&Label::Container) {
        return;
    }
    let Some(run) = next_run(words, 1, Label::Editor) else {
        return;
    };
    let is_initial =
        |idx: usize| words.printed(idx).chars().count() == 1 && words.gap(idx + 1).starts_with('.');
    let Some(name) = (run.start + SHORTEST_HOST..run.end)
        .find(|idx| words.gap(*idx).starts_with(',') && is_initial(*idx))
    else {
        return;
    };
    let says_in = marker::is_in(words.lower(run.start - 1));
    let has_initial = (run.start..name).any(is_initial);
    let is_divided = (run.start + 1..name).any(|idx| words.gap(idx).contains([',', ';', '&']));
    if says_in && !has_initial && !is_divided {
        words.labels[run.start..name].fill(Label::Container);
    }
}

#[cfg(test)]
mod tests {
    use super::{super::letters, *};

    #[test]
    fn words_at_borders_go_where_they_belong() {
        let check = |text, before, after| letters::check(mend, text, before, after);
        check("Acad Sci U S A. In press 2002", "cclllppd", "cccccddd");
        check("Berlin, A, 1990", "lld", "lld");
        check("Modified March 25, 2018. https://a.org", "kkkdu", "kdddu");
        check("ONS (no date) Population", "ooot", "oddt");
        check("Boston, MA, United States.", "llpp", "llll");
        check("Boston, Sweden & Sons", "lppp", "lppp");
        check("linguística geral. 27. ed. São Paulo", "ttvvll", "ttxxll");
        check("linguística geral. 27. ed. São Paulo", "ttvmll", "ttxxll");
        check("geral 27. São Paulo", "tvll", "tvll");
        check(
            "in Computers and You, J. S. Brake, Ed.",
            "meeeeeem",
            "mccceeem",
        );
        check("12 out. 1998. Caderno Mais!, p. 5", "dddppms", "dddkkms");
        check("in A. Berg, J. S. Brake, Eds.", "meeeeem", "meeeeem");
    }
}
