//! Which words of a title keep their capitals in a style that writes titles in small letters.

use super::latex;

/// Writes a title for BibTeX, with braces around the words that must keep their capitals.
///
/// Styles turn titles to small letters. A word with a capital inside (`NAFTA`, `McDonald`, `U.S.`) always keeps its form. Any other
/// word with a capital keeps it unless the title is in English title case, where capitals say nothing; so German nouns and names
/// in sentence case keep theirs. The first letter of the title is the style's own affair.
pub(super) fn protected(title: &str) -> String {
    let is_title_case = is_english_title_case(title);
    let mut output = Braced::default();
    for (idx, piece) in title.split_inclusive(char::is_whitespace).enumerate() {
        let word = piece.trim_end();
        if has_inner_capital(word) || (idx > 0 && !is_title_case && is_capitalised(word)) {
            output.push_kept(word);
        } else {
            output.text.push_str(&latex::escape(word));
        }
        output.text.push_str(&piece[word.len()..]);
    }
    output.text
}

/// A title as far as it is written.
#[derive(Default)]
struct Braced {
    text: String,
    /// Where the last brace closed.
    closed: usize,
}

impl Braced {
    /// Adds a word in braces, the punctuation around it outside; neighbours share one pair.
    fn push_kept(&mut self, word: &str) {
        let core = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '.');
        let start = word.find(core).unwrap_or_default();
        let (before, after) = (&word[..start], &word[start + core.len()..]);
        if before.is_empty() && self.closed > 0 && self.text[self.closed..] == *" " {
            self.text.remove(self.closed - 1);
        } else {
            self.text.push_str(&latex::escape(before));
            self.text.push('{');
        }
        self.text.push_str(&latex::escape(core));
        self.text.push('}');
        self.closed = self.text.len();
        self.text.push_str(&latex::escape(after));
    }
}

/// Whether a letter behind the first is a capital.
fn has_inner_capital(word: &str) -> bool {
    let mut letters = word.chars().filter(|c| c.is_alphabetic());
    letters.next();
    letters.any(char::is_uppercase)
}

/// Whether the first letter is a capital.
fn is_capitalised(word: &str) -> bool {
    word.chars()
        .find(|c| c.is_alphabetic())
        .is_some_and(char::is_uppercase)
}

/// Whether a title is English and has capitals by rule and not by name: its small words show the language, and all others have
/// capitals.
fn is_english_title_case(title: &str) -> bool {
    let words = || title.split_whitespace();
    let is_english = |word| matches!(word, "the" | "of" | "and" | "for" | "from" | "with");
    words().any(is_english) && words().filter(|word| !is_small(word)).all(is_capitalised)
}

/// Whether a word may stay small in a title: it has less than four letters (APA 7, 6.17), or is a preposition or conjunction
/// (Chicago 18, 8.160), or has no letters.
fn is_small(word: &str) -> bool {
    const SMALL: &[&str] = &[
        "about", "after", "against", "among", "around", "before", "behind", "between", "beyond",
        "during", "from", "into", "over", "since", "than", "that", "through", "toward", "towards",
        "under", "until", "upon", "when", "with", "within", "without",
    ];
    word.chars().filter(|c| c.is_alphabetic()).count() < 4 || SMALL.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::protected;

    #[test]
    fn capitals_that_say_something_are_kept() {
        let cases = [
            ("The war on drugs in Mexico", "The war on drugs in {Mexico}"),
            ("Games and Decisions", "Games and Decisions"),
            ("Acts of the Supreme Court", "Acts of the Supreme Court"),
            (
                "Acts of the {x} U.S. Supreme court",
                "Acts of the \\{x\\} {U.S. Supreme} court",
            ),
            ("NAFTA and the Rest", "{NAFTA} and the Rest"),
            ("U.S. policy", "{U.S.} policy"),
            ("Die Entstehung der Welt", "Die {Entstehung} der {Welt}"),
            (
                "Profits & losses in “Gaul”",
                "Profits \\& losses in “{Gaul}”",
            ),
            ("", ""),
        ];
        for (title, expected) in cases {
            assert_eq!(protected(title), expected, "{title}");
        }
    }
}
