//! Paths, folders and stdin to files in memory; the kind of a file is chosen in one place.

mod error;
mod folders;

use std::{
    fs,
    io::{self, Read},
    path::{Path, PathBuf},
};

pub use self::{
    error::InputError,
    folders::{nearest_config, papers_below},
};
use crate::document::{Document, Encoding, Format, decode, is_of_word_processor};

/// Offsets and lines are counted in 32 bits at the edge; a larger file is refused.
const MAX_BYTES: u64 = u32::MAX as u64 / 2;

/// What a file is read as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A text with citations and a reference list.
    Paper,
    /// A .bib file.
    Bibliography,
}

impl Kind {
    /// The kind by the extension of the path: `.bib` is a bibliography, all else a paper.
    pub fn of(path: &Path) -> Self {
        if has_extension(path, "bib") {
            Self::Bibliography
        } else {
            Self::Paper
        }
    }
}

/// A file, read and decoded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Input {
    /// Where it is; none for stdin.
    pub path: Option<PathBuf>,
    /// What it is read as.
    pub kind: Kind,
    /// How it is written, if it is a paper.
    pub format: Format,
    /// Its bytes, to tell before saving whether someone else has changed it.
    pub bytes: Vec<u8>,
    /// Its text, byte-order mark included; of a PDF and of a file of a word processor the view.
    pub text: String,
    /// The paper in it, if it is a PDF or a file of a word processor.
    package: Option<Document>,
    /// How `bytes` became `text`.
    pub encoding: Encoding,
    /// Whether the user named it, rather than a folder above it.
    pub named: bool,
}

impl Input {
    /// A file that an editor has open: its text is what counts, whatever the disk has. `format` is how a paper is written, where
    /// its name does not tell.
    pub fn opened(path: &Path, text: String, format: Option<Format>) -> Self {
        Self {
            path: Some(path.to_owned()),
            kind: Kind::of(path),
            format: Format::choose(format, extension(path), text.as_bytes()),
            bytes: text.as_bytes().to_vec(),
            text,
            package: None,
            encoding: Encoding::Utf8,
            named: true,
        }
    }

    /// The name for people: the path as given, or `<stdin>`.
    pub fn name(&self) -> String {
        self.path
            .as_ref()
            .map_or_else(|| "<stdin>".to_owned(), |path| path.display().to_string())
    }

    /// The paper in the file.
    pub fn document(&self) -> Document {
        match &self.package {
            Some(document) => document.clone(),
            None => Document::read(self.text.clone(), self.format),
        }
    }
}

/// Reads all files that the paths name: files, all papers and .bib files below folders, and stdin for `-`.
///
/// `format` is how the papers are written, where the user says so. What cannot be read costs only itself. The order is that of the paths; below a folder it is that of the names. Below folders,
/// hidden files and what .gitignore names are left out, and only texts, Markdown, LaTeX, Typst and `.bib` files are taken.
pub fn read_all(paths: &[PathBuf], format: Option<Format>) -> (Vec<Input>, Vec<InputError>) {
    let (mut inputs, mut errors) = (Vec::new(), Vec::new());
    for path in paths {
        if !path.is_dir() {
            match read(path, format) {
                Ok(input) => inputs.push(input),
                Err(error) => errors.push(error),
            }
            continue;
        }
        for found in folders::files_below(path) {
            match found.and_then(|path| read(&path, format)) {
                Ok(input) => inputs.push(Input {
                    named: false,
                    ..input
                }),
                Err(error) => errors.push(error),
            }
        }
    }
    (inputs, errors)
}

/// Reads one file, or stdin for `-`; `format` is how a paper is written, where the user says so.
///
/// # Errors
/// When it cannot be read or is not text.
pub fn read(path: &Path, format: Option<Format>) -> Result<Input, InputError> {
    let name = path.display().to_string();
    let is_stdin = name == "-";
    let bytes = if is_stdin {
        bytes_of_stdin()?
    } else {
        bytes_of(path, &name)?
    };
    let path = (!is_stdin).then(|| path.to_owned());
    let kind = path.as_deref().map_or(Kind::Paper, Kind::of);
    let explicit = format.filter(|_| kind == Kind::Paper);
    let extension = path.as_deref().and_then(extension);
    let format = Format::choose(explicit, extension, &bytes);
    let package = packed(kind, format, &bytes, &name)?;
    let (text, encoding) = match &package {
        Some(document) => (document.text.clone(), Encoding::Utf8),
        None => decode(&bytes).map_err(|not_text| InputError::NotText {
            path: name,
            not_text,
        })?,
    };
    Ok(Input {
        kind,
        format: package.as_ref().map_or(format, |document| document.format),
        path,
        bytes,
        text,
        package,
        encoding,
        named: true,
    })
}

