//! The formats of papers, and the one place where they are told apart.

/// How a paper is written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Format {
    /// Plain text.
    #[default]
    Plain,
    /// Markdown as pandoc, Quarto and R Markdown read it.
    Markdown,
    /// `LaTeX`.
    Latex,
    /// Typst.
    Typst,
    /// HTML.
    Html,
    /// Word.
    Docx,
    /// `OpenDocument` text.
    Odt,
    /// PDF; read only.
    Pdf,
}

impl Format {
    /// All formats with their names, as `--input-format` takes them.
    pub const NAMES: [(&'static str, Self); 8] = [
        ("docx", Self::Docx),
        ("html", Self::Html),
        ("latex", Self::Latex),
        ("markdown", Self::Markdown),
        ("odt", Self::Odt),
        ("pdf", Self::Pdf),
        ("plain", Self::Plain),
        ("typst", Self::Typst),
    ];

    /// The format that the user asked for, else the one that the bytes can only be, else the one that the extension names, else
    /// the one that the text looks like.
    ///
    /// `extension` is without its dot; stdin has none.
    pub fn choose(explicit: Option<Self>, extension: Option<&str>, bytes: &[u8]) -> Self {
        match (
            explicit,
            Container::of(bytes),
            extension.and_then(Self::of_extension),
        ) {
            (Some(format), _, _) => format,
            (_, Container::Word, _) => Self::Docx,
            (_, Container::OpenDocument, _) => Self::Odt,
            (_, Container::Pdf, _) => Self::Pdf,
            (_, _, Some(format)) => format,
            _ => Self::of_text(bytes),
        }
    }

    /// The format that an extension names, in any case.
    pub fn of_extension(extension: &str) -> Option<Self> {
        Some(match extension.to_ascii_lowercase().as_str() {
            "docx" | "docm" | "dotx" => Self::Docx,
            "odt" | "ott" => Self::Odt,
            "pdf" => Self::Pdf,
            "md" | "markdown" | "qmd" | "rmd" => Self::Markdown,
            "tex" | "latex" | "ltx" => Self::Latex,
            "typ" => Self::Typst,
            "html" | "htm" | "xhtml" => Self::Html,
            "txt" | "text" => Self::Plain,
            _ => return None,
        })
    }

    /// The format with this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::NAMES
            .iter()
            .find(|(known, _)| *known == name)
            .map(|(_, format)| *format)
    }

    /// The name, as `--input-format` takes it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Markdown => "markdown",
            Self::Latex => "latex",
            Self::Typst => "typst",
            Self::Html => "html",
            Self::Docx => "docx",
            Self::Odt => "odt",
            Self::Pdf => "pdf",
        }
    }

    /// Whether it has italics that can be written.
    pub fn has_italics(self) -> bool {
        !matches!(self, Self::Plain | Self::Pdf)
    }

    /// What a text without an extension looks like, by marks that no other format has at its head.
    fn of_text(bytes: &[u8]) -> Self {
        /// Enough for a long licence comment before `\documentclass`.
        const HEAD: usize = 4096;
        let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]);
        let head = head.trim_start_matches('\u{feff}').trim_start();
        let begins = |mark: &str| {
            head.get(..mark.len())
                .is_some_and(|start| start.eq_ignore_ascii_case(mark))
        };
        if begins("<!doctype html") || begins("<html") {
            Self::Html
        } else if head.contains("\\documentclass") || head.contains("\\begin{document}") {
            Self::Latex
        } else if begins("---\n") && (head.contains("\n---\n") || head.contains("\n...\n")) {
            Self::Markdown
        } else {
            Self::Plain
        }
    }
}

/// A file format that shows in the first bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Container {
    Word,
    OpenDocument,
    Pdf,
    None,
}

impl Container {
    /// Looks at the signature; in a zip file also at the names of its parts, which stand uncompressed before each part.
    fn of(bytes: &[u8]) -> Self {
        let has = |name: &[u8]| bytes.windows(name.len()).any(|window| window == name);
        match bytes {
            [b'%', b'P', b'D', b'F', ..] => Self::Pdf,
            // The OpenDocument specification puts an uncompressed part `mimetype` first.
            [b'P', b'K', 3, 4, ..]
                if bytes.get(30..).is_some_and(|rest| {
                    rest.starts_with(b"mimetypeapplication/vnd.oasis.opendocument.text")
                }) =>
            {
                Self::OpenDocument
            }
            [b'P', b'K', 3, 4, ..] if has(b"word/document.xml") => Self::Word,
            _ => Self::None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(extension: Option<&str>, bytes: &[u8], expected: Format) {
        assert_eq!(Format::choose(None, extension, bytes), expected);
    }

    #[test]
    fn the_extension_names_the_format() {
        check(Some("qmd"), b"", Format::Markdown);
        check(Some("TeX"), b"", Format::Latex);
        check(Some("txt"), b"<html>", Format::Plain);
        check(Some("rst"), b"Some text", Format::Plain);
    }

    #[test]
    fn the_bytes_tell_what_the_extension_does_not() {
        check(
            None,
            b"% a comment\n\\documentclass{article}",
            Format::Latex,
        );
        check(None, b"\xef\xbb\xbf<!DOCTYPE html>", Format::Html);
        check(None, b"---\ntitle: x\n---\n", Format::Markdown);
        check(Some("txt"), b"%PDF-1.7", Format::Pdf);
        check(Some("doc"), b"PK\x03\x04...word/document.xml", Format::Docx);
    }

    #[test]
    fn the_user_has_the_last_word() {
        let chosen = Format::choose(Some(Format::Plain), Some("md"), b"%PDF-1.7");
        assert_eq!(chosen, Format::Plain);
    }

    #[test]
    fn names_lead_there_and_back() {
        for (name, format) in Format::NAMES {
            assert_eq!(format.name(), name);
            assert_eq!(Format::named(name), Some(format));
        }
    }
}
