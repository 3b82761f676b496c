//! The marks within a paragraph, format by format.

use crate::{document::Format, span::Span};

/// What is put around words to set them in italics.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::document) struct Italics {
    pub(super) open: String,
    pub(super) close: String,
}

impl Italics {
    /// Those of a format; a format without has none.
    pub(in crate::document) fn of(format: Format) -> Self {
        let (open, close) = match format {
            Format::Markdown => ("*", "*"),
            Format::Latex => ("\\emph{", "}"),
            Format::Typst => ("_", "_"),
            Format::Html => ("<em>", "</em>"),
            Format::Plain | Format::Docx | Format::Odt | Format::Pdf => ("", ""),
        };
        Self {
            open: open.to_owned(),
            close: close.to_owned(),
        }
    }
}

/// What a mark does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    /// Begins italics, or ends them if they were begun by the same mark.
    Toggle,
    /// Begins italics.
    OpenItalics,
    /// Begins or ends something else with the same mark: `**`.
    Pair,
    /// Begins something else.
    Open,
    /// Ends what was begun last.
    Close,
    /// Stands alone: a comment.
    Void,
}

/// The marks of a text that the view hides, in order; none where one of them is not known.
pub(super) fn marks(format: Format, hidden: &str) -> Option<Vec<(Span, Mark)>> {
    let mut marks = Vec::new();
    let mut at = 0;
    while at < hidden.len() {
        let rest = &hidden[at..];
        let (len, mark) = match format {
            Format::Markdown => markdown(rest)?,
            Format::Latex => latex(rest)?,
            Format::Typst => typst(rest)?,
            Format::Html => html(rest)?,
            Format::Plain | Format::Docx | Format::Odt | Format::Pdf => return None,
        };
        if let Some(mark) = mark {
            marks.push((Span::new(at, at + len), mark));
        }
        at += len;
    }
    Some(marks)
}

/// The length of white space, which is no mark.
fn space(text: &str) -> Option<(usize, Option<Mark>)> {
    let len = text.len() - text.trim_start().len();
    (len > 0).then_some((len, None))
}

fn found(len: usize, mark: Mark) -> (usize, Option<Mark>) {
    (len, Some(mark))
}

fn markdown(text: &str) -> Option<(usize, Option<Mark>)> {
    let first = text.chars().next()?;
    let run = text.len() - text.trim_start_matches(first).len();
    match first {
        '*' | '_' if run == 1 => Some(found(1, Mark::Toggle)),
        '*' | '_' if run == 2 => Some(found(2, Mark::Pair)),
        '<' if text.starts_with("<!--")
            || text[1..].starts_with(|c: char| c == '/' || c.is_alphabetic())
                && !is_address(&text[1..]) =>
        {
            html(text)
        }
        '[' | '<' => Some(found(1, Mark::Open)),
        '>' => Some(found(1, Mark::Close)),
        ']' => Some(found(behind_link(text)?, Mark::Close)),
        _ => space(text),
    }
}

fn is_address(text: &str) -> bool {
    ["http:", "https:", "ftp:", "mailto:", "doi:"]
        .iter()
        .any(|scheme| text.starts_with(scheme))
}

/// The length of the end of a link: `](address)`, `][label]`, `]{.class}` or a bare `]`.
fn behind_link(text: &str) -> Option<usize> {
    let rest = text.strip_prefix(']')?;
    let close = match rest.chars().next() {
        Some('(') => ')',
        Some('[') => ']',
        Some('{') => '}',
        _ => return Some(1),
    };
    let end = rest.find(close)?;
    Some(1 + end + 1)
}

/// Commands that set their argument in italics.
const LATEX_ITALICS: &[&str] = &["emph", "textit", "textsl"];
/// Commands that set the rest of their group in italics.
const LATEX_SWITCHES: &[&str] = &["em", "it", "itshape", "slshape", "sl"];

