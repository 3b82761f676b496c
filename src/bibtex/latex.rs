//! LaTeX to text: accents to letters, markup away.
//!
//! The `biblatex` crate does the reading. What it cannot take is put right before it sees it, and what it leaves is cleaned after.

use std::borrow::Cow;

use biblatex::{Bibliography, Chunk, Chunks, Pair, RawBibliography, RawChunk, RawEntry, Spanned};

use crate::work::fold::single_spaced;

/// How deep braces may lie in each other; the crate reads them by recursion, and a stack that is full cannot be caught.
const DEEPEST: usize = 64;

/// Whether this is one of BibTeX's macros for months.
pub(super) fn is_month_macro(name: &str) -> bool {
    name.len() == 3 && super::date::month_number(name).is_some()
}

/// The text of a value that was read, and whether the LaTeX in it could be.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Plain<'a> {
    pub(super) text: Cow<'a, str>,
    pub(super) sound: bool,
}

/// The text of a value, single-spaced and without markup.
pub(super) fn plain(value: &str) -> Plain<'_> {
    if !has_latex(value) {
        return Plain {
            text: single_spaced(value),
            sound: true,
        };
    }
    let (text, sound) = match chunks(value) {
        Some(chunks) => (format(&chunks), true),
        None => (stripped(value), false),
    };
    let text = if text.contains(['<', '&']) {
        without_html(&text)
    } else {
        text
    };
    Plain {
        text: Cow::Owned(single_spaced(&text).into_owned()),
        sound,
    }
}

/// Whether a text holds something that LaTeX or HTML reads otherwise than it stands.
pub(super) fn has_latex(value: &str) -> bool {
    let mut before = 0;
    value.bytes().any(|byte| {
        let is_double = matches!(byte, b'-' | b'\'') && byte == before;
        before = byte;
        is_double || matches!(byte, b'\\' | b'{' | b'}' | b'$' | b'~' | b'`' | b'<' | b'&')
    })
}

/// The value as the crate reads it: text, verbatim text in braces and mathematics.
pub(super) fn chunks(value: &str) -> Option<Chunks> {
    if !has_latex(value) {
        let text = Chunk::Normal(single_spaced(value).into_owned());
        return Some(vec![at_start(text)]);
    }
    let prepared = prepare(value);
    (deepest(&prepared) <= DEEPEST)
        .then(|| parse(&prepared))
        .flatten()
}

/// Gives a part the empty span: the crate adds to spans, and those of its own `detached` overflow.
fn at_start<T>(part: T) -> Spanned<T> {
    Spanned::new(part, 0..0)
}

/// Has the crate read one value.
fn parse(value: &str) -> Option<Chunks> {
    let field = Pair::new(
        at_start("title"),
        at_start(vec![at_start(RawChunk::Normal(value))]),
    );
    let entry = RawEntry {
        key: at_start("key"),
        kind: at_start("misc"),
        fields: vec![field],
    };
    let raw = RawBibliography {
        preamble: String::new(),
        entries: vec![at_start(entry)],
        abbreviations: Vec::new(),
    };
    let entry = Bibliography::from_raw(raw).ok()?.into_vec().pop()?;
    entry.fields.into_values().next()
}

/// How deep the braces of a value lie in each other.
fn deepest(value: &str) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    for byte in value.bytes() {
        match byte {
            b'{' => depth += 1,
            b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        deepest = deepest.max(depth);
    }
    deepest
}

/// Puts right what the crate would read otherwise than LaTeX does.
///
/// `~` is a space, ``` `` ``` and `''` are quotation marks, `\'\i` is `\'i`, a lone `$` is a dollar, a last `\` is nothing.
fn prepare(value: &str) -> String {
    let lone_dollar = has_lone_dollar(value);
    let mut output = String::with_capacity(value.len() + 8);
    let mut rest = value;
    while let Some(at) = rest.find(['\\', '~', '`', '\'', '$']) {
        output.push_str(&rest[..at]);
        rest = &rest[at..];
        let (replacement, length) = match rest.as_bytes() {
            [b'\\', ..] => command(rest),
            [b'~', ..] => (" ", 1),
            [b'`', b'`', ..] => ("“", 2),
            [b'\'', b'\'', ..] => ("”", 2),
            [b'$', ..] if lone_dollar => ("\\$", 1),
            _ => (&rest[..1], 1),
        };
        output.push_str(replacement);
        rest = &rest[length..];
    }
    output.push_str(rest);
    output
}

/// What a command is replaced by, and its length: most stay as they are.
fn command(rest: &str) -> (&str, usize) {
    let bytes = rest.as_bytes();
    let accent = matches!(bytes.get(1), Some(b'\'' | b'`' | b'^' | b'"' | b'~' | b'='));
    let dotless = accent && matches!(bytes.get(2..4), Some(b"\\i" | b"\\j"));
    if dotless && !bytes.get(4).is_some_and(u8::is_ascii_alphabetic) {
        let space = usize::from(bytes.get(4) == Some(&b' '));
        // The crate takes the letter with its dot as the one without.
        return (dotted(bytes), 4 + space);
    }
    match bytes.get(1) {
        Some(byte) if byte.is_ascii_whitespace() => (" ", 2),
        Some(b',' | b';' | b'!' | b'/' | b'@') => ("", 2),
        Some(byte) if byte.is_ascii() => (&rest[..2], 2),
        _ => ("", 1),
    }
}

