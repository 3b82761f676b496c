//! Letters with their places on a page.

/// One shown letter, ligature or sign.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Glyph {
    /// The bytes of its text in [`Page::text`].
    pub(super) start: u32,
    /// The end of these bytes.
    pub(super) end: u32,
    /// Where it begins, along the direction of writing (points).
    pub(super) x: f32,
    /// The height of its baseline above the foot of the page (points).
    pub(super) y: f32,
    /// How far it advances (points).
    pub(super) width: f32,
    /// The height of its font (points).
    pub(super) size: f32,
    /// In how many quarter turns it is written, from 0 for upright text to 3.
    pub(super) turn: u8,
}

/// What a page shows, in the order in which it is drawn.
#[derive(Debug, Default)]
pub(super) struct Page {
    /// The texts of all glyphs, one behind the other.
    pub(super) text: String,
    /// The glyphs.
    pub(super) glyphs: Vec<Glyph>,
    /// How many glyphs were left out since their fonts do not tell what letter they draw.
    pub(super) n_unknown: usize,
    /// How wide it is (points).
    pub(super) width: f32,
    /// How high it is (points).
    pub(super) height: f32,
}

impl Page {
    /// The text of a glyph.
    pub(super) fn text_of(&self, glyph: &Glyph) -> &str {
        let (start, end) = (glyph.start as usize, glyph.end as usize);
        self.text.get(start..end).unwrap_or_default()
    }
}
