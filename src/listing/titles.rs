//! Italics within a title that are the author's, such as the name of a species, and not those of a style.

use serde_json::{Value, json};

use crate::{
    document::Document,
    reference::{Label, Reference, content_of},
    span::Span,
};

/// Puts marks for italics around the words of a title that are typed in other letters than most of it.
///
/// `typed` is the text of the reference with its parts.
pub(super) fn keep_italics(
    document: &Document,
    item: &Reference,
    (typed, segments): (&str, &[(Label, Span)]),
    value: &mut Value,
) {
    let slice = item.span.slice(&document.text);
    let (mark, _) = content_of(slice);
    let start = item.span.start + mark.len();
    // The places of the parts are those of the view only if nothing was joined.
    if !document.format.has_italics() || slice.get(mark.len()..) != Some(typed) {
        return;
    }
    let Ok(italics) = document.italics(Span::new(start, item.span.end)) else {
        return;
    };
    for (label, field) in [
        (Label::Title, "title"),
        (Label::Container, "container-title"),
    ] {
        let Some(text) = value[field].as_str().map(str::to_owned) else {
            continue;
        };
        let parts = segments.iter().filter(|(own, _)| *own == label);
        let parts = parts.map(|(_, span)| span.shift(start));
        let other = other_letters(&document.text, parts, &italics);
        let marked = other.iter().fold(text, |text, words| {
            let is_once = text.matches(words.as_str()).count() == 1;
            if is_once {
                text.replace(words.as_str(), &format!("<i>{words}</i>"))
            } else {
                text
            }
        });
        value[field] = json!(marked);
    }
}

/// The words of a title that are not typed in the letters of most of it.
fn other_letters(view: &str, parts: impl Iterator<Item = Span>, italics: &[Span]) -> Vec<String> {
    let mut stretches: Vec<(Span, bool)> = Vec::new();
    for part in parts {
        let letters = part.slice(view).char_indices();
        for (at, letter) in letters {
            let at = part.start + at;
            let is_italic = italics.iter().any(|it| it.contains(at));
            let here = Span::new(at, at + letter.len_utf8());
            match stretches.last_mut() {
                Some((last, its)) if *its == is_italic && last.end == at => last.end = here.end,
                _ => stretches.push((here, is_italic)),
            }
        }
    }
    let of = |wanted: bool| {
        let of = stretches
            .iter()
            .filter(move |(_, is_italic)| *is_italic == wanted);
        of.map(|(span, _)| span.len()).sum::<usize>()
    };
    let most_is_italic = of(true) > of(false);
    let others = stretches
        .iter()
        .filter(|(_, is_italic)| *is_italic != most_is_italic);
    others
        .map(|(span, _)| {
            let words = span.slice(view);
            words
                .trim_matches(|c: char| !c.is_alphanumeric())
                .to_owned()
        })
        .filter(|words| !words.is_empty())
        .collect()
}
