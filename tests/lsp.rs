//! A conversation of an editor with `refmend lsp`, over the pipes of the real program.

use std::{
    fs,
    io::BufReader,
    path::{Path, PathBuf},
    process::{Child, ChildStdin, ChildStdout, Command, Stdio},
};

use lsp_server::{Message, Notification, Request, RequestId};
use serde_json::{Value, json};

const PAPER: &str = "# A paper

Müller (2011) says so 😀, as do Doe & Roe (2001).

See [@kinzer2016, p. 5].

# References

Doe, J., & Roe, R. (2001). On lakes. *Journal of Lakes*, 12(3), 45–67.

Müller, A. (2010). *Seen und Flüsse*. Berlin: Springer.
";

const MASTER: &str = "@article{doe2001,
  author = {Doe, Jane and Roe, Richard},
  title = {On lakes},
  journaltitle = {Journal of Lakes},
  volume = {12},
  number = {3},
  pages = {45--67},
  date = {2001},
}

@book{kinzer2016,
  author = {Kinzer, Stephen},
  title = {The True Flag},
  date = {2016},
}
";

/// An editor with a folder of its own.
struct Editor {
    folder: PathBuf,
    child: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
    asked: i32,
    /// The diagnostics that were told last, by address.
    told: Vec<(String, Vec<Value>)>,
}

impl Editor {
    /// Starts the server in a new folder with a paper, a master and a configuration.
    fn start(name: &str, encodings: &[&str]) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("lsp {name}"));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).expect("a folder for the test");
        for (file, text) in [
            ("paper.md", PAPER),
            ("master.bib", MASTER),
            ("other.md", "Also [@kinzer2016].\n"),
            ("refmend.toml", "master = [\"master.bib\"]\n"),
        ] {
            fs::write(folder.join(file), text).expect("a file for the test");
        }
        let mut child = Command::new(env!("CARGO_BIN_EXE_refmend"))
            .arg("lsp")
            .current_dir(&folder)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let mut editor = Self {
            input: child.stdin.take().expect("a pipe"),
            output: BufReader::new(child.stdout.take().expect("a pipe")),
            child,
            folder,
            asked: 0,
            told: Vec::new(),
        };
        let workspace = json!([{"uri": editor.uri(""), "name": "test"}]);
        let capabilities = json!({"general": {"positionEncodings": encodings}});
        editor.ask(
            "initialize",
            json!({"capabilities": capabilities, "workspaceFolders": workspace}),
        );
        editor.say("initialized", json!({}));
        editor
    }

    fn uri(&self, file: &str) -> String {
        let path = self.folder.join(file).display().to_string();
        format!("file://{}", path.replace(' ', "%20"))
    }

    fn say(&mut self, method: &str, params: Value) {
        let notification = Notification::new(method.to_owned(), params);
        let sent = Message::from(notification).write(&mut self.input);
        sent.expect("the server listens");
    }

    /// Asks and waits for the answer; what is told meanwhile is kept.
    fn ask(&mut self, method: &str, params: Value) -> Value {
        self.asked += 1;
        let id = RequestId::from(self.asked);
        let request = Request::new(id.clone(), method.to_owned(), params);
        let sent = Message::from(request).write(&mut self.input);
        sent.expect("the server listens");
        loop {
            match self.hear() {
                Message::Response(response) if response.id == id => {
                    return match response.response_result {
                        Ok(answer) => answer,
                        Err(error) => json!(error.message),
                    };
                }
                _ => {}
            }
        }
    }

    fn hear(&mut self) -> Message {
        let message = Message::read(&mut self.output).expect("the server speaks");
        let message = message.expect("the server is there");
        if let Message::Notification(told) = &message {
            let uri = told.params["uri"].as_str().unwrap_or_default().to_owned();
            let diagnostics = told.params["diagnostics"].as_array().cloned();
            self.told.push((uri, diagnostics.unwrap_or_default()));
        }
        message
    }

    /// Opens a file and waits for what is found in it.
    fn open(&mut self, file: &str, language: &str) -> Vec<String> {
        let text = fs::read_to_string(self.folder.join(file)).expect("the file is there");
        let item =
            json!({"uri": self.uri(file), "languageId": language, "version": 1, "text": text});
        self.say("textDocument/didOpen", json!({"textDocument": item}));
        self.findings(file)
    }

    /// Waits for what is found in a file: rule and place.
    fn findings(&mut self, file: &str) -> Vec<String> {
        let uri = self.uri(file);
        loop {
            self.hear();
            if let Some((_, found)) = self.told.iter().rev().find(|(told, _)| *told == uri) {
                let found = found.iter().map(|one| {
                    let rule = one["code"].as_str().unwrap_or_default();
                    format!("{rule} {}", range(&one["range"]))
                });
                let found = found.collect();
                self.told.clear();
                return found;
            }
        }
    }

    /// What a question about a position of a file needs to say.
    fn at(&self, file: &str, line: u32, character: u32) -> Value {
        json!({
            "textDocument": {"uri": self.uri(file)},
            "position": {"line": line, "character": character},
        })
    }

    /// Places of an answer: the file and the range.
    fn places(&self, answer: &Value) -> Vec<String> {
        let places = answer.as_array().cloned().unwrap_or_default();
        let folder = self.uri("");
        let shown = places.iter().map(|place| {
            let uri = place["uri"].as_str().unwrap_or_default();
            let file = uri.strip_prefix(&folder).unwrap_or(uri);
            format!("{file} {}", range(&place["range"]))
        });
        shown.collect()
    }

    fn stop(mut self) {
        self.ask("shutdown", Value::Null);
        self.say("exit", Value::Null);
        drop(self.input);
        assert!(self.child.wait().expect("it ends").success());
    }
}

