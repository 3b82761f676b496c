//! Small PDFs and files of word processors for the tests of other rooms.

pub(crate) use super::pdf::testing::pdf;
use super::{
    Document,
    package::{Package, testing},
    revision::Revision,
};
use crate::span::Span;

/// A Word document with this body.
pub(crate) fn word(body: &str) -> Vec<u8> {
    testing::zip(&[
        (
            "[Content_Types].xml",
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
             <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
             <Override PartName=\"/word/document.xml\" \
             ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>",
        ),
        (
            "_rels/.rels",
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" \
             Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" \
             Target=\"word/document.xml\"/></Relationships>",
        ),
        (
            "word/document.xml",
            &format!(
                "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">\
                 <w:body>{body}</w:body></w:document>"
            ),
        ),
    ])
}

/// An OpenDocument text with this body.
pub(crate) fn open_document(body: &str) -> Vec<u8> {
    const OFFICE: &str = "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\"";
    testing::zip(&[
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        (
            "content.xml",
            &format!(
                "<office:document-content {OFFICE} xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\">\
                 <office:body><office:text>{body}</office:text></office:body></office:document-content>"
            ),
        ),
        (
            "meta.xml",
            &format!(
                "<office:document-meta {OFFICE}><office:meta></office:meta></office:document-meta>"
            ),
        ),
    ])
}

/// The text of a part.
pub(crate) fn part(bytes: &[u8], name: &str) -> String {
    let package = Package::open(bytes).expect("the zip file is sound");
    package.part(name).expect("the part is there")
}

/// The codes of the fields of a Word document.
pub(crate) fn codes(bytes: &[u8]) -> Vec<String> {
    let document = part(bytes, "word/document.xml");
    let codes = document
        .split("<w:instrText xml:space=\"preserve\">")
        .skip(1);
    let codes = codes.filter_map(|rest| rest.split('<').next());
    codes
        .map(|code| {
            code.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&")
        })
        .collect()
}

/// A file with some stretches cut out, doubled or overwritten.
pub(crate) fn mutated(bytes: &[u8], changes: &[(usize, usize, u8)]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for (at, length, kind) in changes {
        let start = at % bytes.len().max(1);
        let end = (start + length).min(bytes.len());
        match kind % 3 {
            0 => drop(bytes.drain(start..end)),
            1 => {
                let copy = bytes[start..end].to_vec();
                bytes.splice(start..start, copy);
            }
            _ => bytes[start..end].fill(*kind),
        }
    }
    bytes
}

/// Who changes a file in tests.
pub(crate) fn revision() -> Revision {
    Revision {
        author: "A & B".to_owned(),
        date: "2026-01-02T03:04:05Z".to_owned(),
    }
}

/// A file of a word processor after words were replaced in it one after the other, by tracked changes.
pub(crate) fn tracked(bytes: Vec<u8>, edits: &[(&str, &str)]) -> Document {
    let document = Document::read_package(bytes).expect("the file is sound");
    let mut document = document
        .with_tracked_changes(revision())
        .expect("it is a file of a word processor");
    for (from, to) in edits {
        let at = document.text.find(from).expect("the word is there");
        let edited = document.edited(&[(Span::new(at, at + from.len()), to)]);
        assert_eq!(edited.refused, []);
        document = document.read_again(edited);
    }
    document
}
