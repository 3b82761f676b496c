//! References in footnotes, of a paper that has no reference list.

use std::collections::BTreeSet;

use super::{
    Parser,
    list::{likeness, marker, paragraphs, years},
};
use crate::{
    document::Document,
    work::{EntryType, Work, fold::fold},
};

/// The fewest works in notes that are taken for references; fewer may be the paper's own imprint.
const FEWEST: usize = 2;

/// How much a part of a note must look like a reference (nats); the shortest books of notes have about 1.
const LIKELY: f32 = 0.5;

/// The most words of a note that is a reference and not a remark.
const LONGEST: usize = 60;

/// Reads the works that footnotes tell in full, each once, in the order of the text.
///
/// A note is a paragraph, or lines that begin with a number. Notes that say where a work named before is cited have no year, and
/// are left out. The page at which a book is cited is none of its own.
pub fn in_footnotes(document: &Document) -> Vec<Work> {
    let text = document.text.as_str();
    let mut parser = Parser::default();
    let mut seen = BTreeSet::new();
    let mut works = Vec::new();
    for paragraph in paragraphs(text) {
        let note = without_number(&paragraph);
        for part in parts(note) {
            let Some(work) = work(part, &mut parser) else {
                continue;
            };
            if seen.insert(identity(&work)) {
                works.push(work);
            }
        }
    }
    works.truncate(if works.len() < FEWEST { 0 } else { works.len() });
    works
}

/// A note without the number before it: `12 Karl Brandt`, `[3] Lind`.
fn without_number(note: &str) -> &str {
    let marked = &note[marker(note).1..];
    let rest = marked.trim_start_matches(|c: char| c.is_ascii_digit());
    if rest.starts_with(char::is_whitespace) {
        rest.trim_start()
    } else {
        marked
    }
}

/// The works of a note, which semicolons divide where each has a year.
fn parts(note: &str) -> Vec<&str> {
    let mut parts: Vec<&str> = Vec::new();
    let mut start = 0;
    for (end, _) in note.match_indices("; ") {
        let (before, behind) = (&note[start..end], &note[end + 2..]);
        let is_end = years::first(before).is_some()
            && years::first(behind).is_some()
            && behind.starts_with(char::is_uppercase);
        if is_end {
            parts.push(before);
            start = end + 2;
        }
    }
    parts.push(&note[start..]);
    parts.into_iter().map(without_remark).collect()
}

/// A reference without the sentences behind it that have no number: `(Oslo: Norli, 1999), 3–20. The author thanks the archive.`
fn without_remark(part: &str) -> &str {
    let last_digit = part.rfind(|c: char| c.is_ascii_digit()).unwrap_or_default();
    let rest = &part[last_digit..];
    let is_sentence = |end: &usize| rest[end + 2..].starts_with(char::is_uppercase);
    match rest
        .match_indices(". ")
        .map(|(end, _)| end)
        .find(is_sentence)
    {
        Some(end) => &part[..=last_digit + end],
        None => part,
    }
}

/// The work that a part of a note tells in full.
fn work(part: &str, parser: &mut Parser) -> Option<Work> {
    let is_reference = part.split_whitespace().count() <= LONGEST
        && years::first(part).is_some()
        && likeness(part) > LIKELY;
    if !is_reference {
        return None;
    }
    let mut work = parser.parse(part).work;
    let is_named = !work.creators().is_empty();
    let is_dated = work.issued.date.is_some();
    if !is_named || !is_dated || work.title.is_none() {
        return None;
    }
    let is_place_cited = matches!(
        work.entry_type,
        EntryType::Book | EntryType::Collection | EntryType::Thesis | EntryType::Report
    );
    if is_place_cited {
        work.page = None;
    }
    Some(work)
}

/// What tells two works apart.
fn identity(work: &Work) -> (String, String) {
    let first = work.creators().names.first();
    let name = first.map(|name| fold(&name.cited())).unwrap_or_default();
    (name, fold(work.title.as_deref().unwrap_or_default()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Format;

    /// The first author and the title of each work.
    fn found(text: &str, format: Format) -> Vec<String> {
        let works = in_footnotes(&Document::read(text.to_owned(), format));
        let shown = works.iter().map(|work| {
            let name = work.creators().names[0].cited();
            format!("{name}: {}", work.title.as_deref().unwrap_or_default())
        });
        shown.collect()
    }

    const PAGES: &str = "The price of bread rises with the moon, and it does not fall again.1 The bakers of the north did not agree \
        with that view.2 Others have said that salt is dearer.3\n\n\
        1 Karl Brandt, The Price of Bread (London: Harbour Press, 2011), 12.\n\
        2 Anna Lind, “Rye and Salt,” Journal of Grain 12, no. 3 (2010): 45–67.\n\
        3 Brandt, The Price of Bread, 33.\n\n\
        The harvest was poor in the years after the war.4 Nobody knows why the mills were closed so early.5\n\n\
        4 See Karl Brandt, The Price of Bread (London: Harbour Press, 2011), 88; José García Lorenzo, Bakers of the South (Madrid: \
        Alianza, 2016), 88–90.\n\
        5 Liv Berg, The Mills of the South (Oslo: Norli, 1999), 3. The author thanks the archive of the city.\n";

    #[test]
    fn works_of_footnotes_are_read_once() {
        assert_eq!(
            found(PAGES, Format::Plain),
            [
                "Brandt: The Price of Bread",
                "Lind: Rye and Salt",
                "García Lorenzo: Bakers of the South",
                "Berg: The Mills of the South",
            ]
        );
        let works = in_footnotes(&Document::read(PAGES.to_owned(), Format::Plain));
        assert_eq!(works[0].page, None);
        assert_eq!(works[1].page.as_deref(), Some("45-67"));
    }

    #[test]
    fn notes_of_markdown_are_read() {
        let text = "Bread is dear.[^1] Salt is not.[^2]\n\n[^1]: Karl Brandt, *The Price of Bread* (London: Harbour Press, 2011), 12.\n\n\
            [^2]: Anna Lind, *Rye and Salt* (Oslo: Norli, 2010), 45.\n";
        let expected = ["Brandt: The Price of Bread", "Lind: Rye and Salt"];
        assert_eq!(found(text, Format::Markdown), expected);
    }

    #[test]
    fn prose_has_no_references() {
        let text = "The Price of Bread\n\nKarl Brandt\n\n12 May 2011\n\nIn 1929 the price of bread rose, and Karl Brandt wrote of it.\n";
        assert_eq!(found(text, Format::Plain), [""; 0]);
    }
}
