//! LaTeX accents as the letters that they stand for.

use unicode_normalization::UnicodeNormalization;

use super::{with_text, within};

/// Fields that are read letter by letter: no command is one there.
const VERBATIM: [&str; 6] = ["doi", "url", "eprint", "file", "verba", "pdf"];

/// The value with letters for all accents that Unicode has one letter for; formulas and other commands stay.
pub(super) fn normalise(name: &str, value: &str) -> Option<String> {
    if VERBATIM.contains(&name) || !value.contains('\\') {
        return None;
    }
    let text = within(value)?;
    let new = letters(text);
    (new != text).then(|| with_text(value, &new))
}

fn letters(text: &str) -> String {
    let mut output = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['\\', '{', '$']) {
        output.push_str(&rest[..at]);
        rest = &rest[at..];
        let length = if let Some((letter, length)) = group(rest).or_else(|| command(rest)) {
            output.push(letter);
            length
        } else {
            let length = untouched(rest);
            output.push_str(&rest[..length]);
            length
        };
        rest = &rest[length..];
    }
    output.push_str(rest);
    output
}

/// The number of bytes that are copied as they are: a formula, a command with its backslash, a brace.
fn untouched(rest: &str) -> usize {
    if let Some(formula) = rest.strip_prefix('$') {
        return formula.find('$').map_or(rest.len(), |end| end + 2);
    }
    let escaped = rest.strip_prefix('\\').and_then(|rest| rest.chars().next());
    1 + escaped.map_or(0, char::len_utf8)
}

/// A group of nothing but one letter in LaTeX, `{\'e}`, and its length in bytes.
fn group(rest: &str) -> Option<(char, usize)> {
    let inner = rest.strip_prefix('{')?;
    let (letter, length) = command(inner)?;
    inner[length..]
        .starts_with('}')
        .then_some((letter, length + 2))
}

/// A letter with an accent, or a letter with a name of its own, and its length in bytes.
fn command(rest: &str) -> Option<(char, usize)> {
    let behind = rest.strip_prefix('\\')?;
    let (letter, length) = accented(behind).or_else(|| named(behind))?;
    Some((letter, length + 1))
}

/// A letter with an accent: what stands behind the backslash of `\'e`, `\'{e}`, `\c{c}`, `\v s`, `\'{\i}`.
fn accented(behind: &str) -> Option<(char, usize)> {
    let mark = behind.chars().next()?;
    let combining = combining(mark)?;
    let argument = &behind[1..];
    let spaces = argument.len() - argument.trim_start_matches(' ').len();
    let base = &argument[spaces..];
    // `\c c` needs the blank that `\cc` lacks; `\'e` does not.
    if mark.is_ascii_alphabetic() && spaces == 0 && !base.starts_with('{') {
        return None;
    }
    let (letter, length) = argument_letter(base)?;
    let mut composed = [letter, combining].into_iter().nfc();
    let letter = composed.next()?;
    composed
        .next()
        .is_none()
        .then_some((letter, 1 + spaces + length))
}

/// The letter that an accent stands on: `e`, `{e}`, `\i`, `{\i}`.
fn argument_letter(base: &str) -> Option<(char, usize)> {
    if let Some(inner) = base.strip_prefix('{') {
        let (letter, length) = argument_letter(inner)?;
        return inner[length..]
            .starts_with('}')
            .then_some((letter, length + 2));
    }
    if let Some(name) = base.strip_prefix('\\') {
        // An accent over `\i` is one over `i`.
        let letter = name.chars().next().filter(|c| matches!(c, 'i' | 'j'))?;
        let rest = &name[1..];
        let more = rest.starts_with(|c: char| c.is_ascii_alphabetic());
        // TeX swallows the blanks behind a command of letters.
        let blanks = rest.len() - rest.trim_start_matches(' ').len();
        return (!more).then_some((letter, 2 + blanks));
    }
    let letter = base.chars().next().filter(|c| c.is_alphabetic())?;
    Some((letter, letter.len_utf8()))
}

/// The combining character of an accent command.
fn combining(mark: char) -> Option<char> {
    Some(match mark {
        '`' => '\u{300}',
        '\'' => '\u{301}',
        '^' => '\u{302}',
        '~' => '\u{303}',
        '=' => '\u{304}',
        'u' => '\u{306}',
        '.' => '\u{307}',
        '"' => '\u{308}',
        'r' => '\u{30a}',
        'H' => '\u{30b}',
        'v' => '\u{30c}',
        'd' => '\u{323}',
        'c' => '\u{327}',
        'k' => '\u{328}',
        'b' => '\u{331}',
        _ => return None,
    })
}

/// A letter that has a command of its own, with the blank or the empty braces that end the command.
fn named(behind: &str) -> Option<(char, usize)> {
    let end = behind
        .find(|c: char| !c.is_ascii_alphabetic())
        .unwrap_or(behind.len());
    let letter = match &behind[..end] {
        "ss" => 'ß',
        "o" => 'ø',
        "O" => 'Ø',
        "l" => 'ł',
        "L" => 'Ł',
        "ae" => 'æ',
        "AE" => 'Æ',
        "oe" => 'œ',
        "OE" => 'Œ',
        "aa" => 'å',
        "AA" => 'Å',
        "i" => 'ı',
        "dh" => 'ð',
        "DH" => 'Ð',
        "th" => 'þ',
        "TH" => 'Þ',
        "dj" => 'đ',
        "DJ" => 'Đ',
        _ => return None,
    };
    let rest = &behind[end..];
    let ending = if rest.starts_with("{}") {
        2
    } else {
        rest.len() - rest.trim_start_matches(' ').len()
    };
    Some((letter, end + ending))
}
