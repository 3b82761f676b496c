//! What stands between the works of one citation, and their order.

use super::Cited;
use crate::{
    citation::{Cite, Mode},
    edit::Edit,
    span::Span,
    style::GroupOrder,
    work::fold::{fold, single_spaced},
};

/// Divides works within brackets as the style does.
pub(super) fn divided(cited: &[Cited]) -> Vec<Edit> {
    cited
        .windows(2)
        .filter_map(|pair| divider(pair[0], pair[1]))
        .collect()
}

fn divider(first: Cited, second: Cited) -> Option<Edit> {
    let has_names = |cited: Cited| cited.cite.span.covers(cited.cite.names_span);
    if first.mode != Mode::Parenthetical || !has_names(second) {
        return None;
    }
    let between = Span::new(extent(first.cite).end, extent(second.cite).start);
    let written = first.paper.document.text.get(between.start..between.end)?;
    let right = &first.form.cite_delimiter;
    let is_divider = matches!(written.trim(), ";" | ",");
    let is_right = single_spaced(written).trim() == right.trim();
    (is_divider && !is_right).then(|| Edit::new(first.paper.place(between), right.as_str()))
}

/// The edits that bring works into the order of the style, where each stands for itself.
pub(super) fn sorted(cited: &[Cited]) -> Option<Vec<Edit>> {
    let order = cited.first()?.form.sort?;
    let stands_alone = |cited: &Cited| {
        let cite = cited.cite;
        cited.mode == Mode::Parenthetical
            && cite.span.covers(cite.names_span)
            && cite.prefix.is_none()
            && cite.suffix.is_none()
    };
    if !cited.iter().all(stands_alone) {
        return None;
    }
    let mut right: Vec<&Cited> = cited.iter().collect();
    right.sort_by_cached_key(|cited| key(cited, order));
    let is_right = right
        .iter()
        .zip(cited)
        .all(|(right, cited)| right.cite.span == cited.cite.span);
    if is_right {
        return None;
    }
    let text = &cited[0].paper.document.text;
    let moved = cited.iter().zip(right);
    let moved = moved.filter(|(here, right)| here.cite.span != right.cite.span);
    let edits = moved.map(|(here, right)| {
        let place = here.paper.place(extent(here.cite));
        Edit::new(place, extent(right.cite).slice(text))
    });
    Some(edits.collect())
}

/// What a style sorts a work by.
fn key(cited: &Cited, order: GroupOrder) -> (i32, Vec<String>, i32, Option<char>) {
    let work = &cited.paper.references.items[cited.reference].work;
    let names = work.creators().names.iter().map(|name| fold(&name.cited()));
    let year = cited.cite.year.year.unwrap_or(i32::MAX);
    let first = match order {
        GroupOrder::ByName => 0,
        GroupOrder::ByYear => year,
    };
    (first, names.collect(), year, cited.cite.year.suffix)
}

/// A cite with the words before and behind it that are its own.
fn extent(cite: &Cite) -> Span {
    let parts = [cite.prefix, cite.locator, cite.suffix];
    let parts = parts.into_iter().flatten();
    parts.fold(cite.span, |all, part| {
        Span::new(all.start.min(part.start), all.end.max(part.end))
    })
}