/// `2:0-2:13`
fn range(range: &Value) -> String {
    let position = |end: &str| format!("{}:{}", range[end]["line"], range[end]["character"]);
    format!("{}-{}", position("start"), position("end"))
}

/// All replacements of an answer with their files: `paper.md 2:8-2:12 2010`.
fn edits(editor: &Editor, edit: &Value) -> Vec<String> {
    let changes = edit["changes"].as_object().cloned().unwrap_or_default();
    let folder = editor.uri("");
    let shown = changes.iter().flat_map(|(uri, edits)| {
        let file = uri.strip_prefix(&folder).unwrap_or(uri);
        let edits = edits.as_array().cloned().unwrap_or_default();
        let shown = edits.iter().map(|edit| {
            let text = edit["newText"].as_str().unwrap_or_default();
            format!("{file} {} {text}", range(&edit["range"]))
        });
        shown.collect::<Vec<_>>()
    });
    let mut shown: Vec<String> = shown.collect();
    shown.sort();
    shown
}

#[test]
fn findings_follow_what_is_typed() {
    let mut editor = Editor::start("findings", &["utf-16"]);
    let expected = [
        "year-mismatch 2:0-2:12",
        "wrong-connector 2:32-2:47",
        "not-in-master 10:0-10:55",
    ];
    assert_eq!(editor.open("paper.md", "markdown"), expected);
    let replace = |from: u32, to: u32, text: &str| {
        let start = json!({"line": 2, "character": from});
        let end = json!({"line": 2, "character": to});
        json!({"range": {"start": start, "end": end}, "text": text})
    };
    // The second change counts in the text that the first has made.
    let change = json!({
        "textDocument": {"uri": editor.uri("paper.md"), "version": 2},
        "contentChanges": [replace(11, 12, "0)\n"), replace(32, 47, "")],
    });
    editor.say("textDocument/didChange", change);
    assert_eq!(
        editor.findings("paper.md"),
        ["wrong-connector 3:20-3:35", "not-in-master 11:0-11:55"]
    );
    editor.stop();
}

#[test]
fn columns_may_count_bytes() {
    let mut editor = Editor::start("bytes", &["utf-16", "utf-8"]);
    let found = editor.open("paper.md", "markdown");
    assert_eq!(
        found[..2],
        ["year-mismatch 2:0-2:13", "wrong-connector 2:35-2:50"]
    );
    editor.stop();
}

