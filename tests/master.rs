//! A large master from outside: what the program says must not depend on what it has kept between runs.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

/// A folder with a paper and a master that is large enough for an index.
struct Bench {
    folder: tempfile::TempDir,
}

/// Words that titles are made of, so that each comes in many.
const WORDS: [&str; 12] = [
    "lakes", "rivers", "bread", "grain", "winter", "northern", "prices", "history", "maps",
    "light", "stones", "letters",
];

/// The title and the author of a made-up work.
fn work(number: usize) -> (String, String) {
    let word = |step: usize| WORDS[number / step % WORDS.len()];
    let title = format!(
        "On {} and {} of the {} {number}",
        word(1),
        word(12),
        word(144)
    );
    let letter = char::from(b'a' + (number % 23) as u8);
    (title, format!("Holm{letter}"))
}

impl Bench {
    fn new() -> Self {
        let bench = Self {
            folder: tempfile::tempdir().expect("a folder can be made"),
        };
        let mut master = "@string{hp = \"Harbour Press\"}\n".to_owned();
        let abstract_ = WORDS.join(" ").repeat(11);
        for number in 0..2_500 {
            let (title, author) = work(number);
            let year = 1950 + number % 70;
            master.push_str(&format!(
                "@book{{key{number},\n  author = {{{author}, Änn}},\n  title = {{{title}}},\n  \
                 publisher = hp,\n  year = {year},\n  abstract = {{{abstract_}}},\n}}\n\n"
            ));
        }
        assert!(master.len() > 2 << 20, "it is large");
        bench.write("master.bib", &master);
        let mut paper =
            "Holmh (1957) and Holmn (1999) say so [@key5; @key99999].\n\nReferences\n\n".to_owned();
        for number in [7, 105, 1_500, 2_499] {
            let (title, author) = work(number);
            let year = 1950 + number % 70 + number % 2;
            paper.push_str(&format!(
                "{author}, A. ({year}). {title}. Harbour Press.\n\n"
            ));
        }
        paper.push_str("Lund, E. (2001). Not in there. Mill.\n");
        bench.write("paper.md", &paper);
        let (title, author) = work(200);
        bench.write(
            "own.bib",
            &format!(
                "@book{{mine, author = {{{author}, A.}}, title = {{{title}}}, year = 1999}}\n\
                 @book{{other, author = {{Lund, E.}}, title = {{Not in There}}, crossref = {{mine}}}}\n"
            ),
        );
        bench
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.path(name), text).expect("the file can be written");
    }

    /// Runs the program in the folder with a cache of its own.
    fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_refmend"));
        command
            .args(args)
            .current_dir(&self.folder)
            .env("XDG_CACHE_HOME", self.path("cache"))
            .env_remove("REFMEND_NO_CACHE");
        command
    }

    fn run(&self, args: &[&str]) -> String {
        shown(&self.command(args).output().expect("the program runs"))
    }

    /// What is kept.
    fn kept(&self) -> Vec<PathBuf> {
        let folder = fs::read_dir(self.path("cache/refmend"));
        let files = folder.into_iter().flatten();
        files
            .map(|file| file.expect("it is there").path())
            .collect()
    }
}

fn shown(output: &Output) -> String {
    assert!(
        output.status.code().is_some_and(|code| code < 2),
        "{output:?}"
    );
    String::from_utf8(output.stdout.clone()).expect("the output is text")
}

const CHECK: [&str; 4] = ["check", "paper.md", "--bib", "master.bib"];

#[test]
fn the_same_with_and_without_what_is_kept() {
    let bench = Bench::new();
    for args in [
        &["check", "paper.md", "--bib", "master.bib"][..],
        &[
            "check",
            "paper.md",
            "--bib",
            "master.bib",
            "--output-format",
            "json",
        ],
        &[
            "check",
            "paper.md",
            "--bib",
            "master.bib",
            "--output-format",
            "concise",
        ],
        &["diff", "paper.md", "--bib", "master.bib"],
        &["diff", "own.bib", "--bib", "master.bib"],
        &["dump", "paper.md", "--bib", "master.bib"],
        &["extract", "paper.md", "--bib", "master.bib"],
        &["cite", "paper.md", "--bib", "master.bib"],
    ] {
        let without = bench.run(&[args, &["--no-cache"]].concat());
        let first = bench.run(args);
        let again = bench.run(args);
        assert!(without.len() > 150, "{without}");
        assert_eq!(without, first);
        assert_eq!(first, again);
        // Blocks that share a line have the master read whole.
        let master = fs::read_to_string(bench.path("master.bib")).expect("it is there");
        bench.write(
            "master.bib",
            &format!("{master}@comment{{a}} @comment{{b}}\n"),
        );
        assert_eq!(bench.run(args), without, "{args:?}");
        bench.write("master.bib", &master);
    }
    assert_eq!(bench.kept().len(), 1);
}

