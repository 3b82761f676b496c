//! Names of .bib files: `Kinzer, Stephen and {United Nations} and others`.

use biblatex::{Chunk, Chunks, Person as BiblatexPerson};

use super::latex;
use crate::work::{Contributors, Name, Person, fold::single_spaced};

/// Reads a list of names; the second value says whether all LaTeX in it could be read.
///
/// A name in braces of its own is an organisation and is not taken apart.
pub(super) fn contributors(value: &str) -> (Contributors, bool) {
    let mut contributors = Contributors::default();
    let mut sound = true;
    for name in split_and(value) {
        if name.eq_ignore_ascii_case("others") {
            contributors.et_al = true;
            continue;
        }
        let (name, read) = self::name(name);
        contributors.names.extend(name);
        sound &= read;
    }
    (contributors, sound)
}

/// Divides a list at `and` outside braces; empty parts are left out.
pub(super) fn split_and(value: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(value);
    std::iter::from_fn(move || {
        let value = rest?;
        match find_and(value) {
            Some(at) => {
                rest = Some(&value[at + "and".len()..]);
                Some(&value[..at])
            }
            None => rest.take(),
        }
    })
    .map(str::trim)
    .filter(|part| !part.is_empty())
}

/// Where the first `and` stands that is a word of its own outside braces.
fn find_and(value: &str) -> Option<usize> {
    let bytes = value.as_bytes();
    let mut depth = 0_usize;
    for (idx, byte) in bytes.iter().enumerate() {
        match byte {
            b'{' => depth += 1,
            b'}' => depth = depth.saturating_sub(1),
            b'a' | b'A' if depth == 0 && is_and(bytes, idx) => return Some(idx),
            _ => {}
        }
    }
    None
}

/// Whether the word `and` stands at a position.
fn is_and(bytes: &[u8], idx: usize) -> bool {
    let is_space = |idx: usize| bytes.get(idx).is_none_or(u8::is_ascii_whitespace);
    bytes.len() >= idx + 3
        && bytes[idx..idx + 3].eq_ignore_ascii_case(b"and")
        && (idx == 0 || is_space(idx - 1))
        && is_space(idx + 3)
}

/// Reads one name.
fn name(value: &str) -> (Option<Name>, bool) {
    let Some(chunks) = latex::chunks(value) else {
        let literal = latex::plain(value).text;
        return (
            Some(literal)
                .filter(|text| !text.is_empty())
                .map(Name::organisation),
            false,
        );
    };
    let name = if in_own_braces(value) || is_bare_organisation(&chunks) {
        let literal = latex::format(&chunks);
        let literal = single_spaced(&literal);
        (!literal.is_empty()).then(|| Name::organisation(literal))
    } else {
        person(&chunks)
    };
    (name, true)
}

/// Whether braces go around all of a name: `{United Nations}`.
pub(super) fn in_own_braces(value: &str) -> bool {
    let mut depth = 0_usize;
    let last = value.len().saturating_sub(1);
    value.starts_with('{')
        && value.bytes().enumerate().all(|(idx, byte)| {
            match byte {
                b'{' => depth += 1,
                b'}' => depth = depth.saturating_sub(1),
                _ => {}
            }
            depth > 0 || idx == last
        })
}

/// Whether a name without braces cannot be a person's: it has a digit or an ampersand.
fn is_bare_organisation(chunks: &Chunks) -> bool {
    chunks.iter().any(|chunk| match &chunk.v {
        Chunk::Normal(text) => text.contains(|c: char| c == '&' || c.is_ascii_digit()),
        _ => false,
    })
}

/// Has the crate take a person's name apart.
fn person(chunks: &Chunks) -> Option<Name> {
    let person = BiblatexPerson::parse(chunks);
    let part = |text: &str| {
        let text = single_spaced(text);
        (!text.is_empty()).then(|| text.into_owned())
    };
    let Some(family) = part(&person.name) else {
        return part(&latex::format(chunks)).map(Name::organisation);
    };
    Some(Name::Person(Person {
        family,
        given: part(&person.given_name),
        particle: part(&person.prefix),
        suffix: part(&person.suffix),
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Shows names as `family|given|particle|suffix` or `[organisation]`.
    fn check(value: &str, expected: &str) {
        let (contributors, sound) = contributors(value);
        let mut shown: Vec<_> = contributors.names.iter().map(show).collect();
        if contributors.et_al {
            shown.push("et al.".to_owned());
        }
        assert_eq!(shown.join("; "), expected, "{value}");
        assert!(sound, "{value}");
    }

    fn show(name: &Name) -> String {
        match name {
            Name::Organisation { literal } => format!("[{literal}]"),
            Name::Person(person) => [
                Some(&person.family),
                person.given.as_ref(),
                person.particle.as_ref(),
                person.suffix.as_ref(),
            ]
            .map(|part| part.map_or("", String::as_str))
            .join("|")
            .trim_end_matches('|')
            .to_owned(),
        }
    }

    #[test]
    fn names_are_read() {
        check("Kinzer, Stephen", "Kinzer|Stephen");
        check(
            "Stephen Kinzer AND Greg\nGrandin",
            "Kinzer|Stephen; Grandin|Greg",
        );
        check("{United Nations} and others", "[United Nations]; et al.");
        check(
            "{Department of State and Others}",
            "[Department of State and Others]",
        );
        check("van der Berg, Jan", "Berg|Jan|van der");
        check("King, Jr., Martin Luther", "King|Martin Luther||Jr.");
        check(r"L{\'o}pez Obrador, A. M.", "López Obrador|A. M.");
        check("{López Obrador}, A. M.", "López Obrador|A. M.");
        check("Plato", "Plato");
        check("Ernst & Young", "[Ernst & Young]");
        check("Anderson, Sandy", "Anderson|Sandy");
        check(" and ", "");
    }
}
