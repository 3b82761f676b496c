//! Letters that stand beside each other, put together to lines.
//!
//! Content is mostly drawn in the order in which it is read, column by column, so that order is kept. Where a line is drawn in
//! several goes (its italics last, say), the goes are put together by their places. All lengths are in heights of the letters.

use super::{
    glyph::{Glyph, Page},
    lefts::Lefts,
};

/// How far a letter may stand back behind the end of the one before: an accent over it.
const BACK: f32 = 1.0;
/// How far apart two letters of one go may stand: the tab behind the number of a reference.
const APART: f32 = 3.0;
/// How far apart two goes of a line may stand; columns are farther apart.
const APART_GOES: f32 = 0.7;
/// How far apart two goes may stand that are drawn one after the other: words of a line that is stretched to fill its column.
const STRETCHED: f32 = 25.0;
/// How much smaller a raised or lowered letter is than the line.
const SMALLER: f32 = 0.9;
/// How far above and below the line small letters stand, and how far others.
const RAISED: f32 = 0.75;
const LOWERED: f32 = 0.4;
const UNEVEN: f32 = 0.3;

/// Letters on one line, in the order in which they were drawn.
#[derive(Debug, Clone)]
pub(super) struct Fragment {
    pub(super) glyphs: Vec<Glyph>,
    /// The baseline of the letters that are not raised.
    pub(super) y: f32,
    /// The height of those letters.
    pub(super) size: f32,
    pub(super) left: f32,
    pub(super) right: f32,
    pub(super) turn: u8,
}

impl Fragment {
    fn new(glyph: Glyph) -> Self {
        Self {
            y: glyph.y,
            size: glyph.size,
            left: glyph.x,
            right: glyph.x + glyph.width,
            turn: glyph.turn,
            glyphs: vec![glyph],
        }
    }

    /// Whether letters of this baseline and size stand on the line.
    fn is_level(&self, y: f32, size: f32) -> bool {
        let above = y - self.y;
        if size < SMALLER * self.size {
            (-LOWERED * self.size..=RAISED * self.size).contains(&above)
        } else if self.size < SMALLER * size {
            (-LOWERED * size..=RAISED * size).contains(&-above)
        } else {
            above.abs() <= UNEVEN * self.size.max(size)
        }
    }

    /// Whether a letter that is drawn next goes on with the line.
    fn goes_on_with(&self, glyph: &Glyph) -> bool {
        let size = self.size.max(glyph.size);
        let end = self
            .glyphs
            .last()
            .map_or(self.right, |last| last.x + last.width);
        let gap = glyph.x - end;
        self.turn == glyph.turn
            && self.is_level(glyph.y, glyph.size)
            && (-BACK * size..=APART * size).contains(&gap)
    }

    fn push(&mut self, glyph: Glyph) {
        if glyph.size > self.size / SMALLER {
            (self.y, self.size) = (glyph.y, glyph.size);
        }
        self.left = self.left.min(glyph.x);
        self.right = self.right.max(glyph.x + glyph.width);
        self.glyphs.push(glyph);
    }

    /// Whether another go belongs to the same line, and does not begin a line of the column beside.
    fn takes(&self, other: &Self, lefts: &Lefts) -> bool {
        let size = self.size.max(other.size);
        let gap = (other.left - self.right).max(self.left - other.right);
        self.turn == other.turn
            && self.is_level(other.y, other.size)
            && gap <= APART_GOES * size
            && !is_margin(lefts, self.left.max(other.left))
    }

    /// Whether the go that is drawn next stands on the same line, however far that is stretched.
    fn is_stretched_to(&self, other: &Self, lefts: &Lefts) -> bool {
        let gap = other.left - self.right;
        self.turn == other.turn
            && self.is_level(other.y, other.size)
            && (0.0..=STRETCHED * self.size).contains(&gap)
            && !is_margin(lefts, other.left)
    }

    /// Whether another go draws the same letters a little beside, as makeshift bold type does.
    fn repeats(&self, other: &Self, page: &Page) -> bool {
        let near = 0.2 * self.size;
        let is_near = (self.y - other.y).abs() < near && other.left > self.left - near;
        if !is_near || other.right > self.right + near {
            return false;
        }
        let (Some(first), Some(last)) = (other.glyphs.first(), other.glyphs.last()) else {
            return false;
        };
        let has = |glyph: &Glyph| {
            self.glyphs.iter().any(|own| {
                (own.x - glyph.x).abs() < near
                    && (own.y - glyph.y).abs() < near
                    && page.text_of(own) == page.text_of(glyph)
            })
        };
        has(first) && has(last) && other.glyphs.iter().all(has)
    }

    fn join(&mut self, other: Self) {
        if other.size > self.size / SMALLER {
            (self.y, self.size) = (other.y, other.size);
        }
        self.left = self.left.min(other.left);
        self.right = self.right.max(other.right);
        self.glyphs.extend(other.glyphs);
    }
}

/// Whether so many goes begin at a place that it is no chance, but the left edge of a column.
fn is_margin(lefts: &Lefts, left: f32) -> bool {
    lefts.count(left, EVEN) >= MARGIN_FROM
}

/// How far lines of one column begin from each other without being indented (points).
const EVEN: f32 = 1.0;
/// How many goes that begin at one place show a margin.
const MARGIN_FROM: usize = 5;
/// How many lines back the first go of a line is looked for; a page has fewer.
const NEAR: usize = 400;

/// The lines of a page in the order in which they were begun.
pub(super) fn lines(page: &Page) -> Vec<Fragment> {
    let goes = goes(page);
    let lefts = Lefts::of(goes.iter().map(|go| go.left));
    let mut lines: Vec<Fragment> = Vec::new();
    // The line that the last go belongs to.
    let mut last = 0;
    for go in goes {
        let is_stretched = |line: &Fragment| line.is_stretched_to(&go, &lefts);
        let mut near = (0..lines.len()).rev().take(NEAR);
        let own = near.find(|idx| {
            let line = &lines[*idx];
            line.takes(&go, &lefts) || line.repeats(&go, page) || *idx == last && is_stretched(line)
        });
        match own {
            Some(idx) if lines[idx].repeats(&go, page) => last = idx,
            Some(idx) => {
                lines[idx].join(go);
                last = idx;
            }
            None => {
                last = lines.len();
                lines.push(go);
            }
        }
    }
    lines
}

/// The letters in stretches that are drawn in one go.
fn goes(page: &Page) -> Vec<Fragment> {
    let mut goes: Vec<Fragment> = Vec::new();
    for glyph in &page.glyphs {
        let is_blank = page.text_of(glyph).trim().is_empty();
        match goes.last_mut() {
            Some(last) if last.goes_on_with(glyph) => last.push(*glyph),
            _ if is_blank => {}
            _ => goes.push(Fragment::new(*glyph)),
        }
    }
    goes
}
