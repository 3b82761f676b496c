//! Files of word processors: `.docx` and `.odt`, read into a text view and written back.

mod fields;
mod rewrite;

use super::{
    Format, Refused,
    docx::{self, WordText},
    faithful::keep_good,
    flow::{Grain, RunEdit},
    layout::Layout,
    map::{Map, Refusal},
    odt::{self, OpenText},
    package::{Package, PackageError, Tree},
    revision::Revision,
};
use crate::{edit, span::Span};

/// A text of a word processor, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Office {
    bytes: Vec<u8>,
    kind: Kind,
    /// Who changes it, if edits are to be tracked.
    revision: Option<Revision>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Kind {
    Word(Box<WordText>),
    OpenDocument(Box<OpenText>),
}

/// A file with edits made in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EditedFile {
    /// The whole file.
    pub bytes: Vec<u8>,
    /// The edits that were not made.
    pub refused: Vec<Refused>,
}

/// An edit of the view with its translation.
#[derive(Debug, Clone)]
struct Translated<'a> {
    edit: usize,
    view: (Span, &'a str),
    runs: Vec<RunEdit>,
}

impl Office {
    /// Reads a Word document or an OpenDocument text; which of the two it is, is told from its contents.
    ///
    /// # Errors
    /// When it is neither, needs a password, is damaged, or would unpack to more than is sound.
    pub fn read(bytes: Vec<u8>) -> Result<Self, PackageError> {
        let package = Package::open(&bytes)?;
        let kind = if odt::is_one(&package) {
            Kind::OpenDocument(Box::new(odt::read(&package)?))
        } else {
            Kind::Word(Box::new(docx::read(&package)?))
        };
        Ok(Self {
            bytes,
            kind,
            revision: None,
        })
    }

    /// Which of the two formats it is in.
    pub fn format(&self) -> Format {
        match &self.kind {
            Kind::Word(_) => Format::Docx,
            Kind::OpenDocument(_) => Format::Odt,
        }
    }

    /// The file with all edits of its view written as tracked changes.
    #[must_use]
    pub fn with_tracked_changes(self, revision: Revision) -> Self {
        Self {
            revision: Some(revision),
            ..self
        }
    }

    /// Who changes the file, if edits are tracked.
    pub fn revision(&self) -> Option<&Revision> {
        self.revision.as_ref()
    }

    /// The file.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The text view.
    pub fn text(&self) -> &str {
        match &self.kind {
            Kind::Word(word) => &word.flow.text,
            Kind::OpenDocument(open) => &open.flow.text,
        }
    }

    /// The parts of the view that are prose: all but formulas.
    pub fn prose(&self) -> &[Span] {
        match &self.kind {
            Kind::Word(word) => &word.flow.prose,
            Kind::OpenDocument(open) => &open.flow.prose,
        }
    }

    /// Where the view comes from; parts are numbered in the order in which they were read.
    pub fn map(&self) -> &Map {
        match &self.kind {
            Kind::Word(word) => &word.flow.map,
            Kind::OpenDocument(open) => &open.flow.map,
        }
    }

    /// Headings, styles and fields.
    pub fn layout(&self) -> &Layout {
        match &self.kind {
            Kind::Word(word) => &word.flow.layout,
            Kind::OpenDocument(open) => &open.flow.layout,
        }
    }

    /// Makes edits of the view in the file, each whole or not at all.
    ///
    /// The result is read again: an edit after which the view would not be the edited view is refused. Of two edits that overlap, the
    /// first stays.
    pub fn edit(&self, edits: &[(Span, &str)]) -> EditedFile {
        let mut refused = Vec::new();
        let translated = self.translate_all(edits, &mut refused);
        let mut kept = Vec::new();
        keep_good(
            &mut kept,
            translated,
            &|edits| self.reads_as_meant(edits),
            &mut |single| {
                let reason = Refusal::ReadsOtherwise;
                refused.push(Refused {
                    edit: single.edit,
                    reason,
                });
            },
        );
        refused.sort_unstable_by_key(|refused| refused.edit);
        EditedFile {
            bytes: self.with(&kept).unwrap_or_else(|| self.bytes.clone()),
            refused,
        }
    }

