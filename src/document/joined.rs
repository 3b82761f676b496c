//! Several files of one paper as one document.
//!
//! The views are put together as a reader of the printed paper sees them: each file where it is taken in. What is found in the view
//! of all leads back to the views of the files by its [`Stretch`]es.

use super::{Document, ListedKey, Map, Origin};
use crate::span::Span;

/// A file of a paper that has several.
#[derive(Debug, Clone, Copy)]
pub struct JoinedFile<'a> {
    /// The file.
    pub document: &'a Document,
    /// The file that takes it in, by its index, and by which of its [`includes`](Document::includes); none for the main file.
    pub at: Option<(usize, usize)>,
}

/// A stretch of the view of all files, and where it stands in the view of its file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch {
    /// The bytes of the view of all.
    pub view: Span,
    /// The index of the file.
    pub file: usize,
    /// Where it begins in the view of the file.
    pub start: usize,
}

impl Stretch {
    /// The bytes of the view of the file.
    pub fn own(&self) -> Span {
        Span::new(self.start, self.start + self.view.len())
    }
}

impl Document {
    /// Puts the files of a paper together, the main file first; a file stands behind the one that takes it in.
    ///
    /// The new document has no file of its own: it can be read, and not be edited.
    pub fn joined(files: &[JoinedFile<'_>]) -> (Self, Vec<Stretch>) {
        let mut joiner = Joiner {
            files,
            text: String::new(),
            prose: Vec::new(),
            stretches: Vec::new(),
        };
        if !files.is_empty() {
            joiner.file(0);
        }
        let Joiner {
            text,
            prose,
            stretches,
            ..
        } = joiner;
        let of_all = |stretch: &Stretch| files[stretch.file].document;
        let keyed = stretches.iter().flat_map(|stretch| {
            let own = of_all(stretch).keyed.iter();
            let here = own.filter(|keyed| stretch.own().covers(keyed.span));
            here.map(|keyed| keyed.clone().shift(stretch.view.start - stretch.start))
        });
        let listed = stretches.iter().flat_map(|stretch| {
            let own = of_all(stretch).listed.iter();
            let here = own.filter(|listed| stretch.own().covers(listed.span));
            here.map(|listed| ListedKey {
                key: listed.key.clone(),
                span: listed.span.shift(stretch.view.start - stretch.start),
            })
        });
        let named = files.iter().flat_map(|file| &file.document.bibliographies);
        let document = Self {
            format: files
                .first()
                .map_or_else(Default::default, |main| main.document.format),
            prose,
            keyed: keyed.collect(),
            listed: listed.collect(),
            bibliographies: named.cloned().collect(),
            includes: Vec::new(),
            map: Map::identity(text.len()),
            origin: Origin::View,
            text,
        };
        (document, stretches)
    }

    /// Where in the view a file is taken in: behind what stands before the command.
    fn place_of_include(&self, include: usize) -> usize {
        let start = self
            .includes
            .get(include)
            .map_or(0, |named| named.source.start);
        let pieces = self.map.pieces().iter();
        let before = pieces.filter(|piece| piece.source.end <= start);
        before.map(|piece| piece.view.end).max().unwrap_or(0)
    }
}

/// A view of several files in the making.
struct Joiner<'a> {
    files: &'a [JoinedFile<'a>],
    text: String,
    prose: Vec<Span>,
    stretches: Vec<Stretch>,
}

impl Joiner<'_> {
    /// Adds a file with all that it takes in.
    fn file(&mut self, file: usize) {
        let document = self.files[file].document;
        let parts = self.files.iter().enumerate().skip(file + 1);
        let mut parts: Vec<(usize, usize)> = parts
            .filter_map(|(part, taken_in)| match taken_in.at {
                Some((by, include)) if by == file => {
                    Some((document.place_of_include(include), part))
                }
                _ => None,
            })
            .collect();
        parts.sort_unstable();
        let mut position = 0;
        for (place, part) in parts {
            self.stretch(file, Span::new(position, place));
            position = place;
            self.file(part);
        }
        self.stretch(file, Span::new(position, document.text.len()));
    }

    /// Adds a stretch of the view of a file; it is a paragraph of its own.
    fn stretch(&mut self, file: usize, own: Span) {
        const BREAK: &str = "\n\n";
        let document = self.files[file].document;
        let text = own.slice(&document.text);
        if text.is_empty() {
            return;
        }
        let is_broken = self.text.ends_with(BREAK) || text.starts_with(BREAK);
        if !self.text.is_empty() && !is_broken {
            self.text.push_str(BREAK);
        }
        let view = Span::at(self.text.len());
        self.text.push_str(text);
        self.stretches.push(Stretch {
            view: Span::new(view.start, self.text.len()),
            file,
            start: own.start,
        });
        let prose = document.prose.iter().filter(|prose| prose.overlaps(own));
        self.prose.extend(prose.map(|prose| {
            let start = prose.start.max(own.start) - own.start;
            let end = prose.end.min(own.end) - own.start;
            Span::new(start, end).shift(view.start)
        }));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Format;

    #[test]
    fn parts_stand_where_they_are_taken_in() {
        let read = |source: &str| Document::read(source.to_owned(), Format::Latex);
        let main = read(
            "\\begin{document}One.\\footnote{Note.}\n\\input{a}\n\\input{b}\n\
             \\begin{thebibliography}{9}\\bibitem{doe} Doe.\\end{thebibliography}\\end{document}",
        );
        let parts = [read("\\input{c} A \\cite{doe}."), read("B."), read("C.")];
        let at = [(0, 0), (0, 1), (1, 0)].map(Some);
        let files = std::iter::once((&main, None)).chain(parts.iter().zip(at));
        let files: Vec<_> = files
            .map(|(document, at)| JoinedFile { document, at })
            .collect();
        let (joined, stretches) = Document::joined(&files);
        insta::assert_snapshot!(joined.text, @r"
        One.

        Note.

        C.

        A \cite{doe}.

        B.

        References

        Doe.
        ");
        for stretch in stretches {
            let own = stretch.own().slice(&files[stretch.file].document.text);
            assert_eq!(stretch.view.slice(&joined.text), own);
        }
        assert_eq!(joined.keyed[0].key_span.slice(&joined.text), "doe");
        assert_eq!(joined.listed[0].span.slice(&joined.text), "Doe.");
        let prose = joined.prose.iter().map(|span| span.slice(&joined.text));
        assert!(prose.clone().all(|prose| !prose.is_empty()));
        assert!(prose.collect::<Vec<_>>().concat().contains("Note."));
    }
}