#[test]
fn an_open_master_counts_before_it_is_saved() {
    let mut editor = Editor::start("master", &[]);
    let in_paper = editor.open("paper.md", "markdown");
    assert_eq!(
        in_paper.last().map(String::as_str),
        Some("not-in-master 10:0-10:55")
    );
    assert!(editor.open("master.bib", "bibtex").is_empty());
    // What rests on the opened file is read again.
    assert_eq!(editor.findings("paper.md"), in_paper);
    let entry = "@book{mueller2010, author = {Müller, A.}, title = {Seen und Flüsse}, \
                 publisher = {Springer}, location = {Berlin}, date = {2010}}\n";
    let change = json!({
        "textDocument": {"uri": editor.uri("master.bib"), "version": 2},
        "contentChanges": [{"text": format!("{MASTER}\n{entry}")}],
    });
    editor.say("textDocument/didChange", change);
    assert_eq!(editor.findings("paper.md").len(), in_paper.len() - 1);
    editor.stop();
}

#[test]
fn a_citation_leads_to_its_reference_and_entry() {
    let mut editor = Editor::start("ways", &[]);
    editor.open("paper.md", "markdown");
    let ask = |editor: &mut Editor, method: &str, line, column| {
        let mut params = editor.at("paper.md", line, column);
        params["context"] = json!({"includeDeclaration": true});
        let answer = editor.ask(method, params);
        editor.places(&answer)
    };
    let definition = "textDocument/definition";
    let references = "textDocument/references";
    assert_eq!(ask(&mut editor, definition, 2, 34), ["paper.md 8:0-8:70"]);
    assert_eq!(ask(&mut editor, definition, 8, 3), ["master.bib 0:0-8:1"]);
    assert_eq!(ask(&mut editor, definition, 4, 8), ["master.bib 10:0-14:1"]);
    assert!(ask(&mut editor, definition, 2, 24).is_empty());
    assert_eq!(
        ask(&mut editor, references, 8, 3),
        ["paper.md 2:32-2:47", "master.bib 0:0-8:1"]
    );
    assert_eq!(
        ask(&mut editor, references, 4, 8),
        [
            "paper.md 4:6-4:16",
            "master.bib 10:0-14:1",
            "other.md 0:7-0:17"
        ]
    );
    editor.stop();
}

#[test]
fn the_entry_is_shown() {
    let mut editor = Editor::start("hover", &[]);
    editor.open("paper.md", "markdown");
    let hover = |editor: &mut Editor, line, column| {
        let params = editor.at("paper.md", line, column);
        let answer = editor.ask("textDocument/hover", params);
        answer["contents"]["value"].as_str().map(str::to_owned)
    };
    let of_cite = hover(&mut editor, 2, 40).expect("a cite");
    assert!(
        of_cite.starts_with("```bibtex\n@article{doe2001,"),
        "{of_cite}"
    );
    assert!(of_cite.ends_with("master.bib\n"), "{of_cite}");
    let of_reference = hover(&mut editor, 10, 4).expect("a reference");
    assert!(of_reference.contains("@book{muller2010,"), "{of_reference}");
    assert!(of_reference.ends_with("Cited once."), "{of_reference}");
    let of_key = hover(&mut editor, 4, 10).expect("a key");
    assert!(of_key.contains("The True Flag"), "{of_key}");
    assert_eq!(hover(&mut editor, 0, 3), None);
    editor.stop();
}

#[test]
fn keys_are_shown_completed_and_changed() {
    let mut editor = Editor::start("keys", &[]);
    editor.open("paper.md", "markdown");
    let whole = json!({"start": {"line": 0, "character": 0}, "end": {"line": 99, "character": 0}});
    let params = json!({"textDocument": {"uri": editor.uri("paper.md")}, "range": whole});
    let hints = editor.ask("textDocument/inlayHint", params);
    assert_eq!(hints[0]["label"], "doe2001");
    assert_eq!(hints[0]["position"], json!({"line": 2, "character": 47}));

    let params = editor.at("paper.md", 4, 9);
    let items = editor.ask("textDocument/completion", params);
    assert_eq!(items["items"][0]["label"], "kinzer2016");
    assert_eq!(items["items"][0]["detail"], "Kinzer 2016: The True Flag");
    assert_eq!(range(&items["items"][0]["textEdit"]["range"]), "4:6-4:9");

    let mut params = editor.at("paper.md", 4, 9);
    let prepared = editor.ask("textDocument/prepareRename", params.clone());
    assert_eq!(prepared["placeholder"], "kinzer2016");
    params["newName"] = json!("flag");
    let answer = editor.ask("textDocument/rename", params.clone());
    assert_eq!(
        edits(&editor, &answer),
        [
            "master.bib 10:6-10:16 flag",
            "other.md 0:7-0:17 flag",
            "paper.md 4:6-4:16 flag"
        ]
    );
    for (bad, reason) in [
        ("a key", "`a key` cannot be a key"),
        ("doe2001", "`doe2001` is the key of another entry in"),
    ] {
        params["newName"] = json!(bad);
        let answer = editor.ask("textDocument/rename", params.clone());
        let answer = answer.as_str().unwrap_or_default();
        assert!(answer.starts_with(reason), "{answer}");
    }
    editor.stop();
}