fn latex(text: &str) -> Option<(usize, Option<Mark>)> {
    match text.chars().next()? {
        '{' => {
            let rest = &text[1..];
            let name = command(rest).filter(|name| LATEX_SWITCHES.contains(name));
            let Some(name) = name else {
                return Some(found(1, Mark::Open));
            };
            let len = 1 + 1 + name.len();
            let blanks = text[len..].len() - text[len..].trim_start().len();
            Some(found(len + blanks, Mark::OpenItalics))
        }
        '}' => Some(found(1, Mark::Close)),
        '%' => Some(found(
            text.find('\n').map_or(text.len(), |end| end + 1),
            Mark::Void,
        )),
        '\\' => latex_command(text),
        _ => space(text),
    }
}

/// The name of the command that a text begins with.
fn command(text: &str) -> Option<&str> {
    let rest = text.strip_prefix('\\')?;
    let len = rest
        .find(|c: char| !c.is_ascii_alphabetic())
        .unwrap_or(rest.len());
    (len > 0).then(|| &rest[..len])
}

fn latex_command(text: &str) -> Option<(usize, Option<Mark>)> {
    // `\/` and `\,` stand alone.
    let Some(name) = command(text) else {
        let letter = text[1..].chars().next()?;
        return "/,;:! @-".contains(letter).then_some((2, Some(Mark::Void)));
    };
    let mut len = 1 + name.len();
    if LATEX_SWITCHES.contains(&name) {
        return None;
    }
    if name == "href" {
        let address = text[len..].strip_prefix('{')?.find('}')?;
        len += address + 2;
    }
    if text[len..].starts_with('{') {
        let mark = if LATEX_ITALICS.contains(&name) {
            Mark::OpenItalics
        } else {
            Mark::Open
        };
        return Some(found(len + 1, mark));
    }
    if !matches!(name, "newblock" | "allowbreak" | "noindent" | "relax") {
        return None;
    }
    let blanks = text[len..].len() - text[len..].trim_start().len();
    Some(found(len + blanks, Mark::Void))
}

fn typst(text: &str) -> Option<(usize, Option<Mark>)> {
    if text.starts_with("/*") {
        return Some(found(text.find("*/")? + 2, Mark::Void));
    }
    if text.starts_with("//") {
        return Some(found(
            text.find('\n').map_or(text.len(), |end| end + 1),
            Mark::Void,
        ));
    }
    match text.chars().next()? {
        '_' => Some(found(1, Mark::Toggle)),
        '*' => Some(found(1, Mark::Pair)),
        '[' => Some(found(1, Mark::Open)),
        ']' => Some(found(1, Mark::Close)),
        '#' => {
            let open = text.find('[')?;
            let call = &text[1..open];
            let is_call = call.starts_with(|c: char| c.is_ascii_alphabetic())
                && !call.contains(['{', '\n', ']']);
            let mark = if call == "emph" {
                Mark::OpenItalics
            } else {
                Mark::Open
            };
            is_call.then_some((open + 1, Some(mark)))
        }
        _ => space(text),
    }
}

/// Elements whose text stands in italics.
const HTML_ITALICS: &[&str] = &["i", "em", "cite"];

fn html(text: &str) -> Option<(usize, Option<Mark>)> {
    if text.starts_with("<!--") {
        return Some(found(text.find("-->")? + 3, Mark::Void));
    }
    let Some(rest) = text.strip_prefix('<') else {
        return space(text);
    };
    let len = text.find('>')? + 1;
    if rest.starts_with('/') {
        return Some(found(len, Mark::Close));
    }
    let name: String = rest
        .chars()
        .take_while(char::is_ascii_alphanumeric)
        .map(|c| c.to_ascii_lowercase())
        .collect();
    let mark = match name.as_str() {
        "" => return None,
        "wbr" => Mark::Void,
        name if HTML_ITALICS.contains(&name) => Mark::OpenItalics,
        _ => Mark::Open,
    };
    Some(found(len, mark))
}
