//! The XML of a part, with the place of everything in it.

use std::borrow::Cow;

use quick_xml::{
    Reader,
    events::{BytesRef, Event, attributes::Attributes},
};

use super::PackageError;
use crate::span::Span;

/// How deep elements may nest: a chosen bound. The deepest of 14 real files has 14 levels.
const DEPTH_LIMIT: usize = 1000;
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// What stands next in a part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::document) enum Markup<'a> {
    /// An element opens.
    Open(Element<'a>),
    /// The innermost open element closes; the span is that of its closing tag, or of the whole of an empty element.
    Close(Span),
    /// Text that is written as it is read.
    Text(Span),
    /// Text that is written in another way, such as `&amp;`.
    Converted(String, Span),
}

/// An opening tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::document) struct Element<'a> {
    /// The usual prefix of its namespace.
    pub(in crate::document) prefix: &'a str,
    /// Its name behind the prefix.
    pub(in crate::document) name: &'a str,
    /// Where the tag stands.
    pub(in crate::document) span: Span,
    /// The tag without its brackets.
    content: &'a str,
    name_length: usize,
}

impl<'a> Element<'a> {
    /// The value of an attribute by its name without prefix, character references left as they are written.
    pub(in crate::document) fn attribute(&self, name: &str) -> Option<&'a str> {
        self.attributes()
            .find(|(found, _)| found.rsplit(':').next() == Some(name))
            .map(|(_, value)| value)
    }

    /// Names and values of all attributes, as they are written.
    pub(in crate::document) fn attributes(
        &self,
    ) -> impl Iterator<Item = (&'a str, &'a str)> + use<'a> {
        let mut attributes = Attributes::new(self.content, self.name_length);
        attributes.with_checks(false);
        attributes
            .flatten()
            .filter_map(|attribute| match attribute.value {
                Cow::Borrowed(value) => Some((attribute.key.into_inner(), value)),
                Cow::Owned(_) => None,
            })
    }

    /// The name with its usual prefix, in two.
    pub(in crate::document) fn qualified(&self) -> (&'a str, &'a str) {
        (self.prefix, self.name)
    }
}

/// Reads the markup of one part from its beginning to its end.
///
/// Namespaces are known by their names, whatever prefix the file has for them; of those that are not among the known ones, the prefix
/// of the file is taken. Document types are refused, and with them all entities but the five of XML itself.
pub(in crate::document) struct Scanner<'a> {
    part: &'a str,
    text: &'a str,
    reader: Reader<&'a [u8]>,
    /// Bytes before the first that the reader counts.
    offset: usize,
    known: &'static [(&'static str, &'static str)],
    /// The prefixes of this file, and the usual ones for them.
    prefixes: Vec<(&'a str, &'static str)>,
    depth: usize,
    /// Whether the root has been read.
    begun: bool,
}

impl<'a> Scanner<'a> {
    /// Begins with the text of a part; `known` holds names of namespaces with their usual prefixes.
    pub(in crate::document) fn new(
        part: &'a str,
        text: &'a str,
        known: &'static [(&'static str, &'static str)],
    ) -> Self {
        let body = text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text);
        let mut reader = Reader::from_str(body);
        reader.config_mut().expand_empty_elements = true;
        Self {
            part,
            text,
            reader,
            offset: text.len() - body.len(),
            known,
            prefixes: Vec::new(),
            depth: 0,
            begun: false,
        }
    }

    /// What stands next; none at the end. Comments and processing instructions are passed over.
    pub(in crate::document) fn next(&mut self) -> Result<Option<Markup<'a>>, PackageError> {
        loop {
            let start = self.position();
            let event = match self.reader.read_event() {
                Ok(event) => event,
                Err(error) => return Err(self.error(start, error.to_string())),
            };
            let span = Span::new(start, self.position());
            match event {
                Event::Start(_) => return self.open(span).map(Some),
                Event::End(_) => {
                    self.depth = self.depth.saturating_sub(1);
                    return Ok(Some(Markup::Close(span)));
                }
                // White space around the root is none of its text.
                Event::Text(_) if self.depth > 0 => return Ok(Some(Markup::Text(span))),
                Event::CData(data) => {
                    return Ok(Some(Markup::Converted(
                        data.into_inner().into_owned(),
                        span,
                    )));
                }
                Event::GeneralRef(reference) => {
                    let character = self.resolve(&reference, start)?;
                    return Ok(Some(Markup::Converted(character.to_string(), span)));
                }
                Event::DocType(_) => return Err(self.error(start, "it declares a document type")),
                Event::Eof if self.depth > 0 => return Err(self.error(start, "it ends too early")),
                Event::Eof if !self.begun => return Err(self.error(start, "it is empty")),
                Event::Eof => return Ok(None),
                _ => {}
            }
        }
    }

    /// The text of a span of the part.
    pub(in crate::document) fn slice(&self, span: Span) -> &'a str {
        self.text.get(span.start..span.end).unwrap_or_default()
    }

    /// An error at a position of the part.
    fn error(&self, position: usize, reason: impl Into<String>) -> PackageError {
        PackageError::Xml {
            part: self.part.to_owned(),
            position,
            reason: reason.into(),
        }
    }

    fn position(&self) -> usize {
        self.offset + self.reader.buffer_position() as usize
    }

    fn open(&mut self, span: Span) -> Result<Markup<'a>, PackageError> {
        self.depth += 1;
        if self.depth > DEPTH_LIMIT {
            return Err(self.error(span.start, "its elements nest too deep"));
        }
        let content = self.slice(span).trim_start_matches('<');
        let content = content.trim_end_matches('>').trim_end_matches('/');
        let name_length = content
            .find(|character: char| character.is_ascii_whitespace())
            .unwrap_or(content.len());
        let (prefix, name) = content[..name_length]
            .split_once(':')
            .unwrap_or(("", &content[..name_length]));
        let mut element = Element {
            prefix,
            name,
            span,
            content,
            name_length,
        };
        if !self.begun {
            self.begun = true;
            self.read_namespaces(&element);
        }
        element.prefix = self.usual_prefix(prefix);
        Ok(Markup::Open(element))
    }

    /// Learns the prefixes that the root declares.
    fn read_namespaces(&mut self, root: &Element<'a>) {
        for (name, value) in root.attributes() {
            let prefix = match name.split_once(':') {
                Some(("xmlns", prefix)) => prefix,
                None if name == "xmlns" => "",
                _ => continue,
            };
            if let Some((_, usual)) = self.known.iter().find(|(name, _)| *name == value) {
                self.prefixes.push((prefix, usual));
            }
        }
    }

    fn usual_prefix(&self, prefix: &'a str) -> &'a str {
        let found = self.prefixes.iter().find(|(own, _)| *own == prefix);
        found.map_or(prefix, |(_, usual)| usual)
    }

    /// The character that a reference stands for.
    fn resolve(&self, reference: &BytesRef, position: usize) -> Result<char, PackageError> {
        let character = match &**reference {
            "amp" => Some('&'),
            "lt" => Some('<'),
            "gt" => Some('>'),
            "quot" => Some('"'),
            "apos" => Some('\''),
            _ => reference.resolve_char_ref().ok().flatten(),
        };
        character
            .filter(|character| is_xml_char(*character))
            .ok_or_else(|| {
                self.error(
                    position,
                    format!("the entity &{}; is not defined", &**reference),
                )
            })
    }
}

