//! What a style is told of the works of a list.

use serde_json::{Value, json};

use crate::{
    interchange,
    span::Span,
    style::{Run, Text},
    work::Work,
};

/// What stands in the place of further names; the styles would write it as one more name.
const OTHERS: &str = "et al.";

/// A work as CSL-JSON, with the letter behind its year; a title gets the capitals of English only if it is English for certain.
pub(super) fn value(work: &Work) -> Value {
    let mut value = interchange::csl("", work);
    if let Some(suffix) = work.issued.suffix {
        value["year-suffix"] = json!(suffix.to_string());
    }
    for title in ["title", "container-title", "collection-title"] {
        let Some(text) = value[title].as_str() else {
            continue;
        };
        if !is_english(text) {
            value[title] = json!(format!("<span class=\"nocase\">{text}</span>"));
        }
    }
    let creators = [
        ("author", &work.authors),
        ("editor", &work.editors),
        ("translator", &work.translators),
    ];
    for (role, people) in creators {
        let last = value[role]
            .as_array_mut()
            .and_then(|names| names.last_mut());
        if let Some(last) = last.filter(|_| people.et_al) {
            *last = json!({ "literal": OTHERS });
        }
    }
    value
}

/// What a style writes, without the word that joins further names as if they were one.
pub(super) fn without_joint(text: Text) -> Text {
    let plain = text.plain();
    let Some(at) = plain.find(OTHERS) else {
        return text;
    };
    let before = plain[..at].trim_end();
    let joint = before.rfind(' ').map_or(0, |blank| blank + 1);
    let is_joint = ["&", "and", "und", "et", "y", "e"].contains(&&before[joint..]);
    let end = before.len();
    if !is_joint {
        return text;
    }
    let mut start = 0;
    let runs = text.runs.into_iter().map(|run| {
        let span = Span::new(start, start + run.text.len());
        start = span.end;
        let cut = |at: usize| at.clamp(span.start, span.end) - span.start;
        let text = [&run.text[..cut(joint)], &run.text[cut((end + 1).min(at))..]];
        Run {
            text: text.concat(),
            ..run
        }
    });
    Text {
        runs: runs.collect(),
    }
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
