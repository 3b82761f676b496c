//! Lines one below the other: a column of a page, or a part of it.

use super::{Line, lefts::Lefts};

/// How much farther than usual two lines of a paragraph never are apart.
const GAP: f32 = 1.22;
/// How far two lines of a paragraph are apart at most, in heights of the letters: double spacing has 2.3.
const WIDEST_STEP: f32 = 2.6;
/// How far lines of one column begin from each other without being indented (points).
const EVEN: f32 = 2.0;
/// The least indent, in heights of the letters.
const INDENT: f32 = 0.5;
/// The width of a letter, in heights, to tell whether a word would have had room.
const LETTER: f32 = 0.45;
/// How many of the indented lines must stand behind a full line for the lines before them to hang out.
const MOST: f32 = 0.7;
/// How many of the lines at the margin may stand behind a full line then: seldom does a paragraph end with one.
const SOME: f32 = 0.5;

/// A block of lines.
pub(super) struct Block<'l> {
    /// Its page, from 0.
    pub(super) page: usize,
    pub(super) lines: Vec<&'l Line>,
    /// The usual distance from line to line.
    leading: f32,
    /// Where lines begin that are not indented.
    pub(super) margin: f32,
    /// Where the longest line ends.
    pub(super) right: f32,
}

/// Cuts the lines of each page into blocks.
pub(super) fn blocks(pages: &[Vec<Line>]) -> Vec<Block<'_>> {
    let mut blocks: Vec<Block<'_>> = Vec::new();
    for (page, lines) in pages.iter().enumerate() {
        for line in lines {
            match blocks.last_mut() {
                Some(block) if block.page == page && block.goes_on_with(line) => {
                    block.lines.push(line);
                }
                _ => blocks.push(Block {
                    page,
                    lines: vec![line],
                    leading: f32::INFINITY,
                    margin: line.left,
                    right: line.right,
                }),
            }
        }
    }
    for block in &mut blocks {
        block.leading = block.usual_step();
        block.margin = block.common_left();
        let rights = block.lines.iter().map(|line| line.right);
        block.right = rights.fold(block.right, f32::max);
    }
    blocks
}

impl Block<'_> {
    /// Whether a line stands below the last one and not beside all of them.
    fn goes_on_with(&self, line: &Line) -> bool {
        let Some(last) = self.lines.last() else {
            return true;
        };
        let near = self.lines.iter().rev().take(4);
        let overlaps = near
            .clone()
            .any(|one| line.left < one.right && line.right > one.left);
        line.y < last.y - 0.5 * line.size.min(last.size) && overlaps
    }

    /// The leftmost place where lines begin that is no single line's.
    fn common_left(&self) -> f32 {
        let lefts = Lefts::of(self.lines.iter().map(|line| line.left));
        let fewest = if self.lines.len() > 8 { 2 } else { 1 };
        let margin = lefts.iter().find(|left| lefts.count(*left, EVEN) >= fewest);
        margin.unwrap_or_default()
    }

    /// The distance from line to line that is in the middle of all.
    fn usual_step(&self) -> f32 {
        let pairs = self.lines.windows(2);
        let mut steps: Vec<f32> = pairs.map(|pair| pair[0].y - pair[1].y).collect();
        steps.sort_unstable_by(f32::total_cmp);
        let middle = steps.get(steps.len() / 2).copied();
        let widest = self.lines.first().map(|line| WIDEST_STEP * line.size);
        let widest = widest.unwrap_or(f32::INFINITY);
        middle.map_or(widest, |middle| middle.min(widest))
    }

    /// Whether a line stands farther below the one before than usual.
    pub(super) fn has_gap(&self, idx: usize) -> bool {
        let before = idx.checked_sub(1).and_then(|before| self.lines.get(before));
        before.is_some_and(|before| before.y - self.lines[idx].y > GAP * self.leading)
    }

    /// Says of each line whether it goes on with a paragraph whose first line hangs out to the left.
    pub(super) fn hanging(&self) -> Vec<bool> {
        let mut hanging = vec![false; self.lines.len()];
        let mut start = 0;
        for end in 1..=self.lines.len() {
            if end == self.lines.len() || self.has_gap(end) {
                self.hang(start, end, &mut hanging);
                start = end;
            }
        }
        hanging
    }

    /// Says it of the lines of one stretch without gaps.
    ///
    /// Lines at the margin and lines that are all indented as far alternate both where first lines are indented and where they
    /// hang out. The lines before them tell the two apart: the last line of a paragraph is seldom full.
    fn hang(&self, start: usize, end: usize, hanging: &mut [bool]) {
        let Some(indent) = self.common_indent(start, end) else {
            return;
        };
        let is_at = |idx: usize, left: f32| (self.lines[idx].left - left).abs() <= EVEN;
        let behind_full = |left: f32| {
            let lines = (start.max(1)..end).filter(|idx| is_at(*idx, left));
            let (n_full, n) = lines.fold((0.0_f32, 0.0_f32), |(n_full, n), idx| {
                (n_full + f32::from(u8::from(self.is_full(idx - 1))), n + 1.0)
            });
            (n_full / n.max(1.0), n)
        };
        let (indented, n_indented) = behind_full(indent);
        let (outer, n_outer) = behind_full(self.margin);
        let hangs =
            indented >= MOST && (n_outer < 1.0 || outer <= SOME) && 2.0 * n_indented >= n_outer;
        if hangs {
            for (idx, is_hanging) in hanging.iter_mut().enumerate().take(end).skip(start) {
                *is_hanging = is_at(idx, indent) && !self.has_gap(idx);
            }
        }
    }

    /// Where most of the indented lines of a stretch begin; none if no line is indented.
    fn common_indent(&self, start: usize, end: usize) -> Option<f32> {
        let lines = self.lines[start..end].iter();
        let indented = lines.filter(|line| line.left - self.margin > INDENT * line.size);
        let lefts = Lefts::of(indented.map(|line| line.left));
        lefts.iter().max_by_key(|left| lefts.count(*left, EVEN))
    }

    /// Whether the first word of the next line had no room on a line.
    fn is_full(&self, idx: usize) -> bool {
        let (line, next) = (self.lines[idx], self.lines.get(idx + 1));
        let word = next.and_then(|next| next.text.split_whitespace().next());
        let n_letters = word.map_or(0, |word| word.chars().count());
        line.right + LETTER * line.size * (n_letters as f32 + 1.0) > self.right
    }
}
