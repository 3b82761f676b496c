//! The letters of a line as text: spaces, accents, ligatures and raised numbers.

use unicode_normalization::UnicodeNormalization;

use super::{
    fragment::Fragment,
    glyph::{Glyph, Page},
};
use crate::document::raised::raised_stretch;

/// The gap that is a space, in heights of the letters. Spaces of justified lines are seldom below 0.2, and letters seldom 0.1 apart.
const SPACE: f32 = 0.14;
/// How high above the line a raised letter stands, in heights of the line, and how small it is.
const RAISED: f32 = 0.15;
const RAISED_ALONE: f32 = 0.27;
const SMALL: f32 = 0.87;

/// Accents that stand by themselves, and those that stand on the letter before.
const ACCENTS: [(char, char); 14] = [
    ('´', '\u{301}'),
    ('`', '\u{300}'),
    ('ˆ', '\u{302}'),
    ('^', '\u{302}'),
    ('¨', '\u{308}'),
    ('˜', '\u{303}'),
    ('~', '\u{303}'),
    ('ˇ', '\u{30c}'),
    ('˘', '\u{306}'),
    ('¯', '\u{304}'),
    ('˙', '\u{307}'),
    ('˚', '\u{30a}'),
    ('¸', '\u{327}'),
    ('˝', '\u{30b}'),
];

/// The text of a line.
pub(super) fn text(line: &Fragment, page: &Page) -> String {
    let mut glyphs: Vec<&Glyph> = line.glyphs.iter().collect();
    glyphs.sort_by(|one, other| one.x.total_cmp(&other.x));
    let mut writer = Writer::new(line);
    let mut rest = glyphs.as_slice();
    while let [glyph, behind @ ..] = rest {
        let composed = behind
            .first()
            .and_then(|next| composed((*glyph, page.text_of(glyph)), (next, page.text_of(next))));
        if let Some((text, place)) = composed {
            writer.glyph(&place, &text);
            rest = &behind[1..];
        } else {
            writer.glyph(glyph, page.text_of(glyph));
            rest = behind;
        }
    }
    writer.finish()
}

/// The letter that an accent and a letter come to, if one stands over the other.
fn composed(one: (&Glyph, &str), other: (&Glyph, &str)) -> Option<(String, Glyph)> {
    let overlap = (one.0.x + one.0.width).min(other.0.x + other.0.width) - one.0.x.max(other.0.x);
    if overlap < 0.5 * one.0.width.min(other.0.width) {
        return None;
    }
    let (accent, (letter, text)) = match (accent_of(one.1), accent_of(other.1)) {
        (Some(accent), None) => (accent, other),
        (None, Some(accent)) => (accent, one),
        _ => return None,
    };
    let base = match text {
        "ı" => "i",
        "ȷ" => "j",
        text => text,
    };
    let is_letter = base.chars().count() == 1 && base.chars().all(char::is_alphabetic);
    let text = base.chars().chain([accent]).nfc().collect();
    is_letter.then_some((text, *letter))
}

/// The accent that a text is, as one that stands on the letter before.
fn accent_of(text: &str) -> Option<char> {
    let mut letters = text.chars();
    let (Some(letter), None) = (letters.next(), letters.next()) else {
        return None;
    };
    if matches!(letter, '\u{300}'..='\u{36f}') {
        return Some(letter);
    }
    let listed = ACCENTS.iter().find(|(spacing, _)| *spacing == letter);
    listed.map(|(_, accent)| *accent)
}

/// Writes letters from left to right.
struct Writer<'a> {
    line: &'a Fragment,
    output: String,
    /// Where the last letter ended, and its height.
    end: Option<(f32, f32)>,
    has_space: bool,
    /// Where in the output the last stretch of raised letters began.
    raised_from: Option<usize>,
}

impl<'a> Writer<'a> {
    fn new(line: &'a Fragment) -> Self {
        Self {
            line,
            output: String::new(),
            end: None,
            has_space: false,
            raised_from: None,
        }
    }

    fn glyph(&mut self, glyph: &Glyph, text: &str) {
        if text.trim().is_empty() {
            self.has_space = true;
            return;
        }
        let gap = self
            .end
            .is_some_and(|(end, size)| glyph.x - end > SPACE * size.max(glyph.size));
        let has_space = self.end.is_some() && (self.has_space || gap);
        let is_raised = self.is_raised(glyph);
        if !is_raised || has_space {
            self.end_raised();
        }
        if has_space {
            self.output.push(' ');
        }
        if is_raised && self.raised_from.is_none() {
            self.raised_from = Some(self.output.len());
        }
        text.chars().for_each(|letter| self.letter(letter));
        self.end = Some((glyph.x + glyph.width, glyph.size));
        self.has_space = false;
    }

    fn is_raised(&self, glyph: &Glyph) -> bool {
        let above = glyph.y - self.line.y;
        let is_small = glyph.size < SMALL * self.line.size;
        above > RAISED_ALONE * self.line.size || is_small && above > RAISED * self.line.size
    }

    /// Writes raised numbers in raised letters.
    fn end_raised(&mut self) {
        let Some(start) = self.raised_from.take() else {
            return;
        };
        if let Some(raised) = raised_stretch(&self.output[start..]) {
            self.output.replace_range(start.., &raised);
        }
    }

    fn letter(&mut self, letter: char) {
        match letter {
            '\u{fb00}'..='\u{fb06}' => self.output.extend(std::iter::once(letter).nfkc()),
            '\u{ad}' | '\u{2010}' | '\u{2011}' => self.output.push('-'),
            letter if letter.is_whitespace() => self.output.push(' '),
            letter if letter.is_control() => {}
            letter => self.output.push(letter),
        }
    }

    fn finish(mut self) -> String {
        self.end_raised();
        self.output
    }
}
