//! Letters that LaTeX spells as commands: `\'e`, `{\"u}`, `\v{s}`, `\ss`.

use unicode_normalization::UnicodeNormalization;

use super::braces::command_name;
use crate::document::scan::{char_at, run_end};

/// Reads the letter or character that a command at the start of `text` stands for, and the bytes that it takes.
pub(super) fn read(text: &str) -> Option<(String, usize)> {
    if !text.starts_with('\\') {
        return None;
    }
    let name = command_name(text, 0);
    let end = 1 + name.len();
    if let Some(symbol) = symbol(name) {
        return Some((symbol.to_owned(), end + separator(text, end, name)));
    }
    if matches!(name, "^" | "~") && text[end..].starts_with("{}") {
        return Some((name.to_owned(), end + 2));
    }
    let mark = combining(name)?;
    let is_letter_command = name.starts_with(|first: char| first.is_ascii_alphabetic());
    let (base, len) = base(&text[end..], is_letter_command)?;
    Some((base.chain_mark(mark), end + len))
}

/// Reads the same within braces: `{\'e}`.
pub(super) fn read_in_braces(text: &str) -> Option<(String, usize)> {
    let (letter, len) = read(text.strip_prefix('{')?)?;
    text[1 + len..]
        .starts_with('}')
        .then_some((letter, len + 2))
}

trait ChainMark {
    /// The letter with a combining mark, in one character where Unicode has one.
    fn chain_mark(self, mark: char) -> String;
}

impl ChainMark for char {
    fn chain_mark(self, mark: char) -> String {
        [self, mark].into_iter().nfc().collect()
    }
}

/// The bytes behind a symbol that only end its name: `{}` or white space.
fn separator(text: &str, end: usize, name: &str) -> usize {
    if text[end..].starts_with("{}") {
        2
    } else if name.starts_with(|first: char| first.is_ascii_alphabetic()) {
        usize::from(text[end..].starts_with([' ', '\t']))
    } else {
        0
    }
}

/// The letter below an accent, and its bytes: `e`, `{e}`, `{\i}`, `\i`; behind a command of letters, white space may come first.
fn base(text: &str, is_letter_command: bool) -> Option<(char, usize)> {
    let start = run_end(text, 0, text.len(), |character| character == ' ');
    let rest = &text[start..];
    if let Some(inner) = rest.strip_prefix('{') {
        let (letter, len) = bare_letter(inner)?;
        return inner[len..]
            .starts_with('}')
            .then_some((letter, start + len + 2));
    }
    let is_apart = !is_letter_command || start > 0 || rest.starts_with('\\');
    let (letter, len) = bare_letter(rest)?;
    is_apart.then_some((letter, start + len))
}

/// A letter; the dotless ones lose their dot only for the accent's sake.
fn bare_letter(text: &str) -> Option<(char, usize)> {
    for (spelling, letter) in [("\\i", 'i'), ("\\j", 'j')] {
        let behind = text.strip_prefix(spelling);
        if behind.is_some_and(|behind| !behind.starts_with(|next: char| next.is_ascii_alphabetic()))
        {
            return Some((letter, spelling.len()));
        }
    }
    let letter = char_at(text, 0).filter(|letter| letter.is_alphabetic())?;
    Some((letter, letter.len_utf8()))
}

/// The combining mark of an accent command (`LaTeX2e`, "Accents").
fn combining(name: &str) -> Option<char> {
    Some(match name {
        "`" => '\u{300}',
        "'" => '\u{301}',
        "^" => '\u{302}',
        "~" => '\u{303}',
        "=" => '\u{304}',
        "u" => '\u{306}',
        "." => '\u{307}',
        "\"" => '\u{308}',
        "r" => '\u{30a}',
        "H" => '\u{30b}',
        "v" => '\u{30c}',
        "d" => '\u{323}',
        "c" => '\u{327}',
        "k" => '\u{328}',
        "b" => '\u{331}',
        _ => return None,
    })
}

/// The character of a symbol command.
fn symbol(name: &str) -> Option<&'static str> {
    Some(match name {
        "&" => "&",
        "%" => "%",
        "#" => "#",
        " " | "," | ";" | ":" | "\n" | "\t" | "quad" | "qquad" | "enspace" | "thinspace"
        | "space" => " ",
        "AA" => "Å",
        "AE" => "Æ",
        "DH" => "Ð",
        "DJ" => "Đ",
        "L" => "Ł",
        "LaTeX" => "LaTeX",
        "NG" => "Ŋ",
        "O" => "Ø",
        "OE" => "Œ",
        "P" => "¶",
        "S" => "§",
        "SS" => "ẞ",
        "TH" => "Þ",
        "TeX" => "TeX",
        "aa" => "å",
        "ae" => "æ",
        "copyright" => "©",
        "dag" => "†",
        "dh" => "ð",
        "dj" => "đ",
        "dots" | "ldots" | "textellipsis" => "…",
        "euro" | "texteuro" => "€",
        "flqq" | "guillemotleft" => "«",
        "frqq" | "guillemotright" => "»",
        "glqq" | "quotedblbase" => "„",
        "grqq" | "textquotedblleft" => "“",
        "i" => "ı",
        "j" => "ȷ",
        "l" => "ł",
        "ng" => "ŋ",
        "o" => "ø",
        "oe" => "œ",
        "pounds" | "textsterling" => "£",
        "ss" => "ß",
        "textasciicircum" => "^",
        "textasciitilde" => "~",
        "textbackslash" => "\\",
        "textbar" => "|",
        "{" | "textbraceleft" => "{",
        "}" | "textbraceright" => "}",
        "textdegree" => "°",
        "$" | "textdollar" => "$",
        "textemdash" => "—",
        "textendash" => "–",
        "textexclamdown" => "¡",
        "textgreater" => ">",
        "textless" => "<",
        "textordfeminine" => "ª",
        "textordmasculine" => "º",
        "textquestiondown" => "¿",
        "textquotedbl" => "\"",
        "textquotedblright" => "”",
        "textquoteleft" => "‘",
        "textquoteright" => "’",
        "textquotesingle" => "'",
        "textregistered" => "®",
        "texttrademark" => "™",
        "_" | "textunderscore" => "_",
        "th" => "þ",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, letter: &str, rest: &str) {
        let (found, len) = read(text)
            .or_else(|| read_in_braces(text))
            .expect("a letter");
        assert_eq!((found.as_str(), &text[len..]), (letter, rest), "{text}");
    }

    #[test]
    fn every_spelling_of_an_accent() {
        check(r"\'eX", "é", "X");
        check(r"\'{e}X", "é", "X");
        check(r"{\'e}X", "é", "X");
        check(r"{\'{e}}X", "é", "X");
        check(r"\'{\i}X", "í", "X");
        check(r"\'\i X", "í", " X");
        check(r#"{\"u}ller"#, "ü", "ller");
        check(r"\v sX", "š", "X");
        check(r"\c{c}X", "ç", "X");
        check(r"\H{o}s", "ő", "s");
        check(r"\k{a}", "ą", "");
    }

    #[test]
    fn letters_with_names_of_their_own() {
        check(r"\ss e", "ß", "e");
        check(r"\ss{}e", "ß", "e");
        check(r"{\o}re", "ø", "re");
        check(r"{\L}\'od\'z", "Ł", r"\'od\'z");
        check(r"\&c", "&", "c");
        check(r"\^{}P", "^", "P");
    }

    #[test]
    fn other_commands_are_no_letters() {
        for text in [r"\vspace{1cm}", r"\cite{a}", r"\bf x", r"\'", r"\'{}", "e"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
