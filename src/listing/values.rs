//! What a style is told of the works of a list.

use serde_json::{Value, json};

use crate::{interchange, work::Work};

/// A work as CSL-JSON, with the letter behind its year; its title gets the capitals of English only if it is English for certain.
pub(super) fn value(work: &Work, title: Option<&str>) -> Value {
    let mut value = interchange::csl("", work);
    if let Some(suffix) = work.issued.suffix {
        value["year-suffix"] = json!(suffix.to_string());
    }
    if let Some(title) = title {
        value["title"] = json!(title);
    }
    let plain = work.title.as_deref().unwrap_or_default();
    value["language"] = json!(if is_english(plain) { "en" } else { "und" });
    value
}

/// Words that hardly any title in English is without, and titles in other languages are.
const ENGLISH: &[&str] = &[
    "and", "by", "for", "from", "how", "into", "of", "the", "to", "toward", "towards", "what",
    "why", "with",
];
/// Words that no title in English has.
const OTHER: &[&str] = &[
    "aus", "da", "das", "de", "del", "della", "den", "der", "des", "di", "die", "do", "dos", "du",
    "e", "ein", "eine", "el", "em", "en", "et", "il", "im", "la", "las", "le", "les", "los", "na",
    "no", "och", "os", "para", "per", "por", "sur", "um", "und", "une", "van", "von", "y", "zu",
    "zur",
];

/// Whether a title is English for certain.
fn is_english(title: &str) -> bool {
    let words = title.split(|c: char| !c.is_alphanumeric());
    let words: Vec<String> = words.map(str::to_lowercase).collect();
    let has = |known: &[&str]| words.iter().any(|word| known.contains(&word.as_str()));
    has(ENGLISH) && !has(OTHER)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_titles() {
        let check = |title, expected| assert_eq!(is_english(title), expected, "{title}");
        check("The price of bread", true);
        check("El precio del pan", false);
        check("Historia y memoria of the people", false);
        check("Guerra sucia", false);
    }
}
