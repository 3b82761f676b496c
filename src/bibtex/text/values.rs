//! The values of fields as biber reads them: names, editions, pages.

use crate::{
    bibtex::escape,
    work::{Contributors, Name, Person},
};

/// A list of names: `Kinzer, Stephen and {United Nations} and others`.
pub(crate) fn contributors(contributors: &Contributors) -> Option<String> {
    let mut names: Vec<_> = contributors.names.iter().map(name).collect();
    if names.is_empty() {
        return None;
    }
    if contributors.et_al {
        names.push("others".to_owned());
    }
    Some(names.join(" and "))
}

/// One name; an organisation in braces, so that it is never taken apart.
fn name(name: &Name) -> String {
    let person = match name {
        Name::Organisation { literal } => return format!("{{{}}}", escape::escape(literal)),
        Name::Person(person) => person,
    };
    let mut text = String::new();
    if let Some(particle) = &person.particle {
        text.extend([&escape::escape(particle), " "]);
    }
    text.push_str(&family(person));
    if let Some(suffix) = &person.suffix {
        text.extend([", ", &escape::escape(suffix)]);
    }
    if let Some(given) = &person.given {
        text.extend([", ", &escape::escape(given)]);
    }
    text
}

/// A family name, in braces where it would be read as something else.
fn family(person: &Person) -> String {
    let family = escape::escape(&person.family);
    let reads_otherwise = person.family.contains(',')
        || person.family.starts_with(char::is_lowercase)
        || person
            .family
            .split_whitespace()
            .any(|word| word.eq_ignore_ascii_case("and"))
        || (person.given.is_none() && person.family.contains(' '));
    if reads_otherwise {
        format!("{{{family}}}")
    } else {
        family
    }
}

/// An edition as a number, where it is one: `2nd ed.` is `2`.
pub(super) fn edition(text: &str) -> String {
    let digits: String = text.chars().take_while(char::is_ascii_digit).collect();
    let rest = text[digits.len()..].trim_start();
    let ordinal = rest.is_empty()
        || [
            "st", "nd", "rd", "th", ".", "ª", "º", "a ", "e ", "ed", "ème",
        ]
        .iter()
        .any(|ending| rest.starts_with(ending));
    if digits.is_empty() || !ordinal {
        escape::escape(text)
    } else {
        digits
    }
}

/// Pages with biblatex's dash between the ends of a range.
pub(crate) fn pages(text: &str) -> String {
    let is_number = |part: &str| {
        let part = part.trim();
        part.contains(|c: char| c.is_ascii_digit())
            || (!part.is_empty()
                && part
                    .chars()
                    .all(|c| matches!(c, 'i' | 'v' | 'x' | 'l' | 'c')))
    };
    let ranges = text.split(',').map(|range| match range.split_once('-') {
        Some((first, last)) if is_number(first) && is_number(last) => {
            format!("{}--{}", first.trim_end(), last.trim_start())
        }
        _ => range.to_owned(),
    });
    escape::escape(&ranges.collect::<Vec<_>>().join(","))
}
