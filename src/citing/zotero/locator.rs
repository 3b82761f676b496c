//! Locators as CSL has them, a label and what it counts: `, Kap. 3` is chapter 3.

/// A locator at the beginning of what stands behind a cite.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Locator<'a> {
    /// What is counted, in the words of CSL 1.0.2 that Zotero knows as well.
    pub(super) label: &'static str,
    /// `12–15`
    pub(super) value: &'a str,
    /// What follows.
    pub(super) rest: &'a str,
}

/// Words that head a locator, without full stop, in lower case, with what they count.
const LABELS: &[(&str, &str)] = &[
    ("abb", "figure"),
    ("abbildung", "figure"),
    ("abs", "paragraph"),
    ("abschn", "section"),
    ("abschnitt", "section"),
    ("anm", "note"),
    ("band", "volume"),
    ("bd", "volume"),
    ("bl", "folio"),
    ("cap", "chapter"),
    ("capitolo", "chapter"),
    ("capítulo", "chapter"),
    ("ch", "chapter"),
    ("chap", "chapter"),
    ("chapitre", "chapter"),
    ("chaps", "chapter"),
    ("chapter", "chapter"),
    ("chapters", "chapter"),
    ("chs", "chapter"),
    ("col", "column"),
    ("cols", "column"),
    ("fig", "figure"),
    ("figs", "figure"),
    ("figura", "figure"),
    ("figure", "figure"),
    ("figures", "figure"),
    ("fn", "note"),
    ("fol", "folio"),
    ("footnote", "note"),
    ("fußnote", "note"),
    ("kap", "chapter"),
    ("kapitel", "chapter"),
    ("l", "line"),
    ("line", "line"),
    ("lines", "line"),
    ("ll", "line"),
    ("n", "note"),
    ("note", "note"),
    ("notes", "note"),
    ("p", "page"),
    ("pag", "page"),
    ("page", "page"),
    ("pages", "page"),
    ("pagg", "page"),
    ("par", "paragraph"),
    ("para", "paragraph"),
    ("paragraph", "paragraph"),
    ("paras", "paragraph"),
    ("part", "part"),
    ("pg", "page"),
    ("pgs", "page"),
    ("pp", "page"),
    ("pág", "page"),
    ("página", "page"),
    ("páginas", "page"),
    ("págs", "page"),
    ("párr", "paragraph"),
    ("rn", "paragraph"),
    ("rz", "paragraph"),
    ("s", "page"),
    ("sec", "section"),
    ("sect", "section"),
    ("section", "section"),
    ("sections", "section"),
    ("seite", "page"),
    ("seiten", "page"),
    ("sp", "column"),
    ("v", "verse"),
    ("verse", "verse"),
    ("verses", "verse"),
    ("vol", "volume"),
    ("volume", "volume"),
    ("vv", "verse"),
    ("zeile", "line"),
    ("§", "section"),
    ("§§", "section"),
    ("¶", "paragraph"),
    ("¶¶", "paragraph"),
];

/// Reads what stands behind a cite, with the comma or colon that it begins with; a number without a label is a page.
pub(super) fn read(behind: &str) -> Option<Locator<'_>> {
    let text = behind.trim_start_matches([',', ':', ' ', '\u{a0}']);
    let (label, numbers) = headed(text).unwrap_or(("page", text));
    let length = numbers_length(numbers);
    let (value, rest) = numbers.split_at(length);
    (length > 0).then_some(Locator { label, value, rest })
}

/// What the word at the head of a text counts, and the text behind it.
fn headed(text: &str) -> Option<(&'static str, &str)> {
    let end = text.find(|c: char| c.is_ascii_digit() || is_blank(c) || c == '.')?;
    let label = label(&text[..end])?;
    let behind = text[end..].trim_start_matches(|c| is_blank(c) || c == '.');
    Some((label, behind))
}

/// What a word counts.
fn label(word: &str) -> Option<&'static str> {
    let word = word.to_lowercase();
    let found = LABELS.binary_search_by(|(other, _)| (*other).cmp(&word));
    found.ok().map(|idx| LABELS[idx].1)
}

fn is_blank(character: char) -> bool {
    matches!(character, ' ' | '\u{a0}' | '\u{202f}' | '\n')
}

/// The length of a row of numbers: `12–15, 20 f.`, `xii`, `A12`, `3.2`.
fn numbers_length(text: &str) -> usize {
    let mut end = 0;
    let mut rest = text;
    loop {
        let length = number_length(rest);
        if length == 0 {
            return end;
        }
        end = text.len() - rest.len() + length;
        rest = &text[end..];
        let following = rest.trim_start_matches(is_blank);
        for mark in ["ff.", "f.", "ff", "f", "sqq.", "sq."] {
            let behind = following.strip_prefix(mark);
            if let Some(behind) = behind.filter(|behind| !behind.starts_with(char::is_alphanumeric))
            {
                end = text.len() - behind.len();
                rest = behind;
                break;
            }
        }
        let joint = rest.trim_start_matches(is_blank);
        let joined = joint.trim_start_matches(|c: char| "-–—,/&.:".contains(c));
        if joined.len() == joint.len() {
            return end;
        }
        rest = joined.trim_start_matches(is_blank);
    }
}

/// The length of one number, Arabic with letters around it or small Roman.
fn number_length(text: &str) -> usize {
    let end = text
        .find(|c: char| !c.is_alphanumeric())
        .unwrap_or(text.len());
    let word = &text[..end];
    let is_roman = !word.is_empty() && word.chars().all(|c| "ivxlc".contains(c));
    let has_digit = word.contains(|c: char| c.is_ascii_digit());
    if is_roman || has_digit { end } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(behind: &str, expected: Option<(&str, &str, &str)>) {
        let found = read(behind).map(|found| (found.label, found.value, found.rest));
        assert_eq!(found, expected, "{behind}");
    }

    #[test]
    fn labels_and_numbers() {
        check(", p. 5", Some(("page", "5", "")));
        check(": 45–47, 50", Some(("page", "45–47, 50", "")));
        check(", S. 43 f.", Some(("page", "43 f.", "")));
        check(
            ", Kap. 3, meine Übersetzung",
            Some(("chapter", "3", ", meine Übersetzung")),
        );
        check(", § 12", Some(("section", "12", "")));
        check(", p.12", Some(("page", "12", "")));
        check(", xii", Some(("page", "xii", "")));
        check(", n. 3", Some(("note", "3", "")));
    }

    #[test]
    fn other_words_are_no_locator() {
        check("", None);
        check(", emphasis added", None);
        check(" for a critique", None);
        check(", my translation of 1990", None);
    }

    #[test]
    fn labels_are_sorted() {
        assert!(LABELS.is_sorted());
    }
}
