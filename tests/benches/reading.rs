//! Reading a large .bib file beside the `biblatex` crate, in one run: time and memory, each reader in a process of its own.
//!
//! `cargo run --release --example reading -- master.bib`. The peak of memory is that of Linux (`VmHWM`), the text of the file included.

use std::{env, fs, hint::black_box, process::Command, time::Instant};

use refmend::{bibtex::File, linkage::entry::Index};

/// What reads a text, with its name.
type Reader = (&'static str, fn(String));

const READERS: [Reader; 5] = [
    ("the text alone", |text| {
        black_box(text);
    }),
    ("biblatex", |text| {
        let read = biblatex::Bibliography::parse(&text);
        let n_entries = read.as_ref().map_or(0, biblatex::Bibliography::len);
        println!("{n_entries} entries");
        black_box(read.ok());
    }),
    ("refmend: entries and fields", |text| {
        let file = File::read(text);
        println!("{} entries", file.entries.len());
        black_box(file);
    }),
    ("refmend: with an index", |text| {
        let file = File::read(text);
        let index = Index::build(file.entries.len(), |idx| file.brief_outline(idx));
        println!("{} entries", file.entries.len());
        black_box((file, index));
    }),
    ("refmend: every meaning, one by one", |text| {
        let file = File::read(text);
        for idx in 0..file.entries.len() {
            black_box(file.meaning(idx));
        }
        println!("{} entries", file.entries.len());
    }),
];

fn main() {
    let args: Vec<String> = env::args().skip(1).collect();
    match args.as_slice() {
        [path] => {
            for (name, _) in READERS {
                let own = env::current_exe().expect("the program has a path");
                let output = Command::new(own).args([path, name]).output();
                let output = output.expect("it runs again");
                let said = String::from_utf8_lossy(&output.stdout);
                println!("{name:36} {}", said.lines().collect::<Vec<_>>().join(", "));
            }
        }
        [path, name] => alone(path, name),
        _ => println!("usage: reading FILE.bib"),
    }
}

/// Reads a file by one reader, and says how long that took and how much memory.
fn alone(path: &str, name: &str) {
    let text = fs::read_to_string(path).expect("the file is there and is UTF-8");
    let Some((_, read)) = READERS.iter().find(|(other, _)| *other == name) else {
        return;
    };
    let start = Instant::now();
    read(text);
    println!("{:.3} s", start.elapsed().as_secs_f64());
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    println!("{} at most", peak.unwrap_or("unknown").trim());
}
