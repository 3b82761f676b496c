//! Takes the delimiters off a value and puts its pieces together.

use std::{borrow::Cow, collections::HashMap, sync::Arc};

use super::{File, latex::is_month_macro};

/// A piece of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Piece<'a> {
    /// Text without its delimiters, or a number.
    Text(&'a str),
    /// The name of a macro.
    Macro(&'a str),
}

/// The macros of a file; their names are compared without case, as BibTeX does.
///
/// The value of a macro is put together where it is defined, from macros defined before it: so a macro cannot contain itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Macros(HashMap<String, String>);

impl Macros {
    /// The macros that the `@string`s in a text define.
    pub fn of(text: &str) -> Self {
        Arc::unwrap_or_clone(File::read(text).macros)
    }

    /// Defines a macro; the last definition of a name counts.
    pub(super) fn define(&mut self, name: &str, value: &str) {
        let value = self.expand(value, &mut |_| {}).into_owned();
        self.0.insert(name.to_ascii_lowercase(), value);
    }

    /// The text of a value: without delimiters, with its macros replaced, its pieces joined.
    ///
    /// A macro that is not known stands for its own name, as does that of a month; `unknown` is told of the former.
    pub(super) fn expand<'a>(
        &'a self,
        value: &'a str,
        unknown: &mut dyn FnMut(&'a str),
    ) -> Cow<'a, str> {
        let mut text = Cow::Borrowed("");
        let mut rest = value;
        while let Some((piece, behind)) = next_piece(rest) {
            text += match piece {
                Piece::Text(piece) => piece,
                Piece::Macro(name) => self.lookup(name, unknown),
            };
            rest = behind;
        }
        text
    }

    /// The macros that a value uses and what they stand for.
    pub(super) fn used<'a>(&'a self, value: &'a str) -> Vec<(&'a str, &'a str)> {
        let mut used = Vec::new();
        if self.0.is_empty() {
            return used;
        }
        let mut rest = value;
        while let Some((piece, behind)) = next_piece(rest) {
            if let Piece::Macro(name) = piece {
                used.extend(self.value(name).map(|value| (name, value)));
            }
            rest = behind;
        }
        used
    }

    /// What a macro of the file stands for.
    pub(super) fn value(&self, name: &str) -> Option<&str> {
        self.0.get(&name.to_ascii_lowercase()).map(String::as_str)
    }

    /// What a name stands for, be it that of a macro or not.
    fn lookup<'a>(&'a self, name: &'a str, unknown: &mut dyn FnMut(&'a str)) -> &'a str {
        if let Some(value) = self.value(name) {
            return value;
        }
        // A name that stands where a number or a value without delimiters should is reported when the entry is read.
        if !is_month_macro(name) && name.starts_with(|c: char| c.is_alphabetic()) {
            unknown(name);
        }
        name
    }
}

/// The first piece of a value and what follows it and the `#` behind it.
fn next_piece(value: &str) -> Option<(Piece<'_>, &str)> {
    let value = value.trim_start();
    let (piece, rest) = match value.as_bytes().first()? {
        b'{' => delimited(value, braced_length(value), '}'),
        b'"' => delimited(value, quoted_length(value), '"'),
        _ => {
            let (word, rest) = value.split_at(value.find('#').unwrap_or(value.len()));
            let word = word.trim_end();
            let is_number = word.starts_with(|c: char| c.is_ascii_digit());
            let piece = if is_number {
                Piece::Text(word)
            } else {
                Piece::Macro(word)
            };
            (piece, rest)
        }
    };
    let rest = rest.trim_start();
    Some((piece, rest.strip_prefix('#').unwrap_or(rest)))
}

/// A text without its two delimiters, of which the closing one may be missing, and what follows it.
fn delimited(value: &str, length: usize, closing: char) -> (Piece<'_>, &str) {
    let (text, rest) = value.split_at(length);
    let inner = &text[1..];
    (
        Piece::Text(inner.strip_suffix(closing).unwrap_or(inner)),
        rest,
    )
}

/// The length of a text in braces; all of the value where it does not close before.
///
/// A value that holds escaped braces was read to its end with them; so a closing brace counts only where `#` or nothing follows.
fn braced_length(value: &str) -> usize {
    let mut depth = 0_usize;
    for (idx, byte) in value.bytes().enumerate() {
        match byte {
            b'{' => depth += 1,
            b'}' => depth = depth.saturating_sub(1),
            _ => continue,
        }
        if depth == 0 {
            let rest = value[idx + 1..].trim_start();
            if rest.is_empty() || rest.starts_with('#') {
                return idx + 1;
            }
        }
    }
    value.len()
}

/// The length of a text in quotation marks; all of the value where it does not close before.
fn quoted_length(value: &str) -> usize {
    let mut depth = 0_usize;
    for (idx, byte) in value.bytes().enumerate().skip(1) {
        match byte {
            b'{' => depth += 1,
            b'}' => depth = depth.saturating_sub(1),
            b'"' if depth == 0 => {
                let rest = value[idx + 1..].trim_start();
                if rest.is_empty() || rest.starts_with('#') {
                    return idx + 1;
                }
            }
            _ => {}
        }
    }
    value.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_are_joined_and_macros_replaced() {
        let mut macros = Macros::default();
        macros.define("UP", "\"University Press\"");
        macros.define("oup", "{Oxford } # up");
        let check = |value: &str, expected: &str, unknown: &[&str]| {
            let mut found = Vec::new();
            let text = macros.expand(value, &mut |name| found.push(name.to_owned()));
            assert_eq!(text, expected, "{value}");
            assert_eq!(found, unknown, "{value}");
        };
        check("{A {B} c}", "A {B} c", &[]);
        check("\"A {\"}quoted{\"} B\"", "A {\"}quoted{\"} B", &[]);
        check("OUP", "Oxford University Press", &[]);
        check(
            "{Cambridge } # up # \", UK\"",
            "Cambridge University Press, UK",
            &[],
        );
        check("1999", "1999", &[]);
        check("jan # \"~5\"", "jan~5", &[]);
        check("aer", "aer", &["aer"]);
        check("10-20", "10-20", &[]);
        check(r"{x \} y}", r"x \} y", &[]);
        check("{open", "open", &[]);
        check("", "", &[]);
    }

    #[test]
    fn a_macro_cannot_contain_itself() {
        let mut macros = Macros::default();
        macros.define("a", "b");
        macros.define("b", "a");
        macros.define("a", "a # b");
        assert_eq!(macros.expand("a", &mut |_| {}), "bb");
    }
}
