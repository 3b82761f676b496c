//! Word documents made in the test, read and edited.

use super::WordText;
use crate::{
    document::{
        flow::{Flow, Grain},
        layout::{FieldKind, Manager},
        map::Refusal,
        package::{Package, testing},
    },
    span::Span,
};

const NAMESPACES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
    xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" \
    xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\"";
const RELATIONS: &str = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
    <Relationship Id=\"a\" Type=\"x/officeDocument\" Target=\"word/document.xml\"/></Relationships>";
const PART_RELATIONS: &str = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
    <Relationship Id=\"a\" Type=\"x/styles\" Target=\"styles.xml\"/>\
    <Relationship Id=\"b\" Type=\"x/footnotes\" Target=\"/word/footnotes.xml\"/></Relationships>";

/// A document with this body, these styles and these footnotes.
fn document(body: &str, styles: &str, footnotes: &str) -> Vec<u8> {
    testing::zip(&[
        ("_rels/.rels", RELATIONS),
        (
            "word/document.xml",
            &format!("<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"),
        ),
        ("word/_rels/document.xml.rels", PART_RELATIONS),
        (
            "word/styles.xml",
            &format!("<w:styles {NAMESPACES}>{styles}</w:styles>"),
        ),
        (
            "word/footnotes.xml",
            &format!("<w:footnotes {NAMESPACES}>{footnotes}</w:footnotes>"),
        ),
        ("word/media/image.png", "no picture"),
    ])
}

fn read(bytes: &[u8]) -> WordText {
    let package = Package::open(bytes).expect("the zip file is sound");
    super::read(&package).expect("the document is sound")
}

/// The view of a body, in which `r(…)` stands for a run.
fn check(body: &str, expected: &str) {
    let flow = read(&document(&shorthand(body), "", "")).flow;
    assert_eq!(flow.text, expected, "{body}");
    check_map(&flow);
}

/// Every piece slices the view, and lines and gaps apart every byte of it lies in one.
fn check_map<R>(flow: &Flow<R>) {
    let mut end = 0;
    for piece in flow.map.pieces() {
        assert!(
            flow.text[end..piece.view.start]
                .chars()
                .all(|character| matches!(character, '\n' | '\t'))
        );
        end = piece.view.end;
    }
    assert_eq!(flow.map.pieces().len(), flow.origins.len());
}

/// Writes `[…]` as a run and `¶` as the border between two paragraphs.
fn shorthand(body: &str) -> String {
    let runs = body
        .replace('[', "<w:r><w:t xml:space=\"preserve\">")
        .replace(']', "</w:t></w:r>");
    format!("<w:p>{}</w:p>", runs.replace('¶', "</w:p><w:p>"))
}

#[test]
fn rows_of_cells_are_lines() {
    let cell = |content: &str| format!("<w:tc><w:tcPr/>{content}</w:tc>");
    let text = |text: &str| format!("<w:p>[{text}]</w:p>");
    let row = |cells: &[String]| format!("<w:tr>{}</w:tr>", cells.concat());
    let rows = [
        row(&[cell(&text("a")), cell(&text("b")), cell("<w:p/>")]),
        // A cell of several paragraphs.
        row(&[cell(&text("c")), cell(&(text("d") + &text("e")))]),
        // A table in a cell.
        row(&[
            cell(&(row(&[cell(&text("f")), cell(&text("g"))]) + &text("h"))),
            cell(&text("i")),
        ]),
    ];
    check(
        &format!("[x]</w:p><w:tbl>{}</w:tbl><w:p>[y]", rows.concat()),
        "x\na\tb\t\nc\nd\ne\nf\tg\nh\ni\ny\n",
    );
}