#[test]
fn fixes_are_offered() {
    let mut editor = Editor::start("fixes", &[]);
    editor.open("paper.md", "markdown");
    let here = json!({"start": {"line": 2, "character": 35}, "end": {"line": 2, "character": 35}});
    let ask = |editor: &mut Editor, only: Value| {
        let context = json!({"diagnostics": [], "only": only});
        let file = json!({"uri": editor.uri("paper.md")});
        let params = json!({"textDocument": file, "range": here, "context": context});
        editor.ask("textDocument/codeAction", params)
    };
    let quick = ask(&mut editor, Value::Null);
    assert_eq!(quick.as_array().map(Vec::len), Some(1), "{quick}");
    assert_eq!(quick[0]["isPreferred"], true);
    assert_eq!(
        edits(&editor, &quick[0]["edit"]),
        ["paper.md 2:36-2:37 and"]
    );
    let all = ask(&mut editor, json!(["source.fixAll"]));
    assert_eq!(all.as_array().map(Vec::len), Some(1), "{all}");
    assert_eq!(edits(&editor, &all[0]["edit"]), ["paper.md 2:36-2:37 and"]);
    editor.stop();
}

#[test]
fn a_broken_configuration_is_told_and_an_unknown_question_refused() {
    let mut editor = Editor::start("broken", &[]);
    fs::write(editor.folder.join("refmend.toml"), "mastr = []\n").expect("a file");
    let text = json!({"uri": editor.uri("paper.md"), "languageId": "markdown", "version": 1, "text": PAPER});
    editor.say("textDocument/didOpen", json!({"textDocument": text}));
    let Message::Notification(told) = editor.hear() else {
        panic!("a message is expected");
    };
    assert_eq!(told.method, "window/showMessage");
    let message = told.params["message"].as_str().unwrap_or_default();
    assert!(message.contains("mastr"), "{message}");
    assert_eq!(
        editor.ask("refmend/unheardOf", Value::Null),
        "refmend/unheardOf"
    );
    editor.stop();
}

/// A thesis whose list stands in a part of its own, and whose chapters cite from it.
const THESIS: [(&str, &str); 4] = [
    (
        "thesis/main.tex",
        "\\documentclass{book}\n\\addbibresource{keys.bib}\n\\begin{document}\n\\include{chapters/bread}\n\
         \\input{chapters/milk}\n\\input{list}\n\\end{document}\n",
    ),
    (
        "thesis/chapters/bread.tex",
        "Bread was dear (Brandt, 2011), says \\textcite{kinzer2016}.\n",
    ),
    (
        "thesis/chapters/milk.tex",
        "Milk was cheap \\autocite{kinzer2016} (Brandt, 2012).\n",
    ),
    (
        "thesis/list.tex",
        "\\section*{References}\n\nBrandt, C. (2011). \\emph{Bread lines}. Harbour Press.\n\n\
         Lind, B. (1998). \\emph{The price of milk}. Harbour Press.\n",
    ),
];

