//! Small PDFs and files of word processors for the tests of other rooms.

use super::package::{Package, testing};
pub(crate) use super::pdf::testing::pdf;

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
