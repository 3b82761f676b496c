//! Text to LaTeX: special characters escaped, capitals protected where a style would take them away.

/// A text with the characters that mean something to LaTeX escaped.
///
/// Braces become commands, since BibTeX and biber count even escaped braces.
pub(crate) fn escape(text: &str) -> String {
    let mut output = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' | '%' | '$' | '#' | '_' => output.extend(['\\', c]),
            '{' => output.push_str("\\textbraceleft{}"),
            '}' => output.push_str("\\textbraceright{}"),
            '~' => output.push_str("\\textasciitilde{}"),
            '^' => output.push_str("\\textasciicircum{}"),
            '\\' => output.push_str("\\textbackslash{}"),
            _ => output.push(c),
        }
    }
    output
}

/// An address or identifier as biber's verbatim fields want it: what would break the braces is percent-encoded (RFC 3986, 2.1).
pub(crate) fn verbatim(text: &str) -> String {
    let mut output = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '{' => output.push_str("%7B"),
            '}' => output.push_str("%7D"),
            '\\' => output.push_str("%5C"),
            ' ' => output.push_str("%20"),
            _ => output.push(c),
        }
    }
    output
}

/// A text escaped and in braces of its own where the word `and` would divide it.
pub(crate) fn list(text: &str) -> String {
    let escaped = escape(text);
    let divides = text
        .split_whitespace()
        .any(|word| word.eq_ignore_ascii_case("and"));
    if divides {
        format!("{{{escaped}}}")
    } else {
        escaped
    }
}

/// Places of publishers as a list: `The Hague/Paris` are two, `Frankfurt/Main` is one.
pub(crate) fn places(text: &str) -> String {
    const RIVERS: [&str; 8] = [
        "Main", "Oder", "Saale", "Donau", "Neckar", "Rhein", "Elbe", "Weser",
    ];
    let is_place = |part: &str| {
        part.starts_with(char::is_uppercase) && part.chars().count() > 3 && !RIVERS.contains(&part)
    };
    let parts: Vec<&str> = text.split('/').map(str::trim).collect();
    if parts.len() > 1 && parts.iter().all(|part| is_place(part)) {
        parts
            .into_iter()
            .map(list)
            .collect::<Vec<_>>()
            .join(" and ")
    } else {
        list(text)
    }
}

/// A title, escaped, with braces around the words whose capitals a style must not take away.
///
/// Styles that set titles in sentence case keep the first letter of the title and lower the rest. In a title that is printed in
/// sentence case, every capital means something; in one with capitals everywhere only those that no heading would set: `NATO`,
/// `U.S.`, `iPhone`.
pub(crate) fn title(text: &str) -> String {
    let sentence_case = is_sentence_case(text);
    let mut output = String::with_capacity(text.len() + 16);
    let mut begins = true;
    for word in text.split_inclusive(char::is_whitespace) {
        let core = word.trim_matches(|c: char| !c.is_alphanumeric());
        let capital = core.starts_with(char::is_uppercase) && core.chars().count() > 1;
        let protect = has_inner_capital(core) || (sentence_case && capital && !begins);
        push_word(word, core, protect, &mut output);
        begins = word.trim_end().ends_with([':', '?', '!', '.', '—']);
    }
    output
}

/// Adds a word of a title, with braces around its letters where it is protected.
fn push_word(word: &str, core: &str, protect: bool, output: &mut String) {
    let start = word.find(core).filter(|_| protect);
    let Some(start) = start else {
        output.push_str(&escape(word));
        return;
    };
    // The full stop of `U.S.` belongs to it.
    let stop = core.contains('.') && word[start + core.len()..].starts_with('.');
    let end = start + core.len() + usize::from(stop);
    output.push_str(&escape(&word[..start]));
    output.push('{');
    output.push_str(&escape(&word[start..end]));
    output.push('}');
    output.push_str(&escape(&word[end..]));
}

/// Whether a word has a capital behind its first letter: `NATO`, `U.S`, `iPhone`; `Cold-War` has none that counts.
fn has_inner_capital(word: &str) -> bool {
    word.split(['-', '–', '/', '’', '\''])
        .any(|part| part.chars().skip(1).any(char::is_uppercase))
}

/// Whether most of the longer words behind the first are printed small.
///
/// Words of four letters and more count: shorter ones are small in titles of either kind.
fn is_sentence_case(text: &str) -> bool {
    let (mut small, mut capital) = (0, 0);
    for word in text.split_whitespace().skip(1) {
        let word = word.trim_matches(|c: char| !c.is_alphabetic());
        if word.chars().count() < 4 {
            continue;
        }
        if word.starts_with(char::is_lowercase) {
            small += 1;
        } else if word.starts_with(char::is_uppercase) {
            capital += 1;
        }
    }
    small > capital
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_a_list() {
        assert_eq!(places("The Hague/Paris"), "The Hague and Paris");
        assert_eq!(
            places("Frankfurt a. M./New York"),
            "Frankfurt a. M. and New York"
        );
        assert_eq!(places("Frankfurt/Main"), "Frankfurt/Main");
        assert_eq!(places("Bosnia and Herzegovina"), "{Bosnia and Herzegovina}");
    }

    #[test]
    fn special_characters_are_escaped() {
        assert_eq!(
            escape(r"R&D 5% $1 #2 a_b {c} ~ ^ \"),
            r"R\&D 5\% \$1 \#2 a\_b \textbraceleft{}c\textbraceright{} \textasciitilde{} \textasciicircum{} \textbackslash{}"
        );
        assert_eq!(
            verbatim("https://x.org/a_b?c={d e}%20"),
            "https://x.org/a_b?c=%7Bd%20e%7D%20"
        );
    }

    #[test]
    fn lists_are_not_divided() {
        assert_eq!(list("Henry Holt and Co."), "{Henry Holt and Co.}");
        assert_eq!(list("Sandhill"), "Sandhill");
    }

    #[test]
    fn capitals_are_protected_where_needed() {
        let cases = [
            (
                "The True Flag: Birth of American Empire",
                "The True Flag: Birth of American Empire",
            ),
            (
                "Policy of the U.S. Army in NATO",
                "Policy of the {U.S.} Army in {NATO}",
            ),
            (
                "A short history of Mexico and its neighbours: The view from Cuba",
                "A short history of {Mexico} and its neighbours: The view from {Cuba}",
            ),
            (
                "Politique étrangère et sécurité du Mexique",
                "Politique étrangère et sécurité du {Mexique}",
            ),
            ("The iPhone & I", "The {iPhone} \\& I"),
            ("U.S.-Mexico Relations", "{U.S.-Mexico} Relations"),
            ("“War” on Drugs", "“War” on Drugs"),
        ];
        for (text, expected) in cases {
            assert_eq!(title(text), expected);
        }
    }
}
