//! A .bib file made tidy by the smallest change: one file a normalisation, each of which can be switched.
//!
//! Values are changed within their delimiters and layout between values, so that comments, macros, the order of fields and
//! entries, and every byte that no chosen normalisation speaks of stay as they are. An entry that cannot be read without a problem
//! is left alone. The result is read again: if an entry, a key or a field were gone, nothing is changed.

mod contents;
mod delimiters;
mod doi;
mod entry_order;
mod field_order;
mod isbn;
mod layout;
mod lower_case;
mod month;
mod page_dashes;
mod trailing_space;
mod unicode;

use std::{borrow::Cow, collections::BTreeMap};

use crate::{
    bibtex::{Field, File},
    edit,
    span::Span,
};

/// One thing that `fmt` brings into a common form.
#[derive(Debug)]
pub struct Normalisation {
    /// Its name, in kebab case: `page-dashes`.
    pub name: &'static str,
    /// What it does, in one line.
    pub summary: &'static str,
    /// Whether it is made without being asked for.
    pub default: bool,
    scope: Scope,
}

/// What a normalisation looks at.
#[derive(Debug)]
enum Scope {
    /// The value of a field, delimiters included, beside the name of the field in lower case; the new value where there is one.
    Value(fn(&str, &str) -> Option<String>),
    /// The whole file, of which some entries are sound.
    File(fn(&Sound) -> Vec<Replacement>),
    /// The order of things: replacements that are made all together, when nothing else is left to do.
    Order(fn(&Sound) -> Vec<Replacement>),
}

/// A span of the file and what stands there instead.
type Replacement = (Span, String);

/// The name of the normalisation that only files in Unicode can take.
pub const UNICODE: &str = "unicode";

/// All normalisations.
pub static NORMALISATIONS: &[Normalisation] = &[
    Normalisation {
        name: "page-dashes",
        summary: "ranges of pages with `--`: `12-34` and `12–34` become `12--34`",
        default: true,
        scope: Scope::Value(page_dashes::normalise),
    },
    Normalisation {
        name: "doi",
        summary: "DOIs without address or label: `https://doi.org/10.1000/x` becomes `10.1000/x`",
        default: true,
        scope: Scope::Value(doi::normalise),
    },
    Normalisation {
        name: "isbn",
        summary: "ISBNs without label and with hyphens for blanks, where the check digit is right",
        default: true,
        scope: Scope::Value(isbn::normalise),
    },
    Normalisation {
        name: "month",
        summary: "months as the macros that every style knows: `{January}` becomes `jan`",
        default: true,
        scope: Scope::Value(month::normalise),
    },
    Normalisation {
        name: "lower-case",
        summary: "entry types and field names in small letters",
        default: true,
        scope: Scope::File(lower_case::normalise),
    },
    Normalisation {
        name: "trailing-space",
        summary: "no blanks at the ends of the lines of an entry",
        default: true,
        scope: Scope::File(trailing_space::normalise),
    },
    Normalisation {
        name: UNICODE,
        summary: "LaTeX accents as letters: `{\\'e}` becomes `é`",
        default: false,
        scope: Scope::Value(unicode::normalise),
    },
    Normalisation {
        name: "delimiters",
        summary: "values in braces instead of quotation marks",
        default: false,
        scope: Scope::Value(delimiters::normalise),
    },
    Normalisation {
        name: "layout",
        summary: "one field a line, indented and aligned as most fields of the file are",
        default: false,
        scope: Scope::File(layout::normalise),
    },
    Normalisation {
        name: "field-order",
        summary: "fields in the order author, title, publication, date, pages, identifiers",
        default: false,
        scope: Scope::Order(field_order::normalise),
    },
    Normalisation {
        name: "entry-order",
        summary: "entries by key, each with the comment above it; parents behind their children",
        default: false,
        scope: Scope::Order(entry_order::normalise),
    },
];

/// The normalisation with this name.
pub fn find(name: &str) -> Option<&'static Normalisation> {
    NORMALISATIONS
        .iter()
        .find(|normalisation| normalisation.name == name)
}

/// How often the text is gone over: values and layout two times at most, each order once and what it makes possible, and the last
/// time shows that nothing is left to do.
const MAX_ROUNDS: usize = 8;

/// What tidying a file came to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tidied {
    /// The new text.
    pub text: String,
    /// How many changes each normalisation made, by its name.
    pub changes: BTreeMap<&'static str, usize>,
    /// How many entries were left alone because they cannot be read without a problem.
    pub unsound: usize,
    /// Whether the changes were given up because an entry, a key or a field would have been lost.
    pub refused: bool,
}

