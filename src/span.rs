//! A range of bytes, and a place in one of the files of a run.

use std::ops::Range;

use serde::Serialize;

/// A range of bytes of a text view; the end is exclusive.
///
/// Spans always fall on character boundaries of the text that they were made for, so that [`Span::slice`] never fails on it.
/// Lines and columns are worked out at the edge, by the outputs.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

impl Span {
    /// Makes a span from its two ends; `start` is at most `end`.
    pub fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end, "a span ends before it starts");
        Self { start, end }
    }

    /// Makes the empty span at a position.
    pub fn at(position: usize) -> Self {
        Self::new(position, position)
    }

    /// The number of bytes.
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether the span holds no byte.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The text of the span.
    ///
    /// Empty when the span does not belong to `text`, so that a wrong span can never bring the program down.
    pub fn slice(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or_default()
    }

    /// Whether the position lies in the span.
    pub fn contains(self, position: usize) -> bool {
        self.start <= position && position < self.end
    }

    /// Whether all of `other` lies in the span.
    pub fn covers(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one byte.
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that covers both.
    #[must_use]
    pub fn join(self, other: Self) -> Self {
        Self::new(self.start.min(other.start), self.end.max(other.end))
    }

    /// The same span in a text that begins `offset` bytes earlier.
    #[must_use]
    pub fn shift(self, offset: usize) -> Self {
        Self::new(self.start + offset, self.end + offset)
    }

    /// The span without white space at its two ends.
    #[must_use]
    pub fn trim(self, text: &str) -> Self {
        let slice = self.slice(text);
        let start = self.start + slice.len() - slice.trim_start().len();
        Self::new(start, start + slice.trim().len())
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        Self::new(range.start, range.end)
    }
}

/// Which of the files of a run; an index into [`Sources`](crate::source::Sources).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct SourceId(pub usize);

/// Which text of a file a span counts in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Layer {
    /// The text view.
    #[default]
    View,
    /// The file as it is written, markup included: for what the view hides, such as comments.
    Written,
}

/// A span of one of the files of a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Place {
    /// The file.
    pub source: SourceId,
    /// The bytes of its text view, unless `layer` says otherwise.
    pub span: Span,
    /// The text that the bytes are counted in.
    pub layer: Layer,
}

impl Place {
    /// Makes a place of the text view.
    pub fn new(source: SourceId, span: Span) -> Self {
        Self {
            source,
            span,
            layer: Layer::View,
        }
    }

    /// Makes a place of the file as it is written.
    pub fn written(source: SourceId, span: Span) -> Self {
        Self {
            layer: Layer::Written,
            ..Self::new(source, span)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trims_and_slices() {
        let text = "a  bé \n";
        let span = Span::new(1, text.len()).trim(text);
        assert_eq!(span.slice(text), "bé");
        assert_eq!(Span::new(0, 99).slice(text), "");
    }

    #[test]
    fn overlap_needs_a_shared_byte() {
        assert!(Span::new(0, 2).overlaps(Span::new(1, 3)));
        assert!(!Span::new(0, 2).overlaps(Span::new(2, 3)));
        assert!(Span::new(0, 5).covers(Span::new(0, 5)));
    }
}
