//! Chapters that end with a reference list of their own.

use std::ops::Range;

use super::Citation;
use crate::reference::References;

/// The references that each chapter lists; lists with no citation between them are parts of one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Chapters {
    /// Where the last list of a chapter ends, and the indices of its references.
    chapters: Vec<(usize, Range<usize>)>,
}

impl Chapters {
    /// Divides a paper at its lists.
    pub fn of(citations: &[Citation], references: &References) -> Self {
        let mut chapters: Vec<(usize, Range<usize>)> = Vec::new();
        let mut first = 0;
        for list in &references.lists {
            let items = &references.items[first..];
            let end = first + items.partition_point(|item| item.span.start < list.span.end);
            let next = citations.partition_point(|citation| citation.span.start < list.span.start);
            let cited_before = next.checked_sub(1).map(|last| citations[last].span.start);
            match chapters.last_mut() {
                Some(chapter) if cited_before.is_none_or(|cited| cited < chapter.0) => {
                    *chapter = (list.span.end, chapter.1.start..end);
                }
                _ => chapters.push((list.span.end, first..end)),
            }
            first = end;
        }
        Self { chapters }
    }

    /// The references of the chapter in which `position` stands; none where there are no chapters, or behind the last list.
    pub fn own(&self, position: usize) -> Option<Range<usize>> {
        let next = self.chapters.partition_point(|(end, _)| *end <= position);
        let chapter = self
            .chapters
            .get(next)
            .filter(|_| self.chapters.len() > 1)?;
        Some(chapter.1.clone())
    }

    /// Whether two references are those of one chapter.
    pub fn are_together(&self, one: usize, other: usize) -> bool {
        let chapter = |idx: usize| self.chapters.iter().position(|(_, own)| own.contains(&idx));
        chapter(one) == chapter(other)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        citation::{self, Lexicon},
        document::{Document, Format},
        reference,
    };

    /// The chapters of a paper by the number of their references.
    fn chapters(text: &str) -> Vec<usize> {
        let document = Document::read(text.to_owned(), Format::Plain);
        let references = reference::read(&document);
        let lexicon = Lexicon::new(&document.text, &references);
        let citations = citation::find(&document, &references, &lexicon);
        let chapters = Chapters::of(&citations, &references).chapters;
        chapters.into_iter().map(|(_, own)| own.len()).collect()
    }

    const RYE: &str =
        "Lind, S. (2010). Rye. Harbour Press.\nMay, T. (2013). Flour. Harbour Press.\n";
    const MILK: &str =
        "Osei, A. (2001). Milk. Harbour Press.\nZiv, O. (2002). Salt. Harbour Press.\n";

    #[test]
    fn a_list_behind_citations_ends_a_chapter() {
        let text = format!(
            "Rye (Lind, 2010).\n\nReferences\n\n{RYE}\nChapter 2\n\nMilk is dear (Osei, 2001).\n\nReferences\n\n{MILK}"
        );
        assert_eq!(chapters(&text), [2, 2], "{text}");
    }

    #[test]
    fn lists_one_after_the_other_are_parts_of_one() {
        let text = format!(
            "Rye (Lind, 2010) and milk (Osei, 2001).\n\nReferences\n\n{RYE}\nFurther reading\n\n{MILK}"
        );
        assert_eq!(chapters(&text), [4], "{text}");
    }
}
