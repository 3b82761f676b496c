//! Stretches of a text made into fields, in the file.

use std::collections::BTreeSet;

use super::{EditedFile, Kind, Office};
use crate::{
    document::{
        Refused, docx,
        faithful::keep_good,
        live::{NewField, Property, Splices},
        map::Refusal,
        odt::{self, OpenText},
        package::{Package, Tree},
    },
    edit,
    span::Span,
};

/// A field that is to be made.
struct Translated<'a> {
    number: usize,
    field: &'a NewField,
    splices: Splices,
}

/// Turns fields into splices; the elements of each part are read only once.
enum Translator<'a> {
    Word(docx::Trees<'a>),
    OpenDocument(&'a OpenText, Option<Tree<'a>>),
}

impl Translator<'_> {
    fn splices(&mut self, field: &NewField) -> Result<Splices, Refusal> {
        match self {
            Self::Word(trees) => trees.field(field),
            Self::OpenDocument(open, Some(tree)) => open.field(tree, field),
            Self::OpenDocument(_, None) => Err(Refusal::NotInFile),
        }
    }
}

impl Office {
    /// Makes stretches of the view fields that a program keeps, each whole or not at all, and gives the file properties for that
    /// program, unless it has the first of them already.
    ///
    /// The text stays as it is: the result is read again, and a field after which the view would be another one, or would not show
    /// the field, is refused. Of two stretches that overlap, the first stays. All parts that hold none stay byte for byte.
    pub fn with_fields(&self, fields: &[NewField], properties: &[Property]) -> EditedFile {
        let mut refused = Vec::new();
        let translated = self.translate_fields(fields, &mut refused);
        let mut kept = Vec::new();
        keep_good(
            &mut kept,
            translated,
            &|fields| self.shows(fields),
            &mut |single| {
                let reason = Refusal::ReadsOtherwise;
                refused.push(Refused {
                    edit: single.number,
                    reason,
                });
            },
        );
        refused.sort_unstable_by_key(|refused| refused.edit);
        let properties = if kept.is_empty() { &[] } else { properties };
        EditedFile {
            bytes: self
                .spliced(&kept, properties)
                .unwrap_or_else(|| self.bytes.clone()),
            refused,
        }
    }

    /// Translates all fields, in the order of the view.
    fn translate_fields<'f>(
        &self,
        fields: &'f [NewField],
        refused: &mut Vec<Refused>,
    ) -> Vec<Translated<'f>> {
        let mut order: Vec<(usize, &NewField)> = fields.iter().enumerate().collect();
        order.sort_by_key(|(_, field)| field.span);
        let mut translator = self.translator();
        let mut translated = Vec::new();
        let mut end = 0;
        for (number, field) in order {
            let splices = if field.span.start < end {
                Err(Refusal::Overlaps)
            } else {
                translator.splices(field)
            };
            match splices {
                Ok(splices) => {
                    end = field.span.end;
                    translated.push(Translated {
                        number,
                        field,
                        splices,
                    });
                }
                Err(reason) => refused.push(Refused {
                    edit: number,
                    reason,
                }),
            }
        }
        translated
    }

    fn translator(&self) -> Translator<'_> {
        match &self.kind {
            Kind::Word(word) => Translator::Word(docx::Trees::new(word)),
            Kind::OpenDocument(open) => Translator::OpenDocument(open, open.tree()),
        }
    }

    /// Whether the file with these fields has the same text, and shows each field where it was put.
    fn shows(&self, fields: &[Translated]) -> bool {
        let read = self
            .spliced(fields, &[])
            .and_then(|bytes| Self::read(bytes).ok());
        let Some(read) = read.filter(|read| read.text() == self.text()) else {
            return false;
        };
        let spans = read.layout().fields.iter().map(|field| field.span);
        let starts: BTreeSet<usize> = spans.clone().map(|span| span.start).collect();
        let ends: BTreeSet<usize> = spans.map(|span| span.end).collect();
        fields.iter().all(|translated| {
            let Span { start, end } = translated.field.span;
            starts.contains(&start) && ends.contains(&end)
        })
    }

    /// The file with these fields and properties; none if it would become too large for a zip file.
    fn spliced(&self, fields: &[Translated], properties: &[Property]) -> Option<Vec<u8>> {
        let mut splices: Vec<&(usize, Span, String)> = Vec::new();
        let mut seen = BTreeSet::new();
        // Two fields that cut the same text both mark that its white space counts.
        let all = fields.iter().flat_map(|field| &field.splices);
        splices.extend(all.filter(|splice| seen.insert(*splice)));
        let package = Package::open(&self.bytes).ok()?;
        let mut parts: Vec<(String, String)> = Vec::new();
        for (number, (name, text)) in self.parts().enumerate() {
            let here = splices.iter().filter(|(part, _, _)| *part == number);
            let here: Vec<(Span, &str)> =
                here.map(|(_, span, text)| (*span, text.as_str())).collect();
            if !here.is_empty() {
                parts.push((name.to_owned(), edit::apply(text, &here).0));
            }
        }
        if !properties.is_empty() {
            let with_properties = match &self.kind {
                Kind::Word(_) => docx::with_properties(&package, properties),
                Kind::OpenDocument(_) => odt::with_properties(&package, properties),
            };
            parts.extend(with_properties.unwrap_or_default());
        }
        let parts: Vec<(&str, String)> = parts
            .iter()
            .map(|(name, text)| (name.as_str(), text.clone()))
            .collect();
        package.with_parts(&parts).ok()
    }

    /// Names and contents of the parts that hold text, by their numbers in the map.
    fn parts(&self) -> Box<dyn Iterator<Item = (&str, &str)> + '_> {
        match &self.kind {
            Kind::Word(word) => Box::new(word.parts()),
            Kind::OpenDocument(open) => Box::new(std::iter::once(open.part())),
        }
    }
}