impl Editor {
    /// Puts the thesis into the folder.
    fn add_thesis(&self) {
        let chapters = self.folder.join("thesis/chapters");
        fs::create_dir_all(chapters).expect("a folder for the test");
        let keys =
            "@book{kinzer2016,\n  author = {Kinzer, Stephen},\n  title = {The True Flag},\n}\n";
        for (file, text) in THESIS.into_iter().chain([("thesis/keys.bib", keys)]) {
            fs::write(self.folder.join(file), text).expect("a file for the test");
        }
        fs::write(self.folder.join("refmend.toml"), "").expect("a file for the test");
    }

    /// Gives an open file another text.
    fn change(&mut self, file: &str, text: &str) {
        let change = json!({
            "textDocument": {"uri": self.uri(file), "version": 2},
            "contentChanges": [{"text": text}],
        });
        self.say("textDocument/didChange", change);
    }
}

#[test]
fn parts_are_seen_within_their_main_file() {
    let mut editor = Editor::start("parts", &[]);
    editor.add_thesis();
    let [_, bread, milk, list] = THESIS.map(|(file, _)| file);
    assert!(editor.open(bread, "latex").is_empty());
    assert_eq!(editor.open(milk, "latex"), ["year-mismatch 0:38-0:50"]);
    let never_cited = ["uncited-reference 4:0-4:57"];
    assert_eq!(editor.open(list, "latex"), never_cited);
    // What one part changes is told of the others, though nothing is saved.
    editor.change(milk, "Milk was cheap (Lind, 1998; Quist, 2000).\n");
    assert_eq!(editor.findings(list), Vec::<String>::new());
    editor.change(
        list,
        "\\section*{References}\n\nBrandt, C. (2010). Bread lines. Harbour Press.\n",
    );
    assert_eq!(editor.findings(bread), ["year-mismatch 0:16-0:28"]);
    // A part that nobody takes in any more is a paper by itself.
    assert_eq!(
        editor.open("thesis/main.tex", "latex"),
        Vec::<String>::new()
    );
    editor.change("thesis/main.tex", "\\input{chapters/milk}\n\\input{list}\n");
    assert_eq!(editor.findings(bread), ["missing-list 0:15-0:29"]);
    editor.stop();
}

#[test]
fn the_ways_lead_from_part_to_part() {
    let mut editor = Editor::start("part ways", &[]);
    editor.add_thesis();
    let [_, bread, milk, list] = THESIS.map(|(file, _)| file);
    editor.open(bread, "latex");
    editor.open(list, "latex");
    let ask = |editor: &mut Editor, method: &str, file, line, column| {
        let mut params = editor.at(file, line, column);
        params["context"] = json!({"includeDeclaration": true});
        editor.ask(method, params)
    };
    let found = ask(&mut editor, "textDocument/definition", bread, 0, 18);
    assert_eq!(editor.places(&found), [format!("{list} 2:0-2:53")]);
    let found = ask(&mut editor, "textDocument/references", list, 2, 5);
    let expected = [format!("{bread} 0:16-0:28"), format!("{milk} 0:38-0:50")];
    assert_eq!(editor.places(&found), expected);
    let found = ask(&mut editor, "textDocument/references", bread, 0, 50);
    let found = editor.places(&found);
    for place in [
        format!("{bread} 0:46-0:56"),
        format!("{milk} 0:25-0:35"),
        "thesis/keys.bib 0:0-3:1".to_owned(),
    ] {
        let times = found.iter().filter(|found| **found == place).count();
        assert_eq!(times, 1, "{found:?}");
    }
    let hover = ask(&mut editor, "textDocument/hover", bread, 0, 18);
    let text = hover["contents"]["value"].as_str().unwrap_or_default();
    assert!(text.contains("title = {Bread lines}"), "{text}");
    let params = editor.at(bread, 0, 48);
    let items = editor.ask("textDocument/completion", params);
    assert_eq!(items["items"][0]["label"], "kinzer2016", "{items}");
    let mut params = editor.at(bread, 0, 50);
    params["newName"] = json!("flag");
    let answer = editor.ask("textDocument/rename", params);
    let edits = edits(&editor, &answer);
    for part in [
        format!("{bread} 0:46-0:56 flag"),
        format!("{milk} 0:25-0:35 flag"),
        "thesis/keys.bib 0:6-0:16 flag".to_owned(),
    ] {
        assert!(edits.contains(&part), "{edits:?}");
    }
    editor.stop();
}
