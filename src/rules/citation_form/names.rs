//! The names of one cite, and what divides them from the year.

use super::{Change, Cited};
use crate::{
    citation::{CitedName, Mode},
    edit::{Applicability, Edit},
    rules::wrong_connector::usual_word,
    span::Span,
    work::{Contributors, fold::single_spaced},
};

/// A reference whose names are written into the text must be read with this confidence, or the fix is unsafe.
const SURE: f32 = 0.9;

/// What the style would write otherwise.
pub(super) fn changes(cited: Cited) -> Change {
    let mut applicability = Applicability::Safe;
    let mut edits = Vec::new();
    if cited.cite.span.covers(cited.cite.names_span) {
        if let Some(edit) = shortened(cited) {
            edits.push(edit);
        } else if let Some(edit) = in_full(cited) {
            let reference = &cited.paper.references.items[cited.reference];
            if reference.confidence < SURE {
                applicability = Applicability::Unsafe;
            }
            edits.push(edit);
        } else {
            edits.extend(et_al(cited));
            edits.extend(before_connector(cited));
            edits.extend(slash(cited));
        }
    }
    edits.extend(divided(cited));
    (joined(edits), applicability)
}

/// Edits in the order of the text; those that meet are one, for two that do are refused.
fn joined(mut edits: Vec<Edit>) -> Vec<Edit> {
    edits.sort();
    let mut joined: Vec<Edit> = Vec::new();
    for edit in edits {
        match joined.last_mut() {
            Some(last) if last.place.span.end == edit.place.span.start => {
                last.place.span.end = edit.place.span.end;
                last.replacement.push_str(&edit.replacement);
            }
            _ => joined.push(edit),
        }
    }
    joined
}

/// Names only the first authors where the style shortens.
fn shortened(cited: Cited) -> Option<Edit> {
    let Cited { form, cite, .. } = cited;
    let last = cite.names.last()?;
    let shown = cite.names.get(form.et_al_shown.checked_sub(1)?)?;
    let is_long = cite.names.len() >= form.et_al_from && cite.names.len() > form.et_al_shown;
    if !is_long || cite.et_al.is_some() || has_double(cited) {
        return None;
    }
    let others = Span::new(shown.span.end, last.span.end);
    Some(Edit::new(cited.paper.place(others), form.et_al.as_str()))
}

/// Names all authors where the style does not shorten.
fn in_full(cited: Cited) -> Option<Edit> {
    let Cited { form, cite, .. } = cited;
    let et_al = cite.et_al?;
    let work = &cited.paper.references.items[cited.reference].work;
    let creators = work.creators();
    let n_cited = cite.names.len();
    let is_short = creators.names.len() < form.et_al_from && creators.names.len() > n_cited;
    let connector = connector(cited)?;
    if !is_short || creators.et_al || n_cited == 0 {
        return None;
    }
    let last = cite.names.last()?;
    let names = Span::new(last.span.end, et_al.end);
    Some(Edit::new(
        cited.paper.place(names),
        others(cited, creators, connector)?,
    ))
}

/// What joins the last two names. Without `and` of the paper's own its language is not known.
fn connector(cited: Cited<'_>) -> Option<&str> {
    match cited.mode {
        Mode::Parenthetical if cited.form.connector == "&" => Some("&"),
        _ => usual_word(cited.paper).filter(|_| !cited.form.connector.is_empty()),
    }
}

/// The names behind those that are cited, with what divides them.
fn others(cited: Cited, creators: &Contributors, connector: &str) -> Option<String> {
    let (last, others) = creators.names.get(cited.cite.names.len()..)?.split_last()?;
    if creators.names.len() == 2 {
        return Some(format!(" {connector} {}", last.cited()));
    }
    let three = cited.form.three.as_ref()?;
    let others = others
        .iter()
        .map(|name| format!("{}{}", three.delimiter, name.cited()));
    let others: String = others.collect();
    Some(format!(
        "{others}{}{connector} {}",
        three.before_connector,
        last.cited()
    ))
}