    /// Translates all edits, in the order of the view.
    fn translate_all<'e>(
        &self,
        edits: &[(Span, &'e str)],
        refused: &mut Vec<Refused>,
    ) -> Vec<Translated<'e>> {
        let mut order: Vec<usize> = (0..edits.len()).collect();
        order.sort_by_key(|idx| edits[*idx].0);
        let mut translated = Vec::new();
        let mut end = 0;
        for edit in order {
            let view = edits[edit];
            let runs = if view.0.start < end {
                Err(Refusal::Overlaps)
            } else {
                self.translate(view)
            };
            match runs {
                Ok(runs) => {
                    end = view.0.end;
                    translated.push(Translated { edit, view, runs });
                }
                Err(reason) => refused.push(Refused { edit, reason }),
            }
        }
        translated
    }

    fn reads_as_meant(&self, edits: &[Translated]) -> bool {
        if edits.iter().all(|edit| edit.runs.is_empty()) {
            return true;
        }
        let view: Vec<_> = edits.iter().map(|edit| edit.view).collect();
        let (expected, _) = edit::apply(self.text(), &view);
        let read = self.with(edits).and_then(|bytes| Self::read(bytes).ok());
        read.is_some_and(|read| read.text() == expected)
    }

    /// The file with these edits; none if it would become too large for a zip file.
    fn with(&self, edits: &[Translated]) -> Option<Vec<u8>> {
        let runs: Vec<RunEdit> = edits.iter().flat_map(|edit| edit.runs.clone()).collect();
        if runs.is_empty() {
            return Some(self.bytes.clone());
        }
        let package = Package::open(&self.bytes).ok()?;
        package.with_parts(&self.splice(&runs)?).ok()
    }

    fn translate(&self, edit: (Span, &str)) -> Result<Vec<RunEdit>, Refusal> {
        // A person accepts tracked changes one by one.
        let grain = match self.revision {
            Some(_) => Grain::Words,
            None => Grain::Letters,
        };
        match &self.kind {
            Kind::Word(word) => word.translate(edit, grain),
            Kind::OpenDocument(open) => open.translate(edit, grain),
        }
    }

    /// Name and contents of a part that holds text, by its number in the map.
    pub(super) fn part(&self, number: usize) -> Option<(&str, &str)> {
        match &self.kind {
            Kind::Word(word) => word.parts().nth(number),
            Kind::OpenDocument(open) => Some(open.part()),
        }
    }

    /// The elements of a part.
    pub(super) fn tree_of<'t>(&self, name: &'t str, text: &'t str) -> Option<Tree<'t>> {
        let known = match &self.kind {
            Kind::Word(_) => docx::WORD,
            Kind::OpenDocument(_) => odt::OPEN_DOCUMENT,
        };
        Tree::read(name, text, known).ok()
    }

    /// The file with another text of a part; none if it would become too large for a zip file.
    pub(super) fn with_part(&self, name: &str, text: String) -> Option<Vec<u8>> {
        let package = Package::open(&self.bytes).ok()?;
        package.with_parts(&[(name, text)]).ok()
    }

