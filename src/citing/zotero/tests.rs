//! Word documents made in the test, with live citations put into them and read again.

use serde_json::Value;

use super::*;
use crate::{
    bibtex,
    document::{Document, Manager, testing},
    project::Project,
};

const LIST: [&str; 4] = [
    "Lee, B. (2003). The price of milk. Harbour Press.",
    "Smith, A. (2001). The price of bread. Harbour Press.",
    "Smith, A. (2005). The price of beer. Harbour Press.",
    "Smith, A., &amp; Lee, B. (2003). The price of wine. Harbour Press.",
];

/// The body of a Word document in which a sentence, given as the inside of a paragraph, stands before a list.
fn body(sentence: &str) -> String {
    let paragraph = |text: &str| format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>");
    let list: String = LIST.iter().map(|line| paragraph(line)).collect();
    format!("<w:p>{sentence}</w:p>{}{list}", paragraph("References"))
}

/// Makes the citations of a body live; the text before, what came of it, and the new document.
fn made_live(body: &str) -> (String, Live, Document) {
    made_live_in(Document::read_package(testing::word(body)).expect("the file is sound"))
}

/// The same of a document.
fn made_live_in(document: Document) -> (String, Live, Document) {
    let before = document.text.clone();
    let mut project = Project::default();
    project.add_paper("paper", document);
    let paper = &project.papers[0];
    let items = paper.references.items.iter();
    let works: Vec<Work> = items.map(|item| item.work.clone()).collect();
    let keys = bibtex::keys(&works.iter().collect::<Vec<_>>(), |_| false);
    let request = LiveRequest {
        keys: &keys,
        works: &works,
        style: None,
    };
    let live = live(paper, request).expect("it is a Word document");
    let document = Document::read_package(live.bytes.clone()).expect("it can be read again");
    (before, live, document)
}

/// The live citations of a sentence of one run: what they show, and what they say of each work.
fn citations(sentence: &str) -> Vec<String> {
    let run = format!("<w:r><w:t xml:space=\"preserve\">{sentence}</w:t></w:r>");
    let (before, live, document) = made_live(&body(&run));
    assert_eq!(document.text, before);
    let codes = testing::codes(&live.bytes);
    let shown = live.written.iter().map(|span| span.slice(&before));
    let codes = codes.iter().filter_map(|code| {
        let json = code
            .trim()
            .strip_prefix("ADDIN ZOTERO_ITEM CSL_CITATION ")?;
        Some(serde_json::from_str(json).expect("it is JSON"))
    });
    shown
        .zip(codes)
        .map(|(shown, code)| format!("{shown}: {}", summary(&code)))
        .collect()
}

/// What a citation says, in short.
fn summary(citation: &Value) -> String {
    let items = citation["citationItems"].as_array();
    let items = items.into_iter().flatten().map(|item| {
        let names = [
            "prefix",
            "id",
            "label",
            "locator",
            "suffix",
            "suppress-author",
        ];
        let values = names.iter().filter_map(|name| match &item[*name] {
            Value::String(text) => Some(format!("[{text}]")),
            Value::Bool(true) => Some("-".to_owned()),
            _ => None,
        });
        values.collect::<String>()
    });
    let as_typed = citation["properties"]["dontUpdate"] == true;
    let mark = if as_typed { " as typed" } else { "" };
    format!("{}{mark}", items.collect::<Vec<_>>().join(" + "))
}