#[test]
fn runs_make_paragraphs_and_paragraphs_lines() {
    check(
        "[Smith &amp; ]<w:proofErr/>[Lee]¶[2010]",
        "Smith & Lee\n2010\n",
    );
    check(
        "[a]</w:p><w:tbl><w:tr><w:tc><w:p>[b]</w:p></w:tc></w:tr></w:tbl><w:p>[c]",
        "a\nb\nc\n",
    );
    let raised = "<w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>";
    check(
        &format!("[rose]{raised}2,</w:t></w:r>{raised}14–16</w:t></w:r>[ on the 4]{raised}th]"),
        "rose²,¹⁴–¹⁶ on the 4th\n",
    );
    check(
        "<w:hyperlink>[a]</w:hyperlink><w:smartTag>[b]</w:smartTag>",
        "ab\n",
    );
}

#[test]
fn characters_that_are_elements() {
    check(
        "[a]<w:r><w:tab/><w:br/><w:noBreakHyphen/><w:softHyphen/><w:sym w:font=\"Symbol\" w:char=\"F061\"/></w:r>[b]",
        "a\t\n\u{2011}\u{ad}αb\n",
    );
    check(
        "<w:pPr><w:tabs><w:tab w:val=\"left\"/></w:tabs></w:pPr>[a]",
        "a\n",
    );
}

#[test]
fn white_space_counts_where_it_is_preserved() {
    check("<w:r><w:t> a\n b </w:t></w:r>[ c]", "a  b c\n");
    check("<w:r><w:t>\u{a0}a\u{a0}</w:t></w:r>", "\u{a0}a\u{a0}\n");
    check(
        "<w:r><w:t> </w:t></w:r><w:r><w:t> &#97; </w:t></w:r>",
        "a\n",
    );
}

#[test]
fn deleted_and_hidden_text_is_none() {
    check(
        "[a]<w:ins>[b]</w:ins><w:del><w:r><w:delText>c</w:delText></w:r></w:del>",
        "ab\n",
    );
    check(
        "<w:moveFrom>[a]</w:moveFrom><w:moveTo>[b]</w:moveTo>",
        "b\n",
    );
    check(
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>a</w:t></w:r><w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>b</w:t></w:r>",
        "b\n",
    );
    check(
        "<w:r><w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>a</w:t></w:r>",
        "a\n",
    );
    check(
        "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>[a]¶[b]¶[c]",
        "ab\nc\n",
    );
}

const BEGIN: &str = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>";
const SEPARATE: &str = "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>";
const END: &str = "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";

fn code(text: &str) -> String {
    format!("<w:r><w:instrText>{text}</w:instrText></w:r>")
}

/// The texts of the fields of a body with what they are.
fn fields(body: &str) -> Vec<(String, FieldKind)> {
    let flow = read(&document(&shorthand(body), "", "")).flow;
    let fields = flow.layout.fields.iter();
    fields
        .map(|field| (field.span.slice(&flow.text).to_owned(), field.kind))
        .collect()
}

#[test]
fn results_of_fields_are_text_and_their_codes_are_none() {
    let page = format!("[p. ]{BEGIN}{}{SEPARATE}[7]{END}[.]", code("PAGE"));
    check(&page, "p. 7.\n");
    let nested = format!(
        "{BEGIN}{}{BEGIN}{}{SEPARATE}[x]{END}{SEPARATE}[y]{END}",
        code("IF "),
        code("PAGE")
    );
    check(&nested, "y\n");
    check(&format!("{BEGIN}{}{END}[a]", code("XE \"b\"")), "a\n");
    check(
        "<w:fldSimple w:instr=\" SEQ Figure \">[1]</w:fldSimple>",
        "1\n",
    );
}

#[test]
fn live_citations_are_known() {
    let zotero = [code(" ADDIN ZOT"), code("ERO_ITEM CSL_CITATION {}")].concat();
    let citation = format!("[As ]{BEGIN}{zotero}{SEPARATE}[(Lee ][2010)]{END}[ says]");
    assert_eq!(
        fields(&citation),
        [(
            "(Lee 2010)".to_owned(),
            FieldKind::Citation(Manager::Zotero)
        )]
    );
    let list = format!(
        "{BEGIN}{}{SEPARATE}[a]¶[b]¶[c]{END}[d]",
        code("BIBLIOGRAPHY")
    );
    let texts: Vec<_> = fields(&list).into_iter().map(|(text, _)| text).collect();
    assert_eq!(texts, ["a", "b", "c"]);
    let control = "<w:sdt><w:sdtPr><w:tag w:val=\"MENDELEY_CITATION_v3_x\"/></w:sdtPr><w:sdtContent>[a]</w:sdtContent></w:sdt>[b]";
    assert_eq!(
        fields(control),
        [("a".to_owned(), FieldKind::Citation(Manager::Mendeley))]
    );
}