#[test]
fn nothing_is_kept_where_nobody_wants_it() {
    let bench = Bench::new();
    bench.run(&[&CHECK[..], &["--no-cache"]].concat());
    let mut command = bench.command(&CHECK);
    shown(
        &command
            .env("REFMEND_NO_CACHE", "1")
            .output()
            .expect("it runs"),
    );
    assert!(bench.kept().is_empty());
    // A folder that cannot be made is no error.
    bench.write("cache", "a file");
    assert!(bench.run(&CHECK).contains("not-in-master"));
}

#[test]
fn what_is_kept_can_be_seen_and_deleted() {
    let bench = Bench::new();
    let folder = bench.path("cache/refmend");
    assert_eq!(bench.run(&["cache"]).trim(), folder.to_string_lossy());
    bench.run(&CHECK);
    bench.write("cache/refmend/other.txt", "not ours");
    assert_eq!(bench.kept().len(), 2);
    bench.run(&["cache", "--clear"]);
    assert_eq!(bench.kept(), [folder.join("other.txt")]);
}

#[test]
fn a_changed_master_is_never_taken_for_the_old_one() {
    let bench = Bench::new();
    let before = bench.run(&CHECK);
    assert!(!before.contains("Granary Books"));
    let master = fs::read_to_string(bench.path("master.bib")).expect("it is there");
    let changed = master.replace("Harbour Press", "Granary Books");
    let times = fs::metadata(bench.path("master.bib")).and_then(|file| file.modified());
    // The same size and, as `touch -r` can have it, the same time.
    bench.write("master.bib", &changed);
    let file = fs::File::options()
        .write(true)
        .open(bench.path("master.bib"));
    let file = file.expect("it can be written");
    file.set_modified(times.expect("it has a time"))
        .expect("it can be set");
    assert!(bench.run(&CHECK).contains("Granary Books"));
    assert!(bench.run(&CHECK).contains("Granary Books"));
    bench.write("master.bib", &master);
    assert_eq!(bench.run(&CHECK), before);
}

#[test]
fn what_is_kept_may_be_damaged() {
    let bench = Bench::new();
    let before = bench.run(&CHECK);
    let [index] = &bench.kept()[..] else {
        panic!("one index is kept");
    };
    let sound = fs::read(index).expect("it can be read");
    let flip = |at: usize| {
        let mut bytes = sound.clone();
        bytes[at] ^= 0xff;
        bytes
    };
    let middle = sound.len() / 2;
    let cases = [
        Vec::new(),
        sound[..middle].to_vec(),
        flip(9),
        flip(40),
        flip(middle),
    ];
    for bytes in cases
        .into_iter()
        .chain((1..5).map(|page| flip(page * sound.len() / 5)))
    {
        fs::write(index, bytes).expect("it can be written");
        assert_eq!(bench.run(&CHECK), before);
    }
}

#[test]
fn several_processes_share_what_is_kept() {
    let bench = Bench::new();
    let expected = bench.run(&[&CHECK[..], &["--no-cache"]].concat());
    let run = || {
        for _ in 0..3 {
            assert_eq!(bench.run(&CHECK), expected);
            for index in bench.kept() {
                damage(&index);
            }
        }
    };
    std::thread::scope(|scope| {
        for _ in 0..3 {
            scope.spawn(run);
        }
    });
}

/// Replaces an index by half of it, as a full disk might.
fn damage(index: &Path) {
    // Another process may be replacing it at the same time.
    let Ok(bytes) = fs::read(index) else { return };
    let other = index.with_extension("half");
    if fs::write(&other, &bytes[..bytes.len() / 2]).is_ok() {
        fs::rename(&other, index).ok();
    }
}