/// An accent over `\i` or `\j`, written over the letter with its dot.
fn dotted(bytes: &[u8]) -> &'static str {
    match (bytes[1], bytes[3]) {
        (b'\'', b'i') => "í",
        (b'`', b'i') => "ì",
        (b'^', b'i') => "î",
        (b'"', b'i') => "ï",
        (b'~', b'i') => "ĩ",
        (b'=', b'i') => "ī",
        (b'^', _) => "ĵ",
        _ => "j",
    }
}

/// Whether the dollars of a value do not pair.
fn has_lone_dollar(value: &str) -> bool {
    let bytes = value.as_bytes();
    let dollars = (0..bytes.len())
        .filter(|&idx| bytes[idx] == b'$' && (idx == 0 || bytes[idx - 1] != b'\\'))
        .count();
    dollars % 2 == 1
}

/// The text of chunks, with the commands that the crate does not know taken off their arguments.
pub(super) fn format(chunks: &Chunks) -> String {
    let mut output = String::new();
    for chunk in chunks {
        match &chunk.v {
            Chunk::Math(math) => output.push_str(&stripped(math).replace(['^', '_'], "")),
            Chunk::Normal(text) | Chunk::Verbatim(text) if text.contains('\\') => {
                output.push_str(&stripped(text));
            }
            Chunk::Normal(text) | Chunk::Verbatim(text) => output.push_str(text),
        }
    }
    output
}

/// A text without commands and braces: `\emph{a} \foo b` is `a b`.
fn stripped(text: &str) -> String {
    let mut output = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['\\', '{', '}']) {
        output.push_str(&rest[..at]);
        rest = &rest[at..];
        if !rest.starts_with('\\') {
            rest = &rest[1..];
            continue;
        }
        rest = &rest[1..];
        let length = rest
            .find(|c: char| !c.is_ascii_alphabetic())
            .unwrap_or(rest.len());
        output.push_str(symbol(&rest[..length]));
        rest = &rest[length..];
        if length > 0 {
            rest = rest.strip_prefix(' ').unwrap_or(rest);
        }
    }
    output.push_str(rest);
    output
}

/// The letter of a command that mathematics uses in titles most; most commands leave nothing.
pub(super) fn symbol(command: &str) -> &'static str {
    match command {
        "alpha" => "α",
        "beta" => "β",
        "gamma" => "γ",
        "delta" => "δ",
        "epsilon" | "varepsilon" => "ε",
        "lambda" => "λ",
        "mu" => "μ",
        "pi" => "π",
        "sigma" => "σ",
        "omega" => "ω",
        "infty" => "∞",
        "times" => "×",
        "rightarrow" | "to" => "→",
        "sim" => "~",
        _ => "",
    }
}

/// A text without the tags and entities that come with records from the net.
fn without_html(text: &str) -> String {
    const ENTITIES: [(&str, &str); 6] = [
        ("&amp;", "&"),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&apos;", "'"),
        ("&nbsp;", " "),
    ];
    const TAGS: [&str; 6] = ["i", "b", "em", "sub", "sup", "scp"];
    let mut output = text.to_owned();
    if text.contains('<') {
        for tag in TAGS {
            output = output.replace(&format!("<{tag}>"), "");
            output = output.replace(&format!("</{tag}>"), "");
        }
    }
    for (entity, letter) in ENTITIES {
        if output.contains(entity) {
            output = output.replace(entity, letter);
        }
    }
    output
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn latex_becomes_text() {
        let cases = [
            ("plain text", "plain text"),
            ("wrapped\n   text", "wrapped text"),
            (r#"{\"O}zg{\"u}r M\"uller"#, "Özgür Müller"),
            (r"Garc\'{\i}a, Mar\'\i a, L\'opez", "García, María, López"),
            (r"Stra{\ss}e {\O}st {\L}\'od\'z", "Straße Øst Łódź"),
            (r"Fran{\c c}ois, \v{S}t\v{e}p\'an", "François, Štěpán"),
            ("J.~P. Jones", "J. P. Jones"),
            ("``War'' and `peace'", "“War” and `peace'"),
            (r"\emph{El Narco}: \textsc{a} story", "El Narco: a story"),
            (r"A \& B \% C \$5 \#1", "A & B % C $5 #1"),
            ("over $2 billion", "over $2 billion"),
            ("The $11^{th}$ $\\alpha$-test", "The 11th α-test"),
            (r"12--34 and 5---6", "12–34 and 5—6"),
            ("R&amp;D of <i>Homo</i>", "R&D of Homo"),
            ("{NATO} {and {the}} rest", "NATO and the rest"),
            (r"ends with \", "ends with"),
        ];
        for (value, text) in cases {
            let plain = plain(value);
            assert_eq!(plain.text, text, "{value}");
            assert!(plain.sound, "{value}");
        }
    }

    #[test]
    fn what_cannot_be_read_is_taken_without_it() {
        let deep = format!("{}a{}", "{".repeat(5000), "}".repeat(5000));
        assert_eq!(
            plain(&deep),
            Plain {
                text: "a".into(),
                sound: false
            }
        );
        let plain = plain("a } b");
        assert_eq!((plain.text.as_ref(), plain.sound), ("a b", false));
    }
}