fn bytes_of_stdin() -> Result<Vec<u8>, InputError> {
    let mut bytes = Vec::new();
    let mut stdin = io::stdin().lock().take(MAX_BYTES + 1);
    let read = stdin.read_to_end(&mut bytes);
    read.map_err(|error| InputError::of_system("<stdin>", &error))?;
    Ok(bytes)
}

fn bytes_of(path: &Path, name: &str) -> Result<Vec<u8>, InputError> {
    let of_system = |error| InputError::of_system(name, &error);
    if path.is_dir() {
        return Err(InputError::Folder {
            path: name.to_owned(),
        });
    }
    if fs::metadata(path).map_err(of_system)?.len() > MAX_BYTES {
        return Err(InputError::TooLarge {
            path: name.to_owned(),
        });
    }
    fs::read(path).map_err(of_system)
}

/// The paper in a PDF or a file of a word processor; none for text.
fn packed(
    kind: Kind,
    format: Format,
    bytes: &[u8],
    name: &str,
) -> Result<Option<Document>, InputError> {
    let path = name.to_owned();
    if kind == Kind::Paper && is_pdf(format, bytes) {
        let document = Document::read_pdf(bytes);
        return document
            .map(Some)
            .map_err(|reason| InputError::Pdf { path, reason });
    }
    let is_package = matches!(format, Format::Docx | Format::Odt);
    if is_package || is_of_word_processor(bytes) {
        let document = Document::read_package(bytes.to_vec());
        return document
            .map(Some)
            .map_err(|reason| InputError::Package { path, reason });
    }
    Ok(None)
}

/// Whether a file is to be read as a PDF: by its first bytes, or else by its name.
fn is_pdf(format: Format, bytes: &[u8]) -> bool {
    bytes.starts_with(b"%PDF-") || format == Format::Pdf
}

/// Reads one paper, whatever its name, or stdin for `-`.
///
/// # Errors
/// When it cannot be read or is not text.
pub fn read_as_paper(path: &Path, format: Option<Format>) -> Result<Input, InputError> {
    let input = read(path, format)?;
    Ok(Input {
        kind: Kind::Paper,
        ..input
    })
}

fn has_extension(path: &Path, name: &str) -> bool {
    extension(path).is_some_and(|found| found.eq_ignore_ascii_case(name))
}

fn extension(path: &Path) -> Option<&str> {
    path.extension()?.to_str()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::testing;

    #[test]
    fn a_pdf_is_told_by_its_first_bytes() -> io::Result<()> {
        let folder = tempfile::tempdir()?;
        for name in ["paper.pdf", "paper.txt"] {
            let path = folder.path().join(name);
            fs::write(&path, testing::pdf(&[&["As Doe (2001) says"]]))?;
            let text = read(&path, None).map(|input| (input.format, input.text));
            let expected = (Format::Pdf, "As Doe (2001) says\n".to_owned());
            assert_eq!(text.map_err(|error| error.to_string()), Ok(expected));
            fs::write(&path, "%PDF-1.4\nDoe (2001)")?;
            let refused = read(&path, None).map_err(|error| error.to_string());
            let message = format!("cannot read {}: it is cut short or damaged", path.display());
            assert_eq!(refused.map(|_| ()), Err(message));
        }
        Ok(())
    }

    #[test]
    fn the_user_says_how_a_paper_is_written() -> Result<(), Box<dyn std::error::Error>> {
        let folder = tempfile::tempdir()?;
        let paper = folder.path().join("a.txt");
        fs::write(&paper, "As *Doe* says")?;
        assert_eq!(read(&paper, None)?.document().text, "As *Doe* says");
        let read_as = read(&paper, Some(Format::Markdown))?;
        assert_eq!(read_as.document().text, "As Doe says");
        let bib = folder.path().join("a.bib");
        fs::write(&bib, "@book{a}")?;
        assert_eq!(read(&bib, Some(Format::Docx))?.text, "@book{a}");
        Ok(())
    }
}
