//! Rows of a table: one line each where every cell holds one paragraph, as text copied out of a table has them.

use super::Paragraph;

/// A row that is being read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::document) struct Row {
    /// For each cell, how many paragraphs there were before it.
    cells: Vec<usize>,
}

impl Row {
    /// Begins a cell behind these paragraphs.
    pub(in crate::document) fn cell(&mut self, before: &[Paragraph]) {
        self.cells.push(before.len());
    }

    /// Ends the row: its cells become one line, unless one of them holds something other than one paragraph.
    pub(in crate::document) fn end(self, paragraphs: &mut [Paragraph]) {
        let ends = self.cells.iter().skip(1).copied();
        let ends = ends.chain([paragraphs.len()]);
        let is_line = self
            .cells
            .iter()
            .zip(ends)
            .all(|(start, end)| start + 1 == end);
        if !is_line {
            return;
        }
        for next in self.cells.iter().skip(1) {
            if let Some(paragraph) = paragraphs.get_mut(next - 1) {
                paragraph.before_cell = true;
            }
        }
    }
}
