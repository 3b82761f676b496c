use super::*;
use crate::{bibtex, document::pandoc::words, project::Project};

/// The elements of a line of text above a list, each as pandoc's Markdown would have it, and how the rest is left.
fn cited(sentence: &str) -> (Tree, Cited, String) {
    let paragraphs = [
        sentence,
        "References",
        "Doe, J. (1999). A thing. Harbour Press.",
        "Lee, B. (2003). The price of milk. Harbour Press.",
        "Smith, A. (2001). The price of bread. Harbour Press.",
        "Smith, A. (2005). The price of beer. Harbour Press.",
        "van Gogh, V. (1885). Letters. Harbour Press.",
    ];
    let blocks = paragraphs.map(|text| json!({"t": "Para", "c": with_emphasis(text)}));
    let root = json!({"pandoc-api-version": [1, 22], "meta": {}, "blocks": blocks});
    let mut tree = Tree::read(root.to_string().as_bytes()).expect("it is a tree");
    let mut project = Project::default();
    project.add_paper("paper", tree.document().clone());
    let paper = &project.papers[0];
    let works: Vec<&Work> = paper
        .references
        .items
        .iter()
        .map(|item| &item.work)
        .collect();
    let cited = cite_tree(
        &mut tree,
        paper,
        TreeRequest {
            keys: &bibtex::keys(&works, |_| false),
            works: &works.into_iter().cloned().map(Some).collect::<Vec<_>>(),
        },
    );
    let written: Value = serde_json::from_str(&tree.json()).expect("it is JSON");
    let line = markdown(&written["blocks"][0]["c"]);
    (tree, cited, line)
}

/// Words, of which those between asterisks are emphasised.
fn with_emphasis(text: &str) -> Vec<Value> {
    let parts = text.split('*').enumerate();
    let inlines = parts.map(|(number, part)| match number % 2 {
        0 => words(part),
        _ => vec![json!({"t": "Emph", "c": words(part)})],
    });
    inlines.flatten().collect()
}

/// Inline elements in the spelling of Markdown, citations with all that they have.
fn markdown(inlines: &Value) -> String {
    let inlines = inlines.as_array().into_iter().flatten();
    let texts = inlines.map(|inline| match inline["t"].as_str() {
        Some("Str") => inline["c"].as_str().unwrap_or_default().to_owned(),
        Some("Emph") => format!("*{}*", markdown(&inline["c"])),
        Some("Cite") => format!("[{}]", citations(&inline["c"][0]).join("; ")),
        _ => " ".to_owned(),
    });
    texts.collect()
}

fn citations(citations: &Value) -> Vec<String> {
    let citations = citations.as_array().into_iter().flatten();
    let one = |citation: &Value| {
        let mode = match citation["citationMode"]["t"].as_str() {
            Some("AuthorInText") => "+",
            Some("SuppressAuthor") => "-",
            _ => "",
        };
        let [prefix, suffix] =
            ["citationPrefix", "citationSuffix"].map(|name| markdown(&citation[name]));
        let key = citation["citationId"].as_str().unwrap_or_default();
        format!("{prefix}|{mode}@{key}|{suffix}")
    };
    citations.map(one).collect()
}

#[track_caller]
fn check(typed: &str, expected: &str) {
    assert_eq!(cited(typed).2, expected);
}

#[test]
fn citations_become_elements() {
    check("So it is (Smith, 2001).", "So it is [|@smith2001|].");
    check(
        "So (see Smith, 2001, p. 5; cf. Lee 2003: 7; Doe, 1999, emphasis added).",
        "So [see|@smith2001|, p. 5; cf.|@lee2003|, 7; |@doe1999|, emphasis added].",
    );
    check(
        "Smith (2001, p. 4, 2005) and Lee (2003) say (Doe 1999 for more).",
        "[|+@smith2001|p. 4; |-@smith2005|] and [|+@lee2003|] say [|@doe1999| for more].",
    );
    check(
        "So (Smith, 2001, 2005).",
        "So [|@smith2001|; |@smith2005|].",
    );
    check(
        "So Anna Smith (2001) says.",
        "So Anna Smith [|-@smith2001|] says.",
    );
}

#[test]
fn markup_stays_whole() {
    check("So (*see* Smith, 2001).", "So [*see*|@smith2001|].");
    check(
        "So (*Smith*, 2001, p. 5 *and* 6).",
        "So [|@smith2001|, p. 5 *and* 6].",
    );
    check("*So (Smith, 2001)* it is.", "*So [|@smith2001|]* it is.");
    let (_, cited, line) = cited("So *it (Smith, 2001* is), and (Lee 2003).");
    assert_eq!(line, "So *it (Smith, 2001* is), and [|@lee2003|].");
    assert_eq!(cited.left[0].reason, Reason::Markup);
}

#[test]
fn the_list_gives_way_to_that_of_citeproc() {
    let (tree, cited, _) = cited("So it is (Smith, 2001); van Gogh (1885) knew.");
    assert_eq!(cited.to_do, []);
    let tree: Value = serde_json::from_str(&tree.json()).expect("it is JSON");
    let blocks = tree["blocks"].as_array().expect("there are blocks");
    assert_eq!(blocks.len(), 3);
    assert_eq!(blocks[2], json!({"t": "Div", "c": [["refs", [], []], []]}));
    let nocite = &tree["meta"]["nocite"]["c"];
    assert_eq!(
        markdown(nocite),
        "[|+@doe1999|], [|+@lee2003|], [|+@smith2005|]"
    );
    let works = tree["meta"]["references"]["c"]
        .as_array()
        .expect("works are described");
    assert_eq!(works.len(), 5);
    let painter = &works[4]["c"]["author"]["c"][0]["c"];
    assert_eq!(
        painter["non-dropping-particle"]["c"],
        Value::from(words("van"))
    );
}

#[test]
fn without_citations_nothing_changes() {
    let (tree, cited, line) = cited("So it is (Nobody, 2001).");
    assert_eq!(line, "So it is (Nobody, 2001).");
    assert_eq!(cited.left[0].reason, Reason::NotListed);
    assert!(!tree.json().contains("refs"));
}
