use super::*;

/// A tree with some blocks.
fn tree(blocks: &Value) -> Tree {
    let root = json!({"pandoc-api-version": [1, 23], "meta": {}, "blocks": blocks});
    Tree::read(root.to_string().as_bytes()).expect("it is a tree")
}

fn para(inlines: &Value) -> Value {
    json!({"t": "Para", "c": inlines})
}

fn text(text: &str) -> Value {
    para(&Value::from(words(text)))
}

fn emphasis(text: &str) -> Value {
    json!({"t": "Emph", "c": words(text)})
}

/// The place of a text in the view.
fn at(tree: &Tree, text: &str) -> Span {
    let start = tree.document().text.find(text).expect("it is there");
    Span::new(start, start + text.len())
}

fn attributes() -> Value {
    json!(["", [], []])
}

/// A paragraph with all kinds of inline elements.
fn kinds() -> Value {
    let note = json!({"t": "Note", "c": [text("A note.")]});
    json!([
        {"t": "Str", "c": "One"}, {"t": "SoftBreak"}, emphasis("two three"), note, {"t": "Space"},
        {"t": "Quoted", "c": [{"t": "SingleQuote"}, words("four")]}, {"t": "Space"},
        {"t": "Code", "c": [attributes(), "five (2001)"]},
        {"t": "Superscript", "c": words("6")}, {"t": "Space"},
        {"t": "Cite", "c": [[], words("[@seven]")]}, {"t": "RawInline", "c": ["html", "<b>"]}, {"t": "LineBreak"},
        {"t": "Link", "c": [attributes(), words("eight"), ["https://example.org", ""]]},
        {"t": "Span", "c": [attributes(), words("nine")]}, {"t": "Ten", "c": words("ten")},
    ])
}

#[test]
fn the_view_is_what_a_reader_sees() {
    let tree = tree(
        &json!([para(&kinds()), {"t": "Null"}, {"t": "CodeBlock", "c": [attributes(), "code"]}, text("End.")]),
    );
    let document = tree.document();
    assert_eq!(
        document.text,
        "One two three ‘four’ five (2001)⁶ [@seven]\neightnine\n\nA note.\n\nEnd."
    );
    let masked: Vec<&str> = (document.prose.windows(2))
        .map(|pair| Span::new(pair[0].end, pair[1].start).slice(&document.text))
        .collect();
    assert_eq!(masked, ["five (2001)", "[@seven]"]);
}

#[test]
fn blocks_of_all_kinds_are_read() {
    let cell = |content: &str| json!([attributes(), {"t": "AlignDefault"}, 1, 1, [text(content)]]);
    let row = |content: &str| json!([attributes(), [cell(content)]]);
    let caption = |content: &str| json!([null, [text(content)]]);
    let tree = tree(&json!([
        {"t": "Header", "c": [1, attributes(), words("heading")]},
        {"t": "BulletList", "c": [[text("a")], [text("b")]]},
        {"t": "OrderedList", "c": [[1, {"t": "Decimal"}, {"t": "Period"}], [[text("c")]]]},
        {"t": "DefinitionList", "c": [[words("d"), [[text("e")]]]]},
        {"t": "LineBlock", "c": [words("f"), words("g")]},
        {"t": "BlockQuote", "c": [text("h")]},
        {"t": "Div", "c": [attributes(), [text("i")]]},
        {"t": "Table", "c": [
            attributes(), caption("table"), [], [attributes(), [row("j")]],
            [[attributes(), 0, [row("k")], [row("l")]]], [attributes(), [row("m")]],
        ]},
        {"t": "Figure", "c": [attributes(), caption("figure"), [text("n")]]},
    ]));
    let view = tree.document().text.replace("\n\n", "|");
    assert_eq!(view, "heading|a|b|c|d|e|f\ng|h|i|table|j|k|l|m|figure|n");
    for word in view.split(['|', '\n']) {
        let found = tree.inlines(at(&tree, word));
        assert_eq!(found, Some(words(word)), "{word}");
    }
}