/// Whether a character may stand in XML 1.0 (section 2.2).
pub(in crate::document) fn is_xml_char(character: char) -> bool {
    matches!(character, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}

/// White space of XML (section 2.3); a space that does not break is none.
pub(in crate::document) fn is_xml_space(character: char) -> bool {
    matches!(character, ' ' | '\t' | '\n' | '\r')
}

/// Text as it is written between tags.
pub(in crate::document) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            _ => escaped.push(character),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    const KNOWN: &[(&str, &str)] = &[("urn:words", "w")];

    /// Writes what the scanner sees in short form.
    fn scan(text: &str) -> Result<String, PackageError> {
        let mut scanner = Scanner::new("part", text, KNOWN);
        let mut output = Vec::new();
        while let Some(markup) = scanner.next()? {
            output.push(match markup {
                Markup::Open(element) => format!("+{}:{}", element.prefix, element.name),
                Markup::Close(_) => "-".to_owned(),
                Markup::Text(span) => format!("'{}'", scanner.slice(span)),
                Markup::Converted(text, span) => format!("{}='{text}'", scanner.slice(span)),
            });
        }
        Ok(output.join(" "))
    }

    fn check(text: &str, expected: &str) {
        assert_eq!(scan(text).as_deref(), Ok(expected), "{text}");
    }

    /// The reason for which a text is refused.
    fn refused(text: &str) -> String {
        match scan(text) {
            Err(PackageError::Xml { reason, .. }) => reason,
            other => format!("not refused: {other:?}"),
        }
    }

    #[test]
    fn finds_everything_at_its_place() {
        check("<w:a>b<!-- c -->d</w:a>", "+w:a 'b' 'd' -");
        check(
            "\u{feff}<?xml version='1.0'?>\n<a><b/>é</a>\n",
            "+:a +:b - 'é' -",
        );
        check(
            "<a>x&amp;&#233;<![CDATA[<]]></a>",
            "+:a 'x' &amp;='&' &#233;='é' <![CDATA[<]]>='<' -",
        );
    }

    #[test]
    fn namespaces_are_known_by_their_names() {
        check(
            "<x:a xmlns:x='urn:words'><x:b/><m:b/></x:a>",
            "+w:a +w:b - +m:b - -",
        );
        check(
            "<a xmlns=\"urn:words\" xmlns:w='urn:other'><b/></a>",
            "+w:a +w:b - -",
        );
    }

    #[test]
    fn attributes_by_their_local_names() {
        let mut scanner = Scanner::new("part", "<a w:val = 'b' id=\"c>d\"/>", KNOWN);
        let Ok(Some(Markup::Open(element))) = scanner.next() else {
            panic!("an element opens");
        };
        let values = ["val", "id", "w:val"].map(|name| element.attribute(name));
        assert_eq!(values, [Some("b"), Some("c>d"), None]);
    }

    #[test]
    fn refuses_what_is_not_well_formed_or_means_harm() {
        insta::assert_debug_snapshot!(
            [
                "", "text", "<a>", "<a></b>", "<a", "</a>", "<a>&b;</a>", "<a>&#0;</a>", "<a>&#xfffe;</a>",
                "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>",
            ]
            .map(refused),
            @r#"
        [
            "it is empty",
            "it is empty",
            "it ends too early",
            "ill-formed document: expected `</a>`, but `</b>` was found",
            "syntax error: tag not closed: `>` not found before end of input",
            "ill-formed document: close tag `</a>` does not match any open tag",
            "the entity &b; is not defined",
            "the entity &#0; is not defined",
            "the entity &#xfffe; is not defined",
            "it declares a document type",
        ]
        "#
        );
        assert_eq!(
            refused(&"<a>".repeat(DEPTH_LIMIT + 1)),
            "its elements nest too deep"
        );
    }

    #[test]
    fn escapes_what_would_be_markup() {
        assert_eq!(escape("Doe & <Roe> \"é\""), "Doe &amp; &lt;Roe&gt; \"é\"");
    }
}