    /// The parts that edits change; none if one of them cannot be tracked.
    fn splice(&self, edits: &[RunEdit]) -> Option<Vec<(&str, String)>> {
        match (&self.kind, &self.revision) {
            (Kind::Word(word), Some(revision)) => word.splice_tracked(edits, revision),
            (Kind::Word(word), None) if edits.iter().any(|edit| edit.italics.is_some()) => {
                word.splice_with_italics(edits)
            }
            (Kind::Word(word), None) => Some(word.splice(edits)),
            (Kind::OpenDocument(open), Some(revision)) => open.splice_tracked(edits, revision),
            (Kind::OpenDocument(open), None) => open.splice(edits),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::document::{package::testing, testing::mutated};

    const WORD: &str = "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">\
        <w:p><w:pPr><w:pStyle w:val=\"a\"/></w:pPr><w:r><w:t>Lee &amp; Ng</w:t></w:r><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>\
        <w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>7</w:t></w:r>\
        <w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p><w:p><w:del><w:r><w:delText>x</w:delText></w:r></w:del>\
        <w:ins><w:r><w:rPr><w:i/></w:rPr><w:t>été</w:t><w:tab/></w:r></w:ins></w:p></w:document>";
    const OPEN: &str = "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
        xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:text><text:h>Lee &amp; <text:s/>Ng</text:h>\
        <text:p>a<text:span text:style-name=\"b\">b</text:span><text:note><text:note-body><text:p>été</text:p></text:note-body></text:note></text:p>\
        </office:text></office:document-content>";

    fn word(document: &str) -> Vec<u8> {
        testing::zip(&[("word/document.xml", document), ("word/other.xml", "<a/>")])
    }

    fn open_document(content: &str) -> Vec<u8> {
        testing::zip(&[
            ("mimetype", "application/vnd.oasis.opendocument.text"),
            ("content.xml", content),
        ])
    }

    #[test]
    fn edits_are_made_whole_or_refused() {
        let bytes = word(WORD);
        let office = Office::read(bytes.clone()).expect("the document is sound");
        assert_eq!(office.text(), "Lee & Ng7\nété\t\n");
        let edits = [
            (Span::new(4, 5), "and"),
            (Span::new(8, 9), "8"),
            (Span::new(10, 15), "hiver"),
            (Span::new(12, 15), "x"),
        ];
        let edited = office.edit(&edits);
        let reasons = edited
            .refused
            .iter()
            .map(|refused| (refused.edit, refused.reason));
        assert_eq!(
            reasons.collect::<Vec<_>>(),
            [(1, Refusal::InField), (3, Refusal::Overlaps)]
        );
        let again = Office::read(edited.bytes).expect("the document is sound");
        assert_eq!(again.text(), "Lee and Ng7\nhiver\t\n");
    }

    #[test]
    fn no_edit_gives_the_same_bytes() {
        for bytes in [word(WORD), open_document(OPEN)] {
            let office = Office::read(bytes.clone()).expect("the document is sound");
            let same = [(Span::new(0, 3), "Lee")];
            assert_eq!(office.edit(&same).bytes, bytes);
        }
    }

    /// Reads what may be damaged; what is read must slice, and an edit must do what it says or be refused.
    fn survives(bytes: &[u8], at: usize) -> Result<(), TestCaseError> {
        let Ok(office) = Office::read(bytes.to_vec()) else {
            return Ok(());
        };
        let view = office.text();
        for piece in office.map().pieces() {
            prop_assert!(view.get(piece.view.start..piece.view.end).is_some());
        }
        let starts: Vec<usize> = view.char_indices().map(|(start, _)| start).collect();
        let start = starts
            .get(at % starts.len().max(1))
            .copied()
            .unwrap_or_default();
        let end = starts
            .iter()
            .copied()
            .find(|end| *end > start + 3)
            .unwrap_or(view.len());
        let edit = (Span::new(start, end), " ü ");
        let edited = office.edit(&[edit]);
        let again = Office::read(edited.bytes).expect("it can be read again");
        let expected = if edited.refused.is_empty() {
            &edit::apply(view, &[edit]).0
        } else {
            view
        };
        prop_assert_eq!(again.text(), expected);
        Ok(())
    }

    proptest! {
        #[test]
        fn nothing_panics_on_damaged_xml(
            changes in prop::collection::vec((0_usize..2000, 0_usize..40, any::<u8>()), 0..4),
            at: usize,
            is_word: bool,
        ) {
            let text = if is_word { WORD } else { OPEN };
            let text = String::from_utf8_lossy(&mutated(text.as_bytes(), &changes)).into_owned();
            survives(&if is_word { word(&text) } else { open_document(&text) }, at)?;
        }

        #[test]
        fn nothing_panics_on_damaged_zip_files(
            changes in prop::collection::vec((0_usize..2000, 0_usize..40, any::<u8>()), 0..4),
            at: usize,
            is_word: bool,
        ) {
            let bytes = if is_word { word(WORD) } else { open_document(OPEN) };
            survives(&mutated(&bytes, &changes), at)?;
        }
    }
}
