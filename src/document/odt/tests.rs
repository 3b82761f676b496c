//! OpenDocument texts made in the test, read and edited.

use super::OpenText;
use crate::{
    document::{
        flow::Grain,
        layout::{FieldKind, Manager},
        map::Refusal,
        package::{Package, PackageError, testing},
    },
    span::Span,
};

/// Automatic styles: hidden text, a session number, bold, and a variant of the style for entries of a bibliography.
const STYLES: &str = "<style:style style:name=\"H\"><style:text-properties text:display=\"none\"/></style:style>\
    <style:style style:name=\"T1\"><style:text-properties officeooo:rsid=\"1\" fo:language=\"de\"/></style:style>\
    <style:style style:name=\"R\"><style:text-properties style:text-position=\"super 58%\"/></style:style>\
    <style:style style:name=\"B\"><style:text-properties fo:font-weight=\"bold\"/></style:style>\
    <style:style style:name=\"P1\" style:parent-style-name=\"Bibliography_20_1\"/>";

/// A text with this body.
fn document(body: &str) -> Vec<u8> {
    let names = super::OPEN_DOCUMENT.iter();
    let namespaces: String = names
        .map(|(name, prefix)| format!(" xmlns:{prefix}=\"{name}\""))
        .collect();
    let content = format!(
        "<office:document-content{namespaces} xmlns:fo=\"f\" xmlns:officeooo=\"o\"><office:automatic-styles>{STYLES}</office:automatic-styles>\
         <office:body><office:text>{body}</office:text></office:body></office:document-content>"
    );
    testing::zip(&[
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("content.xml", &content),
        ("META-INF/manifest.xml", "<manifest/>"),
    ])
}

/// Writes `¶` as the border between two paragraphs.
fn shorthand(body: &str) -> String {
    format!(
        "<text:p>{}</text:p>",
        body.replace('¶', "</text:p><text:p>")
    )
}

fn read(bytes: &[u8]) -> Result<OpenText, PackageError> {
    super::read(&Package::open(bytes)?)
}

fn check(body: &str, expected: &str) {
    let text = read(&document(&shorthand(body))).expect("the text is sound");
    assert_eq!(text.flow.text, expected, "{body}");
}

#[test]
fn white_space_collapses_and_has_elements() {
    check("  a \n b<text:span> c</text:span> ¶d", "a b c \nd\n");
    check(
        "a <text:s text:c=\"2\"/>b<text:tab/><text:line-break/>c",
        "a   b\t\nc\n",
    );
    check("a &amp;<text:soft-page-break/> b", "a & b\n");
    let many = " ".repeat(100_001);
    check(
        "a<text:s text:c=\"999999999\"/>b<text:s text:c=\"9\"/>c",
        &format!("a{many}b c\n"),
    );
}

#[test]
fn what_is_no_text_is_left_out() {
    check(
        "a<office:annotation><text:p>x</text:p></office:annotation>b",
        "ab\n",
    );
    check("a<text:span text:style-name=\"H\">x</text:span>b", "ab\n");
    for style in ["R", "Superscript"] {
        check(
            &format!("rose<text:span text:style-name=\"{style}\">2, 14</text:span> m"),
            "rose², ¹⁴ m\n",
        );
    }
    check(
        "a<text:ruby><text:ruby-base>b</text:ruby-base><text:ruby-text>x</text:ruby-text></text:ruby>",
        "ab\n",
    );
    let deleted = "<text:tracked-changes><text:changed-region><text:deletion><text:p>x</text:p></text:deletion>\
        </text:changed-region></text:tracked-changes><text:p>a</text:p>";
    assert_eq!(
        read(&document(deleted))
            .expect("the text is sound")
            .flow
            .text,
        "a\n"
    );
}

#[test]
fn notes_and_text_boxes_follow_their_paragraph() {
    check(
        "a<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>note</text:p></text:note-body></text:note>b¶c",
        "ab\nnote\nc\n",
    );
    check(
        "a<draw:frame><draw:text-box><text:p>box</text:p></draw:text-box></draw:frame>b",
        "ab\nbox\n",
    );
}

#[test]
fn rows_of_cells_are_lines_and_notes_come_behind_them() {
    let cell = |content: &str| format!("<table:table-cell>{content}</table:table-cell>");
    let note = "<text:note><text:note-body><text:p>note</text:p></text:note-body></text:note>";
    let row = [
        cell(&format!("<text:p>a{note}</text:p>")),
        cell("<text:p>b</text:p>"),
    ];
    let many = cell("<text:p>c</text:p><text:p>d</text:p>") + &cell("<text:p>e</text:p>");
    let rows =
        [row.concat(), many].map(|cells| format!("<table:table-row>{cells}</table:table-row>"));
    let table = format!("<table:table>{}</table:table>", rows.concat());
    let text = read(&document(&table)).expect("the text is sound");
    assert_eq!(text.flow.text, "a\tb\nnote\nc\nd\ne\n");
}

