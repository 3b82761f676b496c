//! Reads all references of a document.

use super::{
    List, Parser, Reference, References,
    list::{PrintedList, joined, lists, marker, years},
    repeated::fill_in,
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
    let mut references = References::default();
    let mut parser = Parser::default();
    for printed in lists(text, prose(document)) {
        references.lists.extend(list(&printed));
        references
            .items
            .extend(read_list(text, &printed, &mut parser));
    }
    references
}

/// Reads references that are known to be a list, one after the other, as works.
///
/// A dash that stands for the authors of the reference before is filled in with them.
pub fn works<'t>(references: impl Iterator<Item = &'t str>) -> Vec<Work> {
    let mut parser = Parser::default();
    let mut before = Contributors::default();
    references
        .map(|text| {
            let mut work = parser.parse(text).work;
            fill_in(&text[marker(text).1..], &mut work, &before);
            before.clone_from(work.creators());
            work
        })
        .collect()
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

/// Reads the references of one list.
fn read_list(text: &str, printed: &PrintedList, parser: &mut Parser) -> Vec<Reference> {
    let mut before = Contributors::default();
    let mut references = Vec::with_capacity(printed.references.len());
    for lines in &printed.references {
        let Some(span) = lines.iter().copied().reduce(Span::join) else {
            continue;
        };
        let content = joined(text, lines.iter().copied());
        let (label, content) = split_label(&content);
        let parsed = parser.parse_closely(content);
        let mut work = parsed.work;
        date_by_label(label, &mut work);
        fill_in(&content[marker(content).1..], &mut work, &before);
        before.clone_from(work.creators());
        references.push(Reference {
            span,
            work,
            fields: parsed.fields,
            confidence: parsed.confidence,
            field_confidence: parsed.field_confidence,
            doubt: parsed.doubt,
        });
    }
    references
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
