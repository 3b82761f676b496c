//! LaTeX to bare letters at little cost: for finding entries, where accents and markup do not count.

use super::latex::{has_latex, plain, symbol};
use crate::work::fold::single_spaced;

/// The text of a value without braces, commands and accents; folded it is what the folded text of the value is.
///
/// Mathematics, tags and entities are rare enough to be read in full.
pub(super) fn letters(value: &str) -> String {
    if !has_latex(value) {
        return single_spaced(value).into_owned();
    }
    let has_entity = value.contains('&') && value.contains(';');
    if has_entity || value.contains(['$', '<']) {
        return plain(value).text.into_owned();
    }
    let mut output = String::with_capacity(value.len());
    let mut rest = value;
    while let Some(at) = rest.find(['\\', '{', '}', '~']) {
        output.push_str(&rest[..at]);
        let (mark, behind) = rest[at..].split_at(1);
        rest = match mark {
            "\\" => command(behind, &mut output),
            "~" => {
                output.push(' ');
                behind
            }
            _ => behind,
        };
    }
    output.push_str(rest);
    single_spaced(&output).into_owned()
}

/// Writes the letters of the command whose backslash stands before `rest`, and returns what follows it.
fn command<'a>(rest: &'a str, output: &mut String) -> &'a str {
    let length = rest
        .find(|c: char| !c.is_ascii_alphabetic())
        .unwrap_or(rest.len());
    let (name, behind) = rest.split_at(length);
    if length > 0 {
        output.push_str(letter(name));
        return behind.trim_start_matches(' ');
    }
    match rest.as_bytes().first() {
        // Accents, then thin spaces and corrections.
        Some(
            b'\'' | b'`' | b'^' | b'"' | b'~' | b'=' | b'.' | b',' | b';' | b'!' | b'/' | b'@',
        ) => &rest[1..],
        Some(b'\\') => {
            output.push(' ');
            &rest[1..]
        }
        _ => rest,
    }
}

/// The letters that stand for a letter of its own command; a command of markup leaves nothing.
fn letter(command: &str) -> &'static str {
    match command {
        "i" => "i",
        "j" => "j",
        "o" | "O" => "o",
        "l" | "L" => "l",
        "aa" | "AA" => "a",
        "ae" | "AE" => "ae",
        "oe" | "OE" => "oe",
        "ss" => "ss",
        "dh" | "DH" | "dj" | "DJ" => "d",
        "th" | "TH" => "th",
        _ => symbol(command),
    }
}

#[cfg(test)]
mod tests {
    use super::letters;

    #[test]
    fn accents_and_markup_go() {
        let check = |value, expected: &str| assert_eq!(letters(value), expected, "{value}");
        check("The  {Price} of\nBread", "The Price of Bread");
        check(
            "Br\\\"{u}cken, {\\\"u}ber Stra{\\ss}en",
            "Brucken, uber Strassen",
        );
        check("\\c{C}a va~bien, na\\\"\\i ve", "Ca va bien, naive");
        check("\\emph{Bread} \\& Wine\\\\again\\", "Bread & Wine again");
        check("$\\alpha$ &amp; <i>b</i>", "α & b");
    }
}