#[test]
fn headings_and_styles_are_known() {
    let text = read(&document(
        "<text:h>a</text:h><text:p text:style-name=\"P1\">b</text:p>",
    ));
    let layout = text.expect("the text is sound").flow.layout;
    assert_eq!(layout.headings, [Span::new(0, 1)]);
    assert_eq!(layout.bibliography, [Span::new(2, 3)]);
}

/// The text of the only field of a body and what it is.
fn field(body: &str) -> (String, FieldKind) {
    let flow = read(&document(body)).expect("the text is sound").flow;
    let [field] = flow.layout.fields.as_slice() else {
        panic!("{body}: not one field");
    };
    (field.span.slice(&flow.text).to_owned(), field.kind)
}

#[test]
fn live_citations_are_known() {
    let name = "text:name=\"ZOTERO_ITEM CSL_CITATION {} RNDabc\"";
    let zotero = format!(
        "a <text:reference-mark-start {name}/>(Lee 2010)<text:reference-mark-end {name}/> b"
    );
    assert_eq!(
        field(&shorthand(&zotero)),
        (
            "(Lee 2010)".to_owned(),
            FieldKind::Citation(Manager::Zotero)
        )
    );
    let own = "a <text:bibliography-mark text:identifier=\"x\">[Lee10]</text:bibliography-mark>";
    assert_eq!(
        field(&shorthand(own)),
        (
            "[Lee10]".to_owned(),
            FieldKind::Citation(Manager::LibreOffice)
        )
    );
    let list = "<text:section text:name=\" ZOTERO_BIBL {} CSL_BIBLIOGRAPHY RNDx\"><text:p>a</text:p></text:section><text:p>b</text:p>";
    assert_eq!(
        field(list),
        ("a".to_owned(), FieldKind::Bibliography(Manager::Zotero))
    );
}

/// Checks the body after `from` has been replaced by `to` in the view, both bodies in shorthand.
fn check_edit(body: &str, (from, to): (&str, &str), expected: Result<&str, Refusal>) {
    let text = read(&document(&shorthand(body))).expect("the text is sound");
    let start = text.flow.text.find(from).expect("the view has the text");
    let edited = text
        .translate((Span::new(start, start + from.len()), to), Grain::Letters)
        .map(|edits| {
            let parts = text.splice(&edits).expect("the edits can be made");
            let body = parts[0]
                .1
                .split_once("<office:text>")
                .expect("the text is there")
                .1;
            body.split_once("</office:text>")
                .expect("the text ends")
                .0
                .to_owned()
        });
    assert_eq!(edited, expected.map(shorthand), "{body}: {from} -> {to}");
}

#[test]
fn only_letters_between_tags_change() {
    check_edit(
        "Smith &amp; Lee",
        ("Smith & Lee", "Smith and Lee"),
        Ok("Smith and Lee"),
    );
    check_edit(
        "Lee <text:s/>2010",
        ("2010", "2010a"),
        Ok("Lee <text:s/>2010a"),
    );
    check_edit("Lee, 2010", ("Lee,", "Lee & Ng"), Ok("Lee &amp; Ng 2010"));
    check_edit(
        "Lee",
        ("Lee", " Lee  Ng "),
        Ok("<text:s/>Lee <text:s/>Ng<text:s/>"),
    );
}

#[test]
fn stretches_of_one_look_take_a_replacement_together() {
    check_edit(
        "Smi<text:span text:style-name=\"T1\">th</text:span>",
        ("Smith", "Ng"),
        Ok("Ng<text:span text:style-name=\"T1\"></text:span>"),
    );
    check_edit(
        "Smi<text:span text:style-name=\"B\">th</text:span>",
        ("Smith", "Ng"),
        Err(Refusal::MixedFormatting),
    );
    check_edit(
        "Smi<text:change/>th",
        ("Smith", "Ng"),
        Err(Refusal::MixedFormatting),
    );
    check_edit(
        "a<text:page-number>7</text:page-number>",
        ("7", "8"),
        Err(Refusal::InField),
    );
    check_edit("a<text:tab/>b", ("a\tb", "x"), Err(Refusal::Element));
}

#[test]
fn other_files_and_passwords_are_told() {
    let package = |mime_type: &str, manifest: &str| {
        let kind = format!("application/vnd.oasis.opendocument.{mime_type}");
        read(&testing::zip(&[
            ("mimetype", &kind),
            ("content.xml", "<a/>"),
            ("META-INF/manifest.xml", manifest),
        ]))
        .err()
    };
    assert!(matches!(
        package("spreadsheet", "<a/>"),
        Some(PackageError::NotADocument { .. })
    ));
    let lacking = testing::zip(&[("mimetype", "application/vnd.oasis.opendocument.text")]);
    let error = crate::document::Office::read(lacking).expect_err("it has no text");
    assert!(matches!(error, PackageError::MissingPart { .. }));
    assert_eq!(
        package("text", "<m:encryption-data/>"),
        Some(PackageError::PasswordProtected)
    );
}