#[test]
fn citations_say_what_they_show() {
    let sentence = "So it is (see Smith, 2001, p. 5; Lee, 2003, emphasis added). As Smith (2005: 12–15) says, \
        not Smith and Lee 2003.";
    insta::assert_debug_snapshot!(citations(sentence), @r#"
    [
        "(see Smith, 2001, p. 5; Lee, 2003, emphasis added): [see ][smith2001][page][5] + [lee2003][, emphasis added]",
        "(2005: 12–15): [smith2005][page][12–15]-",
        "Smith and Lee 2003: [smith2003] as typed",
    ]
    "#);
}

#[test]
fn fields_are_where_the_citations_were() {
    let sentence = "<w:r><w:rPr><w:i/></w:rPr><w:t xml:space=\"preserve\">So (Smith, </w:t></w:r>\
        <w:hyperlink w:anchor=\"a\"><w:r><w:t>2001</w:t></w:r></w:hyperlink>\
        <w:r><w:tab/><w:t>; Lee, 2003)</w:t><w:br/></w:r>";
    let (_, live, document) = made_live(&body(sentence));
    assert!(live.left.is_empty(), "{:?}", live.left);
    let layout = document.layout().expect("it is a Word document");
    let fields = layout.fields.iter();
    let fields = fields.map(|field| (field.kind, field.span.slice(&document.text)));
    let mut expected = vec![(
        FieldKind::Citation(Manager::Zotero),
        "(Smith, 2001\t; Lee, 2003)",
    )];
    let lines = document
        .text
        .lines()
        .skip_while(|line| *line != "References");
    expected.extend(
        lines
            .skip(1)
            .map(|line| (FieldKind::Bibliography(Manager::Zotero), line)),
    );
    assert_eq!(fields.collect::<Vec<_>>(), expected);
    // A second time, there is nothing left to do.
    let again = made_live_again(&document);
    assert_eq!((again.written.len(), again.n_before), (0, 1));
    assert_eq!(again.bytes, live.bytes);
}

/// Makes what is left of the citations of a document live.
fn made_live_again(document: &Document) -> Live {
    let mut project = Project::default();
    project.add_paper("paper", document.clone());
    let request = LiveRequest {
        keys: &[],
        works: &[],
        style: None,
    };
    live(&project.papers[0], request).expect("it is a Word document")
}

#[test]
fn what_has_no_place_stays_as_typed() {
    let run = |text: &str| format!("<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>");
    let crossing = format!(
        "{}<w:hyperlink w:anchor=\"a\">{}</w:hyperlink>",
        run("So (Smith, "),
        run("2001) says")
    );
    let note = format!(
        "{}<w:r><w:footnoteReference w:id=\"1\"/></w:r>{}",
        run("So (Smith"),
        run(", 2001).")
    );
    for (sentence, reason) in [(crossing, Refusal::Crossing), (note, Refusal::Holds)] {
        let (_, live, _) = made_live(&body(&sentence));
        let reasons: Vec<Reason> = live.left.iter().map(|left| left.reason).collect();
        assert_eq!(reasons, [Reason::Place(reason)], "{sentence}");
    }
}

#[test]
fn open_documents_have_marks_and_a_section() {
    let paragraph = |text: &str| format!("<text:p>{text}</text:p>");
    let list: String = LIST.iter().map(|line| paragraph(line)).collect();
    let body = format!(
        "{}{}<text:list><text:list-item>{list}</text:list-item></text:list>",
        paragraph("So it is (Smith,<text:span> 2001)</text:span>."),
        paragraph("References")
    );
    let document = Document::read_package(testing::open_document(&body));
    let (before, live, document) = made_live_in(document.expect("the file is sound"));
    assert_eq!(document.text, before);
    let content = testing::part(&live.bytes, "content.xml");
    let marks = content.split(['<', '>']).filter(|tag| {
        ["reference-mark", "section", "text:list "]
            .iter()
            .any(|name| tag.contains(name))
    });
    let short = |mark: &str| match mark.split_once('{') {
        Some((before, rest)) => {
            let behind = rest.rsplit('}').next().unwrap_or_default();
            format!("{before}{{…}}{behind}")
        }
        None => mark.to_owned(),
    };
    insta::assert_debug_snapshot!(marks.map(short).collect::<Vec<_>>(), @r#"
    [
        "text:reference-mark-start text:name=\"ZOTERO_ITEM CSL_CITATION {…} RNDYW00FL6T96\"/",
        "text:reference-mark-end text:name=\"ZOTERO_ITEM CSL_CITATION {…} RNDYW00FL6T96\"/",
        "text:section text:name=\"ZOTERO_BIBL {…} CSL_BIBLIOGRAPHY RNDICHKADTE7I\"",
        "/text:section",
    ]
    "#);
    let meta = testing::part(&live.bytes, "meta.xml");
    assert!(
        meta.contains("meta:name=\"ZOTERO_PREF_1\" meta:value-type=\"string\">&lt;data"),
        "{meta}"
    );
    let layout = document.layout().expect("it has one");
    assert_eq!(layout.fields.len(), 1 + LIST.len());
}

#[test]
fn works_that_no_live_citation_has_are_named() {
    let (_, live, _) = made_live(&body("<w:r><w:t>So it is (Lee, 2003).</w:t></w:r>"));
    let to_do: Vec<String> = live.to_do.iter().map(ToString::to_string).collect();
    insta::assert_debug_snapshot!(to_do, @r#"
    [
        "cite these works with Zotero or add them to its list, which else leaves them out when it is written anew: smith2001, smith2005, smith2003",
    ]
    "#);
}

#[test]
fn preferences_come_once_and_are_short() {
    let document = Document::plain(String::new());
    let long = format!("https://example.org/{}", "x".repeat(400));
    let properties = preferences::properties(&document, Some(&long));
    let names: Vec<&str> = properties.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["ZOTERO_PREF_1", "ZOTERO_PREF_2", "ZOTERO_PREF_3"]);
    let value: String = properties.iter().map(|one| one.value.as_str()).collect();
    assert!(value.contains(&format!("<style id=\"{long}\"")) && value.ends_with("</data>"));
    let (_, live, _) = made_live(&body("<w:r><w:t>So it is (Lee, 2003).</w:t></w:r>"));
    let part = testing::part(&live.bytes, "docProps/custom.xml");
    assert!(part.contains("pid=\"2\" name=\"ZOTERO_PREF_1\""), "{part}");
}
