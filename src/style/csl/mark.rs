//! Marks that go through the processor within texts, and tell what the text is when it comes out.
//!
//! They are letters for private use, which a text can hold only by chance; there they are taken out before.

/// Begins and ends what comes from the work or from a term, and not from the punctuation of the style.
pub(super) const VALUE: [char; 2] = ['\u{F7A0}', '\u{F7A1}'];
/// Begins and ends what gets the capitals of an English title.
pub(super) const TITLE: [char; 2] = ['\u{F7A2}', '\u{F7A3}'];
/// Begins and ends what stands in quotation marks.
pub(super) const QUOTED: [char; 2] = ['\u{F7A4}', '\u{F7A5}'];
/// Begins and ends what keeps its capitals and small letters.
pub(super) const AS_WRITTEN: [char; 2] = ['\u{F7A6}', '\u{F7A7}'];
/// Begin and end italics, bold letters, raised and lowered letters, and small capitals within a text.
pub(super) const ITALIC: [char; 2] = ['\u{F7A8}', '\u{F7A9}'];
pub(super) const BOLD: [char; 2] = ['\u{F7AA}', '\u{F7AB}'];
pub(super) const RAISED: [char; 2] = ['\u{F7AC}', '\u{F7AD}'];
pub(super) const LOWERED: [char; 2] = ['\u{F7AE}', '\u{F7AF}'];
pub(super) const SMALL_CAPITALS: [char; 2] = ['\u{F7B0}', '\u{F7B1}'];
/// Stands behind a year.
pub(super) const YEAR: char = '\u{F7B2}';
/// Stands for a blank within a family name.
pub(super) const BLANK: char = '\u{F7B3}';
/// Begins and ends what stands between the parts of a group.
pub(super) const DELIMITER: [char; 2] = ['\u{F7B4}', '\u{F7B5}'];
/// The first of ten that stand for digits which make no number: the processor counts with all it can.
const DIGITS: u32 = 0xF7C0;

/// Whether a letter is one of the marks.
pub(super) fn is_mark(letter: char) -> bool {
    ('\u{F7A0}'..='\u{F7CF}').contains(&letter)
}

/// A text whose digits are marks.
pub(super) fn hide_digits(text: &str) -> String {
    let hidden = |letter: char| {
        letter
            .to_digit(10)
            .and_then(|digit| char::from_u32(DIGITS + digit))
    };
    text.chars()
        .map(|letter| hidden(letter).unwrap_or(letter))
        .collect()
}

/// The letter that a mark stands for, if it stands for one.
pub(super) fn shown(mark: char) -> Option<char> {
    match mark {
        BLANK => Some(' '),
        _ => char::from_digit(u32::from(mark).checked_sub(DIGITS)?, 10),
    }
}

/// The tags that CSL-JSON knows, with their marks (citeproc-js manual, "HTML-like formatting tags").
const TAGS: [(&str, &str, [char; 2]); 6] = [
    ("<i>", "</i>", ITALIC),
    ("<b>", "</b>", BOLD),
    ("<sup>", "</sup>", RAISED),
    ("<sub>", "</sub>", LOWERED),
    ("<sc>", "</sc>", SMALL_CAPITALS),
    ("<span class=\"nocase\">", "</span>", AS_WRITTEN),
];

/// A text with marks instead of tags; those without an end stay as they are.
pub(super) fn from_html(text: &str) -> String {
    let mut text: String = text.chars().filter(|letter| !is_mark(*letter)).collect();
    let mut from = 0;
    while let Some(at) = text[from..].find('<').map(|at| from + at) {
        from = at + '<'.len_utf8();
        let tag = TAGS
            .iter()
            .find(|(open, _, _)| text[at..].starts_with(open));
        let Some((open, close, [begin, end])) = tag else {
            continue;
        };
        let Some(close_at) = text[at..].find(close).map(|behind| at + behind) else {
            continue;
        };
        text.replace_range(
            close_at..close_at + close.len(),
            end.encode_utf8(&mut [0; 4]),
        );
        text.replace_range(at..at + open.len(), begin.encode_utf8(&mut [0; 4]));
        from = at + begin.len_utf8();
    }
    text
}