#[test]
fn text_boxes_follow_their_paragraph_once() {
    let inside = "<w:txbxContent><w:p>[box]</w:p></w:txbxContent>";
    let copies = format!(
        "<mc:AlternateContent><mc:Choice>{inside}</mc:Choice><mc:Fallback>{inside}</mc:Fallback></mc:AlternateContent>"
    );
    check(&format!("[a ]<w:r>{copies}</w:r>[b]¶[c]"), "a b\nbox\nc\n");
}

#[test]
fn notes_follow_the_paragraph_that_calls_them() {
    let notes = "<w:footnote w:id=\"0\" w:type=\"separator\"><w:p><w:r><w:t>x</w:t></w:r></w:p></w:footnote>\
        <w:footnote w:id=\"1\"><w:p><w:r><w:t>one</w:t></w:r></w:p></w:footnote>\
        <w:footnote w:id=\"2\"><w:p><w:r><w:t>two</w:t></w:r></w:p></w:footnote>";
    let body = shorthand(
        "[a]<w:r><w:footnoteReference w:id=\"2\"/></w:r>[b]¶[c]<w:del><w:r><w:footnoteReference w:id=\"1\"/></w:r></w:del>",
    );
    let flow = read(&document(&body, "", notes)).flow;
    assert_eq!(flow.text, "ab\ntwo\nc\n");
    check_map(&flow);
}

#[test]
fn formulas_are_no_prose() {
    let body = shorthand("[if ]<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>[ then]");
    let flow = read(&document(&body, "", "")).flow;
    assert_eq!(flow.text, "if x then\n");
    assert_eq!(flow.prose, [Span::new(0, 3), Span::new(4, 10)]);
}

#[test]
fn styles_are_known_by_their_names() {
    let styles = "<w:style w:styleId=\"Titre1\"><w:name w:val=\"heading 1\"/></w:style>\
        <w:style w:styleId=\"Mine\"><w:name w:val=\"Mein Titel\"/><w:basedOn w:val=\"Titre1\"/></w:style>\
        <w:style w:styleId=\"L\"><w:name w:val=\"Bibliography\"/></w:style>\
        <w:style w:styleId=\"H\"><w:rPr><w:vanish/></w:rPr></w:style>";
    let styled =
        |style: &str, text: &str| format!("<w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>[{text}]");
    let body = format!(
        "{}¶{}¶{}¶<w:r><w:rPr><w:rStyle w:val=\"H\"/></w:rPr><w:t>d</w:t></w:r>",
        styled("Titre1", "a"),
        styled("Mine", "b"),
        styled("L", "c")
    );
    let flow = read(&document(&shorthand(&body), styles, "")).flow;
    assert_eq!(flow.text, "a\nb\nc\n\n");
    assert_eq!(flow.layout.headings, [Span::new(0, 1), Span::new(2, 3)]);
    assert_eq!(flow.layout.bibliography, [Span::new(4, 5)]);
}

#[test]
fn the_strict_form_and_other_prefixes_are_read() {
    for (prefix, namespace) in [
        ("w", "http://purl.oclc.org/ooxml/wordprocessingml/main"),
        (
            "ns0",
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        ),
    ] {
        let part = "<P:document xmlns:P='N'><P:p><P:r><P:t>a</P:t></P:r></P:p></P:document>";
        let part = part.replace('P', prefix).replace('N', namespace);
        assert_eq!(
            read(&testing::zip(&[("word/document.xml", &part)]))
                .flow
                .text,
            "a\n"
        );
    }
}