#[test]
fn stretches_are_cut_out_of_texts() {
    let line = json!([{"t": "Str", "c": "a(b"}, {"t": "Space"}, emphasis("c d"), {"t": "Str", "c": "e)f"}]);
    let tree = tree(&json!([para(&line)]));
    let found = |text: &str| {
        tree.inlines(at(&tree, text))
            .map(|found| Value::from(found).to_string())
    };
    insta::assert_snapshot!(found("(b c de)").unwrap_or_default(), @r#"[{"c":"(b","t":"Str"},{"t":"Space"},{"c":[{"c":"c","t":"Str"},{"t":"Space"},{"c":"d","t":"Str"}],"t":"Emph"},{"c":"e)","t":"Str"}]"#);
    assert_eq!(found("c d"), Some(Value::from(words("c d")).to_string()));
    let marked = tree.marked_inlines(at(&tree, "c d"));
    assert_eq!(marked, Some(vec![emphasis("c d")]));
    assert_eq!(found("b c"), None, "it ends within the emphasis");
}

#[test]
fn what_is_replaced_takes_nothing_with_it() {
    let line = json!([{"t": "Str", "c": "a(b)c(d)e"}, {"t": "Space"}, emphasis("(f) g"), {"t": "Unknown", "c": 0.1}]);
    let mut tree = tree(&json!([para(&line), text("h")]));
    let edits = ["(b)", "(d)", "(f)"].map(|text| (at(&tree, text), words(&text.to_uppercase())));
    tree.replace_inlines(edits.into());
    let expected = json!([
        {"t": "Str", "c": "a"}, {"t": "Str", "c": "(B)"}, {"t": "Str", "c": "c"}, {"t": "Str", "c": "(D)"},
        {"t": "Str", "c": "e"}, {"t": "Space"}, emphasis("(F) g"), {"t": "Unknown", "c": 0.1},
    ]);
    assert_eq!(tree.root["blocks"], json!([para(&expected), text("h")]));
}

#[test]
fn whole_blocks_are_replaced() {
    let items = json!({"t": "BulletList", "c": [[text("b")], [text("c"), text("d")]]});
    let blocks = json!([text("a"), items, text("e f")]);
    let replaced = |stretch: &str| {
        let mut tree = tree(&blocks);
        let span = at(&tree, &stretch.replace('|', "\n\n"));
        let is_whole = tree.is_of_blocks(span);
        tree.replace_blocks(vec![(span, vec![text("new")])]);
        is_whole.then(|| read_again(&tree))
    };
    assert_eq!(replaced("b|c|d").as_deref(), Some("a|new|e f"));
    assert_eq!(replaced("c|d").as_deref(), Some("a|b|new|e f"));
    assert_eq!(replaced("a|b|c|d").as_deref(), Some("new|e f"));
    assert_eq!(replaced("a|b"), None, "half of a list");
    assert_eq!(replaced("e"), None, "half of a paragraph");
}

/// The text of a tree that was changed.
fn read_again(tree: &Tree) -> String {
    let again = Tree::read(tree.json().as_bytes()).expect("it is a tree");
    again.document().text.replace("\n\n", "|")
}

#[test]
fn the_head_names_files_and_works() {
    let meta = json!({
        "bibliography": {"t": "MetaList", "c": [
            {"t": "MetaInlines", "c": words("a b.bib")}, {"t": "MetaString", "c": "c.bib"},
        ]},
        "references": {"t": "MetaList", "c": [meta_value(&json!({"id": "doe", "issued": {"date-parts": [[1999]]}}))]},
        "nocite": {"t": "MetaInlines", "c": words("@x")},
    });
    let root = json!({"pandoc-api-version": [1, 22, 2, 1], "meta": meta, "blocks": []});
    let mut tree = Tree::read(root.to_string().as_bytes()).expect("it is a tree");
    let named = tree
        .document()
        .bibliographies
        .iter()
        .map(|file| file.path.as_str());
    assert_eq!(named.collect::<Vec<_>>(), ["a b.bib", "c.bib"]);
    tree.describe(vec![meta_value(&json!({"id": "roe"}))]);
    assert_eq!(tree.described(), ["doe", "roe"]);
    tree.list_uncited(vec![emphasis("@y"), emphasis("@z")]);
    let nocite = [
        words("@x, "),
        vec![emphasis("@y")],
        words(", "),
        vec![emphasis("@z")],
    ];
    assert_eq!(
        text_of(&tree.root["meta"]["nocite"]["c"]),
        text_of(&Value::from(nocite.concat()))
    );
}

/// The letters of inline elements.
fn text_of(inlines: &Value) -> String {
    let root = json!({"pandoc-api-version": [1, 22], "meta": {}, "blocks": [para(inlines)]});
    let tree = Tree::read(root.to_string().as_bytes()).expect("it is a tree");
    tree.document().text.clone()
}

#[test]
fn other_json_is_refused() {
    let refused = |json: &str| Tree::read(json.as_bytes()).map_err(|error| error.to_string());
    assert!(
        refused("# Markdown").is_err_and(|why| why.starts_with("it is not the JSON of pandoc"))
    );
    let other = "it is JSON, but not of pandoc";
    assert!(refused("[1, 2]").is_err_and(|why| why == other));
    assert!(refused(r#"{"pandoc-api-version": [1, 22]}"#).is_err_and(|why| why == other));
    assert!(
        refused(r#"{"pandoc-api-version": [1, 20], "meta": {}, "blocks": []}"#)
            .is_err_and(|why| why.contains("version 1.20"))
    );
}