/// Writes `et al.` with the full stop and the comma that the style has.
fn et_al(cited: Cited) -> Option<Edit> {
    let Cited {
        form, cite, paper, ..
    } = cited;
    let text = &paper.document.text;
    let span = cite.et_al?;
    let written = single_spaced(span.slice(text));
    let has_stop = written.ends_with('.') || text[span.end..].starts_with('.');
    let end = if written.ends_with('.') || !has_stop {
        span.end
    } else {
        span.end + 1
    };
    // Other languages have other words.
    if written.trim_end_matches('.') != "et al" || form.et_al.is_empty() {
        return None;
    }
    let start = cite.names.last()?.span.end;
    let before = text.get(start..span.start)?;
    let is_divider = before
        .chars()
        .all(|letter| letter.is_whitespace() || letter == ',');
    let written = single_spaced(text.get(start..end)?);
    let is_right = written.trim() == form.et_al.trim();
    (is_divider && !is_right)
        .then(|| Edit::new(paper.place(Span::new(start, end)), form.et_al.as_str()))
}

/// Writes or takes away the comma before the last of three names and more.
fn before_connector(cited: Cited) -> Option<Edit> {
    let Cited {
        form, cite, paper, ..
    } = cited;
    let connector = cite.connector?;
    let [_, .., before, _] = cite.names.as_slice() else {
        return None;
    };
    let between = Span::new(before.span.end, connector.start);
    let right = form.three.as_ref()?.before_connector.as_str();
    let can_tell = !form.connector.is_empty() && is_plain(&cite.names, &paper.document.text);
    replaced(cited, between, right).filter(|_| can_tell)
}

/// Joins two names that a slash divides: `Koch/Weiß 2011`.
fn slash(cited: Cited) -> Option<Edit> {
    let [first, second] = cited.cite.names.as_slice() else {
        return None;
    };
    let between = Span::new(first.span.end, second.span.start);
    let written = cited.paper.document.text.get(between.start..between.end)?;
    let connector = connector(cited).filter(|_| written.trim() == "/")?;
    Some(Edit::new(
        cited.paper.place(between),
        format!(" {connector} "),
    ))
}

/// Whether names stand as they were read, each in one piece.
fn is_plain(names: &[CitedName], text: &str) -> bool {
    names
        .iter()
        .all(|name| !name.span.slice(text).contains(','))
}

/// Divides names and year within brackets.
fn divided(cited: Cited) -> Option<Edit> {
    let Cited { form, cite, .. } = cited;
    let is_whole = cite.span.covers(cite.names_span) && cite.names_span.end < cite.year.span.start;
    // `Miller, in press` has a comma in styles that divide names and years by a blank (Chicago Manual of Style, 17th edition, 15.45).
    let is_year = cite.year.status.is_none();
    if cited.mode != Mode::Parenthetical || !is_whole || !is_year {
        return None;
    }
    let between = Span::new(cite.names_span.end, cite.year.span.start);
    replaced(cited, between, &form.year_delimiter)
}

/// Writes `right` where blanks and commas stand that are not it.
fn replaced(cited: Cited, between: Span, right: &str) -> Option<Edit> {
    let written = cited.paper.document.text.get(between.start..between.end)?;
    let is_divider = written.chars().all(|c| c.is_whitespace() || c == ',');
    let is_right = single_spaced(written).trim_end() == right.trim_end();
    (is_divider && !is_right).then(|| Edit::new(cited.paper.place(between), right))
}

/// Whether another reference has the same first author and year, so that `et al.` would not tell them apart.
fn has_double(cited: Cited) -> bool {
    let items = &cited.paper.references.items;
    let own = &items[cited.reference].work;
    let others = items
        .iter()
        .enumerate()
        .filter(|(other, _)| *other != cited.reference);
    others.into_iter().any(|(_, other)| {
        other.work.creators().names.first() == own.creators().names.first()
            && other.work.issued.date.map(|date| date.year) == own.issued.date.map(|date| date.year)
    })
}
