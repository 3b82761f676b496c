//! How far the letters of a font advance, in thousandths of its height.

use hayro_syntax::object::{Array, Dict, Name, Object};
use unicode_normalization::UnicodeNormalization;

/// The advance of a letter in a font of which nothing is known.
const UNKNOWN: f32 = 500.0;

/// The advances from space to `~` in Times-Roman and Helvetica (Adobe Font Metrics of the standard fonts).
const TIMES: [u16; 95] = [
    250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500,
    500, 500, 500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611,
    556, 722, 722, 333, 389, 722, 611, 889, 722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722,
    722, 611, 333, 278, 333, 469, 500, 333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500,
    278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541,
];
const HELVETICA: [u16; 95] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
    611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
    667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500,
    222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];

/// The advances of the letters of a simple font, by code.
pub(super) struct Widths {
    first: usize,
    listed: Vec<f32>,
    missing: Option<f32>,
    standard: Option<Standard>,
    /// The thousandth part of the height, or what a font of drawings has instead.
    unit: f32,
}

/// A font that every reader of PDFs has, so that a file need not tell its widths.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Standard {
    Times,
    Helvetica,
    Courier,
}

impl Widths {
    /// Reads the advances that a font dictionary gives.
    pub(super) fn read(font: &Dict<'_>, descriptor: &Dict<'_>) -> Self {
        let listed = font.get::<Array<'_>>("Widths");
        let name = font.get::<Name<'_>>("BaseFont");
        let standard = if listed.is_none() {
            name.and_then(|name| Standard::named(name.as_str()))
        } else {
            None
        };
        let matrix = font.get::<[f32; 6]>("FontMatrix");
        Self {
            first: font.get::<usize>("FirstChar").unwrap_or(0),
            listed: listed.map_or_else(Vec::new, |listed| {
                let numbers = listed.iter::<Object<'_>>().take(256);
                numbers
                    .map(|number| number.into_f32().unwrap_or(0.0))
                    .collect()
            }),
            missing: descriptor.get::<f32>("MissingWidth"),
            standard,
            unit: matrix.map_or(0.001, |matrix| matrix[0].abs()),
        }
    }

    /// The advance of a code that stands for `letter`, in heights of the font.
    pub(super) fn of(&self, code: u8, letter: Option<char>) -> f32 {
        let listed = usize::from(code)
            .checked_sub(self.first)
            .and_then(|idx| self.listed.get(idx))
            .copied();
        let standard = || Some(self.standard?.of(letter?));
        let width = listed
            .or_else(standard)
            .or(self.missing)
            .unwrap_or(if self.listed.is_empty() { UNKNOWN } else { 0.0 });
        width * self.unit
    }
}

impl Standard {
    /// The standard font that has, or is most like, a font of this name.
    fn named(name: &str) -> Option<Self> {
        let has = |words: &[&str]| words.iter().any(|word| name.contains(word));
        if has(&["Courier", "Mono"]) {
            Some(Self::Courier)
        } else if has(&["Helvetica", "Arial", "Sans"]) {
            Some(Self::Helvetica)
        } else if has(&["Times", "Roman", "Serif"]) {
            Some(Self::Times)
        } else {
            None
        }
    }

    /// The advance of a letter; one with an accent is as wide as without it.
    fn of(self, letter: char) -> f32 {
        let table = match self {
            Self::Times => &TIMES,
            Self::Helvetica => &HELVETICA,
            Self::Courier => return 600.0,
        };
        let bare = std::iter::once(letter).nfd().next().unwrap_or(letter);
        let idx = (bare as usize).checked_sub(usize::from(b' '));
        match idx.and_then(|idx| table.get(idx)) {
            Some(width) => f32::from(*width),
            None => match bare {
                '—' | '…' => 1000.0,
                '´' | '¨' | 'ˆ' | '˜' | '¯' | '˘' | '˙' | '˚' | '¸' | '˝' | '˛' | 'ˇ' | '‘'
                | '’' | '‚' => 333.0,
                _ => UNKNOWN,
            },
        }
    }
}
