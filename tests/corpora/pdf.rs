//! Papers printed to PDF: what is read of them must be what is read of their plain text.
//!
//! Needs pandoc 3 and LibreOffice, which print the papers.

use std::{path::Path, process::Command};

use super::{
    formats::{Found, common, folders, made, read},
    share, shared,
};

/// Of the references and links of the plain texts, how many must be found in the PDFs.
const LEAST_FOUND: [f64; 2] = [0.98, 0.98];

/// Prints all Word files of a folder; whether that was done.
fn is_printed(folder: &Path) -> bool {
    let user = format!("-env:UserInstallation=file://{}/user", folder.display());
    let entries = std::fs::read_dir(folder).expect("the folder can be read");
    let paths = entries.map(|entry| entry.expect("the folder can be read").path());
    let words = paths.filter(|path| path.extension().is_some_and(|name| name == "docx"));
    let mut office = Command::new("soffice");
    let office = office.args(["--headless", &user, "--convert-to", "pdf", "--outdir"]);
    let printed = office.arg(folder).args(words).output();
    printed.is_ok_and(|output| output.status.success())
}

/// A text without blanks, which a line break may leave out, and with one kind of quotation mark.
fn letters(text: &str) -> String {
    let printed = text.chars().filter(|letter| !letter.is_whitespace());
    let letters = printed.map(|letter| match letter {
        '’' | '‘' => '\'',
        '“' | '”' => '"',
        letter => letter,
    });
    letters.collect::<String>().replace('…', "...")
}

#[test]
fn a_pdf_gives_what_the_plain_text_gives() {
    let Some(papers) = shared("citations/papers") else {
        return;
    };
    let Some(folder) = made(&papers).filter(|folder| is_printed(folder.path())) else {
        println!("skipped: pandoc 3 or LibreOffice is not installed");
        return;
    };
    let (mut n_found, mut n_all, mut n_seen) = ([0; 2], [0; 2], [0; 2]);
    let count = |found: &Found, what: usize| found[what].values().sum::<usize>();
    for paper in folders(&papers) {
        let name = paper.file_name().expect("it has a name").to_string_lossy();
        let plain = read(&paper.join("paper.txt"), letters);
        let printed = read(&folder.path().join(format!("{name}.pdf")), letters);
        for what in 0..2 {
            n_found[what] += common(&plain[what], &printed[what], &name);
            n_all[what] += count(&plain, what);
            n_seen[what] += count(&printed, what);
        }
    }
    let shares = [0, 1].map(|what| share(n_found[what], n_all[what]));
    let extra = [0, 1].map(|what| n_seen[what] - n_found[what]);
    println!(
        "pdf: references {:.4}, links {:.4} of {n_all:?}; {extra:?} that the plain texts have not",
        shares[0], shares[1]
    );
    assert!(shares[0] >= LEAST_FOUND[0] && shares[1] >= LEAST_FOUND[1]);
}
