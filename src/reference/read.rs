//! Reads all references of a document.

use super::{
    List, Parser, Reference, References,
    list::{PrintedList, joined, lists, marker, years},
    read_each,
    repeated::RepeatedAuthor,
    short_label::split_label,
};
use crate::{
    document::Document,
    span::Span,
    work::{Contributors, Issued, Work},
};

/// Finds the reference lists of a document, divides them and reads each reference.
///
/// A dash that stands for the authors of the reference before is filled in with them.
pub fn read(document: &Document) -> References {
    let text = document.text.as_str();
    let printed = lists(text, prose(document));
    let all: Vec<&Vec<Span>> = printed.iter().flat_map(|list| &list.references).collect();
    let mut read = read_each(&all, |parser, lines| read_one(text, lines, parser)).into_iter();
    let mut references = References::default();
    for printed in &printed {
        references.lists.extend(list(printed));
        let mut before = Contributors::default();
        let items = read.by_ref().take(printed.references.len()).flatten();
        references
            .items
            .extend(items.map(|(mut reference, repeated)| {
                fill_in(repeated, &mut reference.work, &mut before);
                reference
            }));
    }
    references
}

/// Reads references that are known to be a list, one after the other, as works.
///
/// A dash that stands for the authors of the reference before is filled in with them.
pub fn works<'t>(references: impl Iterator<Item = &'t str>) -> Vec<Work> {
    let references: Vec<&str> = references.collect();
    let read = read_each(&references, |parser, text| {
        let repeated = RepeatedAuthor::find(&text[marker(text).1..]);
        (parser.parse(text).work, repeated)
    });
    let mut before = Contributors::default();
    let fill_in = |(mut work, repeated)| {
        fill_in(repeated, &mut work, &mut before);
        work
    };
    read.into_iter().map(fill_in).collect()
}

/// A reference divided: the number, bullet or label before it with the white space behind, and its text on one line.
pub fn content_of(reference: &str) -> (&str, String) {
    let (label, _) = split_label(reference);
    let (_, length) = marker(&reference[label.len()..]);
    let (mark, content) = reference.split_at(label.len() + length);
    let lines = content.split_inclusive('\n').scan(0, |start, line| {
        let span = Span::new(*start, *start + line.len());
        *start = span.end;
        Some(span.trim(content))
    });
    (mark, joined(content, lines.filter(|line| !line.is_empty())))
}

/// Fills in the authors of the reference before, and keeps those of this one for the next.
fn fill_in(repeated: Option<RepeatedAuthor>, work: &mut Work, before: &mut Contributors) {
    if let Some(repeated) = repeated {
        repeated.fill_in(work, before);
    }
    before.clone_from(work.creators());
}

/// From the first byte of prose to the last.
///
/// What ends the last paragraph belongs to it as well: an address, which is no prose.
fn prose(document: &Document) -> Span {
    let first = document.prose.first().copied().unwrap_or_default();
    let last = document.prose.last().copied().unwrap_or_default();
    let behind = &document.text[last.end..];
    let end = behind.find("\n\n").unwrap_or(behind.len());
    first.join(Span::new(last.start, last.end + end))
}

/// Where a list stands.
fn list(printed: &PrintedList) -> Option<List> {
    let spans = || printed.references.iter().flatten().copied();
    Some(List {
        heading: printed.heading,
        span: spans().reduce(Span::join)?,
    })
}

/// Reads the lines of one reference; what stands for the authors of the one before is not filled in yet.
fn read_one(
    text: &str,
    lines: &[Span],
    parser: &mut Parser,
) -> Option<(Reference, Option<RepeatedAuthor>)> {
    let span = lines.iter().copied().reduce(Span::join)?;
    let content = joined(text, lines.iter().copied());
    let (label, content) = split_label(&content);
    let mut parsed = parser.parse_closely(content);
    date_by_label(label, &mut parsed.work);
    let reference = Reference {
        span,
        work: parsed.work,
        fields: parsed.fields,
        confidence: parsed.confidence,
        field_confidence: parsed.field_confidence,
        doubt: parsed.doubt,
    };
    let repeated = RepeatedAuthor::find(&content[marker(content).1..]);
    Some((reference, repeated))
}

/// Takes the year from the label of a reference that has it nowhere else.
fn date_by_label(label: &str, work: &mut Work) {
    if work.issued != Issued::default() {
        return;
    }
    let Some(year) = years::first(label) else {
        return;
    };
    if let Ok(number) = year.slice(label).parse() {
        work.issued = Issued::year(number);
        work.issued.suffix = label[year.end..]
            .chars()
            .next()
            .filter(char::is_ascii_lowercase);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Format;

    #[test]
    fn an_address_at_the_end_of_the_text_belongs_to_the_last_reference() {
        let source = "# References\n\nLind, S. (2010). *Rye*. Harbour Press.\n\n\
                      May, T. (2013). *Flour*. Harbour Press. https://example.org/flour\n";
        let document = Document::read(source.to_owned(), Format::Markdown);
        let references = read(&document);
        let last = references.items[1].span.slice(&document.text);
        assert!(last.ends_with("https://example.org/flour"), "{last}");
    }
}
