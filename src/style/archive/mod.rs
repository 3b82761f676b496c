//! The styles and locales that come with the program; see `LICENSE.md` for whose they are and how they are packed.

mod names;

use std::{io::Read, sync::LazyLock};

use flate2::read::DeflateDecoder;

/// The names of a style.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Named {
    /// What it is asked for by; the first is that of its file.
    pub names: &'static [&'static str],
    /// What people call it.
    pub title: &'static str,
}

/// The styles that come with the program, by their first names.
pub fn styles() -> &'static [Named] {
    &names::STYLES
}

/// All names by which styles can be asked for.
pub fn style_names() -> Vec<&'static str> {
    let names = names::STYLES.iter().flat_map(|style| style.names);
    names.copied().collect()
}

/// The styles whose citations have authors and years, as their own words say.
pub(super) fn styles_by_author_and_year() -> impl Iterator<Item = Named> {
    let all = names::STYLES.iter().enumerate();
    let by_year = all.filter(|(at, _)| {
        let xml = STYLES.get(*at).unwrap_or_default();
        xml.contains("citation-format=\"author-date\"")
    });
    by_year.map(|(_, named)| *named)
}

/// The language that a style names as its own.
pub(super) fn language(name: &str) -> Option<&'static str> {
    let (_, xml) = style(name)?;
    let head = xml.split_once("<info")?.0;
    let (_, behind) = head.split_once("default-locale=\"")?;
    Some(behind.split_once('"')?.0)
}

/// The style with a name, and its CSL.
pub fn style(name: &str) -> Option<(Named, &'static str)> {
    let at = names::STYLES
        .iter()
        .position(|style| style.names.contains(&name))?;
    Some((names::STYLES[at], STYLES.get(at)?))
}

/// The locale of a language (CSL, without `info`), else of the first with the same word before the hyphen.
pub fn locale(language: &str) -> Option<&'static str> {
    let base = |language: &'_ str| language.split('-').next().map(str::to_lowercase);
    let exact = names::LOCALES.iter().position(|name| *name == language);
    let near = || {
        names::LOCALES
            .iter()
            .position(|name| base(name) == base(language))
    };
    FILES.get(exact.or_else(near)?)
}

static STYLES: LazyLock<Pack> = LazyLock::new(|| Pack::read(include_bytes!("styles.deflate")));
static FILES: LazyLock<Pack> = LazyLock::new(|| Pack::read(include_bytes!("locales.deflate")));

/// Files in one.
struct Pack {
    text: String,
    /// Where each ends.
    ends: Vec<usize>,
    /// Where the first begins.
    start: usize,
}

impl Pack {
    fn read(packed: &[u8]) -> Self {
        let mut text = String::new();
        // What is built in is whole; a test reads all of it.
        let is_whole = DeflateDecoder::new(packed)
            .read_to_string(&mut text)
            .is_ok();
        let start = text
            .find("\n\n")
            .filter(|_| is_whole)
            .map_or(text.len(), |at| at + 2);
        let lengths = text[..start]
            .lines()
            .filter_map(|line| line.parse::<usize>().ok());
        let ends = lengths
            .scan(start, |end, length| {
                *end += length;
                Some(*end)
            })
            .collect();
        Self { text, ends, start }
    }

    fn get(&self, idx: usize) -> Option<&str> {
        let start = idx
            .checked_sub(1)
            .map_or(Some(self.start), |before| self.ends.get(before).copied())?;
        self.text.get(start..*self.ends.get(idx)?)
    }
}
