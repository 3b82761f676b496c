//! Plain text in the spelling of a target.

use crate::{
    document::{Document, Format, escape},
    span::Span,
    work::fold::single_spaced,
};

/// A plain text of which some line is longer than so many bytes has a line for each paragraph.
const LONG_LINE: usize = 250;

/// The text with edits in markup made, and the text between them spelt so that it reads as it did. The edits are in order and apart.
pub(super) fn spelt(text: &str, edits: &[(Span, String)], format: Format) -> String {
    let speller = Speller {
        text,
        format,
        ends_paragraphs: text.lines().any(|line| line.len() > LONG_LINE),
    };
    let mut output = String::with_capacity(text.len() + text.len() / 64);
    let mut position = 0;
    for (span, markup) in edits {
        speller.stretch(Span::new(position, span.start.max(position)), &mut output);
        output.push_str(markup);
        position = span.end.max(position);
    }
    speller.stretch(Span::new(position, text.len()), &mut output);
    output
}

/// How the text between the edits is spelt.
struct Speller<'a> {
    text: &'a str,
    format: Format,
    /// Whether each line is a paragraph, so that the target needs a blank line behind it.
    ends_paragraphs: bool,
}

impl Speller<'_> {
    /// Adds text between two edits, line by line.
    fn stretch(&self, span: Span, output: &mut String) {
        let mut position = span.start;
        for line in span.slice(self.text).split_inclusive('\n') {
            let is_start = position == 0 || self.text[..position].ends_with('\n');
            position += line.len();
            let line = if is_start { unindented(line) } else { line };
            if reads_as_it_is(line, self.format) {
                output.push_str(line);
            } else {
                output.push_str(&escape(self.format, line));
            }
            let ends = self.ends_paragraphs && line.ends_with('\n');
            if ends && self.is_between_lines(position) {
                output.push_str(if line.ends_with("\r\n") { "\r\n" } else { "\n" });
            }
        }
    }

    /// Whether the lines before and behind a line end both have text.
    fn is_between_lines(&self, line_start: usize) -> bool {
        let is_text = |line: Option<&str>| line.is_some_and(|line| !line.trim().is_empty());
        is_text(self.text[..line_start].lines().next_back())
            && is_text(self.text[line_start..].lines().next())
    }
}

/// A line without the white space that makes code of it in Markdown, and without the mark at the head of a file.
fn unindented(line: &str) -> &str {
    let line = line.trim_start_matches('\u{feff}');
    let bare = line.trim_start_matches([' ', '\t']);
    let indent = &line[..line.len() - bare.len()];
    if indent.contains('\t') || indent.len() > 3 {
        bare
    } else {
        line
    }
}

/// Whether a line of prose is the same line in Markdown; the marks of the other formats are too many to be let through.
fn reads_as_it_is(line: &str, format: Format) -> bool {
    /// Without these, no line is anything but prose.
    const MARKS: [char; 14] = [
        '\\', '*', '_', '`', '[', ']', '<', '>', '@', '$', '^', '~', '&', '|',
    ];
    format == Format::Markdown && {
        let read = || Document::read(line.to_owned(), format);
        let is_same = |read: Document| {
            read.keyed.is_empty()
                && single_spaced(&read.text).trim() == single_spaced(line).trim()
                && read.prose == [Span::new(0, read.text.len())]
        };
        !line.contains(MARKS) || is_same(read())
    }
}
