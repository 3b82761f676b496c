//! Marked content: stretches that say what they are, or what their letters mean (ISO 32000-1, 14.6, 14.8.2.2 and 14.9.4).

use hayro_syntax::object::{Dict, Name, String as Text};

use super::matrix::Matrix;

/// Deeper nesting than files have.
const DEEPEST: usize = 256;
/// Longer texts stand for more than a word that is set in an unusual way, and have no place of their own (bytes).
const LONGEST: usize = 64;

/// The stretches that are open at a place of the content.
#[derive(Default)]
pub(super) struct Marks {
    open: Vec<Mark>,
    /// Those that were opened beyond the bound.
    n_beyond: usize,
}

/// One stretch.
enum Mark {
    /// It is shown as it is.
    Plain,
    /// Running heads, page numbers and the like.
    Furniture,
    /// Its letters stand for this text; the place of its first letter and the width of all.
    Means(String, Option<(Matrix, f32)>),
}

impl Marks {
    /// Opens a stretch.
    pub(super) fn begin(&mut self, tag: &Name<'_>, properties: Option<&Dict<'_>>) {
        if self.open.len() >= DEEPEST {
            self.n_beyond += 1;
            return;
        }
        self.open.push(Mark::read(tag, properties));
    }

    /// Closes the last; the text that it means, its place and width, if it has one of its own.
    pub(super) fn end(&mut self) -> Option<(String, Matrix, f32)> {
        if self.n_beyond > 0 {
            self.n_beyond -= 1;
            return None;
        }
        match self.open.pop()? {
            Mark::Means(text, Some((place, width))) => Some((text, place, width)),
            _ => None,
        }
    }

    /// Whether letters are not to be shown themselves.
    pub(super) fn is_hidden(&self) -> bool {
        self.open.iter().any(|mark| !matches!(mark, Mark::Plain))
    }

    /// Takes note of a letter that is not shown itself.
    pub(super) fn shown(&mut self, place: Matrix, width: f32) {
        for mark in &mut self.open {
            if let Mark::Means(_, placed) = mark {
                let (_, total) = placed.get_or_insert((place, 0.0));
                *total += width;
            }
        }
    }
}

impl Mark {
    fn read(tag: &Name<'_>, properties: Option<&Dict<'_>>) -> Self {
        let Some(properties) = properties else {
            return Self::Plain;
        };
        if tag.as_str() == "Artifact" {
            let kind = properties.get::<Name<'_>>("Type");
            let is_furniture = kind.is_some_and(|kind| kind.as_str() == "Pagination");
            return if is_furniture {
                Self::Furniture
            } else {
                Self::Plain
            };
        }
        match properties.get::<Text<'_>>("ActualText") {
            Some(text) if text.as_bytes().len() <= LONGEST => Self::Means(decoded(&text), None),
            _ => Self::Plain,
        }
    }
}

/// The text of a string for people: UTF-16 with a byte-order mark, else the code page of PDF, which for letters is that of Windows.
fn decoded(text: &Text<'_>) -> String {
    match text.as_bytes() {
        [0xfe, 0xff, rest @ ..] => encoding_rs::UTF_16BE.decode_without_bom_handling(rest).0,
        [0xef, 0xbb, 0xbf, rest @ ..] => encoding_rs::UTF_8.decode_without_bom_handling(rest).0,
        bytes => {
            encoding_rs::WINDOWS_1252
                .decode_without_bom_handling(bytes)
                .0
        }
    }
    .into_owned()
}