/// Replaces `from` by `to` in the view of a body, and gives the new body.
fn edited(body: &str, from: &str, to: &str) -> Result<String, Refusal> {
    let word = read(&document(&shorthand(body), "", ""));
    let start = word.flow.text.find(from).expect("the view has the text");
    let edits = word.translate((Span::new(start, start + from.len()), to), Grain::Letters)?;
    let parts = word.splice(&edits);
    let part = parts.first().map_or("", |(_, part)| part);
    let body = part
        .split_once("<w:body>")
        .and_then(|(_, rest)| rest.split_once("</w:body>"));
    Ok(body.map_or("", |(body, _)| body).to_owned())
}

/// Checks the new body, also in shorthand.
fn check_edit(body: &str, (from, to): (&str, &str), expected: Result<&str, Refusal>) {
    assert_eq!(
        edited(body, from, to),
        expected.map(shorthand),
        "{body}: {from} -> {to}"
    );
}

#[test]
fn only_letters_between_tags_change() {
    check_edit(
        "[Smith &amp; Lee]",
        ("Smith & Lee", "Smith and Lee"),
        Ok("[Smith and Lee]"),
    );
    check_edit("[Smith and Lee]", ("and", "&"), Ok("[Smith &amp; Lee]"));
    check_edit(
        "[2010]<w:r><w:tab/></w:r>[x]",
        ("2010", "2010a"),
        Ok("[2010a]<w:r><w:tab/></w:r>[x]"),
    );
    check_edit(
        "[2010]<w:r><w:tab/></w:r>[x]",
        ("x", "ax"),
        Ok("[2010]<w:r><w:tab/></w:r>[ax]"),
    );
}

#[test]
fn runs_of_one_look_take_a_replacement_together() {
    check_edit(
        "[Smi]<w:proofErr/>[th, 2010]",
        ("Smith", "Ng"),
        Ok("[Ng]<w:proofErr/>[, 2010]"),
    );
    let noise = "<w:r><w:rPr><w:b/><w:lang w:val=\"de\"/></w:rPr><w:t>Smi</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>th</w:t></w:r>";
    let changed = noise.replace("Smi", "Ng").replace("th<", "<");
    check_edit(noise, ("Smith", "Ng"), Ok(&changed));
}

#[test]
fn other_looks_and_owners_refuse_what_spans_them() {
    let italic = "[Smi]<w:r><w:rPr><w:i/></w:rPr><w:t>th</w:t></w:r>";
    check_edit(italic, ("Smith", "Ng"), Err(Refusal::MixedFormatting));
    check_edit(
        italic,
        ("Smith", ""),
        Ok("[]<w:r><w:rPr><w:i/></w:rPr><w:t></w:t></w:r>"),
    );
    check_edit(
        "[Smi]<w:ins>[th]</w:ins>",
        ("Smith", "Ng"),
        Err(Refusal::MixedFormatting),
    );
    check_edit("[a]¶[b]", ("a\nb", "x"), Err(Refusal::NotInFile));
    check_edit(
        "[a]<w:r><w:br/></w:r>[b]",
        ("a\nb", "x"),
        Err(Refusal::Element),
    );
    check_edit("[a]", ("a", "x\ny"), Err(Refusal::NotInFile));
    let field = format!("{BEGIN}{}{SEPARATE}[Lee]{END}", code("ADDIN ZOTERO_ITEM"));
    check_edit(&field, ("Lee", "Ng"), Err(Refusal::InField));
    let link = format!("{BEGIN}{}{SEPARATE}[Lee]{END}", code("HYPERLINK \"x\""));
    check_edit(&link, ("Lee", "Ng"), Ok(&link.replace("Lee", "Ng")));
}

#[test]
fn white_space_at_an_end_is_marked() {
    let body = "<w:r><w:t>Lee</w:t></w:r>";
    check_edit(
        body,
        ("Lee", "Lee "),
        Ok("<w:r><w:t xml:space=\"preserve\">Lee </w:t></w:r>"),
    );
    check_edit(body, ("Lee", "L e"), Ok("<w:r><w:t>L e</w:t></w:r>"));
}