/// Tidies the text of a .bib file with some of the normalisations.
pub fn tidy(text: &str, chosen: &[&'static Normalisation]) -> Tidied {
    let original = Sound::new(File::read(text));
    let mut tidied = Tidied {
        unsound: original.n_unsound(),
        ..Tidied::default()
    };
    let mut sound = original;
    for _ in 0..MAX_ROUNDS {
        let (new, made) = round(&sound, chosen);
        if made.is_empty() {
            break;
        }
        let next = Sound::new(File::read(new));
        if !contents::are_same(&sound.file, &next.file) {
            return Tidied {
                text: text.to_owned(),
                changes: BTreeMap::new(),
                refused: true,
                ..tidied
            };
        }
        for name in made {
            *tidied.changes.entry(name).or_default() += 1;
        }
        sound = next;
    }
    sound.file.text().clone_into(&mut tidied.text);
    tidied
}

/// Makes all changes that do not overlap, or, when there is none, those of one order; the new text, and the name of the
/// normalisation for each change.
fn round(sound: &Sound, chosen: &[&'static Normalisation]) -> (String, Vec<&'static str>) {
    let mut replacements = values(sound, chosen);
    replacements.extend(
        chosen
            .iter()
            .flat_map(|normalisation| match normalisation.scope {
                Scope::File(normalise) => named(normalisation.name, normalise(sound)),
                Scope::Value(_) | Scope::Order(_) => Vec::new(),
            }),
    );
    if replacements.is_empty() {
        let mut orders = chosen
            .iter()
            .map(|normalisation| match normalisation.scope {
                Scope::Order(normalise) => named(normalisation.name, normalise(sound)),
                Scope::Value(_) | Scope::File(_) => Vec::new(),
            });
        replacements = orders.find(|moves| !moves.is_empty()).unwrap_or_default();
    }
    without_overlap(&mut replacements);
    let edits: Vec<(Span, &str)> = replacements
        .iter()
        .map(|(_, (span, new))| (*span, new.as_str()))
        .collect();
    let (text, _) = edit::apply(sound.file.text(), &edits);
    (text, replacements.iter().map(|(name, _)| *name).collect())
}

/// Replacements with the name of the normalisation that makes them.
fn named(name: &'static str, replacements: Vec<Replacement>) -> Vec<(&'static str, Replacement)> {
    let replacements = replacements.into_iter();
    replacements
        .map(|replacement| (name, replacement))
        .collect()
}

/// Sorts replacements and leaves out those that overlap an earlier one; they come in the next round.
fn without_overlap(replacements: &mut Vec<(&'static str, Replacement)>) {
    replacements.sort_by_key(|(_, (span, _))| *span);
    let mut end = 0;
    replacements.retain(|(_, (span, _))| {
        let apart = span.start >= end;
        if apart {
            end = span.end;
        }
        apart
    });
}

/// The new values of fields; where two normalisations change a value, the second sees what the first has made of it.
fn values(sound: &Sound, chosen: &[&'static Normalisation]) -> Vec<(&'static str, Replacement)> {
    let of_values: Vec<_> = chosen
        .iter()
        .filter_map(|normalisation| match normalisation.scope {
            Scope::Value(normalise) => Some((normalisation.name, normalise)),
            Scope::File(_) | Scope::Order(_) => None,
        })
        .collect();
    let mut replacements = Vec::new();
    for field in sound.entries().flat_map(|(_, fields)| fields) {
        let name = in_lower_case(field.name.slice(sound.file.text()));
        let written = field.value.slice(sound.file.text());
        let mut last = None;
        let mut value: Option<String> = None;
        for (normalisation, normalise) in &of_values {
            if let Some(new) = normalise(&name, value.as_deref().unwrap_or(written)) {
                value = Some(new);
                last = Some(*normalisation);
            }
        }
        if let (Some(last), Some(new)) = (last, value) {
            replacements.push((last, (field.value, new)));
        }
    }
    replacements
}

/// A name in small letters, as most are written.
fn in_lower_case(name: &str) -> Cow<'_, str> {
    if name.bytes().any(|byte| byte.is_ascii_uppercase()) {
        name.to_ascii_lowercase().into()
    } else {
        name.into()
    }
}

/// A file and which of its entries are sound: read without a problem of form.
struct Sound {
    file: File,
    sound: Vec<bool>,
}

impl Sound {
    fn new(file: File) -> Self {
        let mut sound = vec![true; file.entries.len()];
        for problem in &file.problems {
            let behind = file
                .entries
                .partition_point(|entry| entry.span.start <= problem.span.start);
            if let Some(before) = behind.checked_sub(1) {
                sound[before] &= !file.entries[before].span.covers(problem.span);
            }
        }
        Self { file, sound }
    }

    fn n_unsound(&self) -> usize {
        self.sound.iter().filter(|sound| !**sound).count()
    }

    fn is_sound(&self, idx: usize) -> bool {
        self.sound[idx]
    }

    /// The sound entries by number, with their fields.
    fn entries(&self) -> impl Iterator<Item = (usize, &[Field])> {
        let entries = self.file.entries.iter().enumerate();
        entries
            .filter(|(idx, _)| self.sound[*idx])
            .map(|(idx, entry)| (idx, entry.fields.as_slice()))
    }
}

/// The text within the delimiters of a value that is one piece in braces or quotation marks.
fn within(value: &str) -> Option<&str> {
    let braced = value
        .strip_prefix('{')
        .and_then(|rest| rest.strip_suffix('}'));
    let quoted = || {
        value
            .strip_prefix('"')
            .and_then(|rest| rest.strip_suffix('"'))
    };
    let (text, opening) = braced
        .map(|text| (text, '{'))
        .or_else(|| Some((quoted()?, '"')))?;
    is_one_piece(text, opening).then_some(text)
}

/// Whether the delimiters around a text close each other: `{a} # {b}` is two pieces.
fn is_one_piece(text: &str, opening: char) -> bool {
    let mut depth = 0_i32;
    let bytes = text.bytes().enumerate();
    let closes_early = bytes.into_iter().any(|(_, byte)| {
        match byte {
            b'{' => depth += 1,
            b'}' => depth -= 1,
            b'"' if opening == '"' => return depth == 0,
            _ => {}
        }
        depth < 0
    });
    !closes_early && depth == 0
}

/// A value with other text between its delimiters.
fn with_text(value: &str, text: &str) -> String {
    format!("{}{text}{}", &value[..1], &value[value.len() - 1..])
}

#[cfg(test)]
mod tests;
