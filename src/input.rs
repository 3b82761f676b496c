//! Paths, folders and stdin to files in memory; the kind of a file is chosen in one place.

use std::{
    fs,
    io::{self, Read},
    path::{Path, PathBuf},
};

use crate::{
    config::FILE_NAMES,
    document::{
        Document, Encoding, Format, NotText, PackageError, PdfError, decode, is_of_word_processor,
    },
};

/// Offsets and lines are counted in 32 bits at the edge; a larger file is refused.
const MAX_BYTES: u64 = u32::MAX as u64 / 2;

/// The formats of papers that are looked for below folders. HTML and PDF are mostly made from something else that is there as well.
const FOUND_IN_FOLDERS: [Option<Format>; 6] = [
    Some(Format::Plain),
    Some(Format::Markdown),
    Some(Format::Latex),
    Some(Format::Typst),
    Some(Format::Docx),
    Some(Format::Odt),
];
/// What the names of the files begin with that Word keeps beside an open document.
const OWNER_FILE: &str = "~$";

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

/// A file or folder that cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum InputError {
    /// The operating system says no.
    #[error("cannot read {path}: {reason}")]
    Io {
        /// The path as given.
        path: String,
        /// What the system said.
        reason: String,
    },
    /// A folder stands where a file should.
    #[error("{path} is a folder")]
    Folder {
        /// The path as given.
        path: String,
    },
    /// The file is not text.
    #[error("{path} is a binary file: {not_text}")]
    NotText {
        /// The path as given.
        path: String,
        /// Where that shows.
        not_text: NotText,
    },
    /// The file is a PDF, or should be one by its name, and cannot be read.
    #[error("cannot read {path}: {reason}")]
    Pdf {
        /// The path as given.
        path: String,
        /// What is wrong with it.
        reason: PdfError,
    },
    /// The file is one of a word processor, or should be one by its name, and cannot be read.
    #[error("cannot read {path}: {reason}")]
    Package {
        /// The path as given.
        path: String,
        /// What is wrong with it.
        reason: PackageError,
    },
    /// The file is too large to count its lines in.
    #[error("{path} is larger than 2 GiB")]
    TooLarge {
        /// The path as given.
        path: String,
    },
}

impl InputError {
    /// What the user can do about it.
    pub fn hint(&self) -> Option<&'static str> {
        match self {
            Self::Pdf { reason, .. } => Some(reason.hint()),
            Self::NotText { .. } => Some(
                "refmend reads plain text, Markdown, LaTeX, Typst, HTML, Word (.docx), OpenDocument (.odt), PDF and .bib files",
            ),
            Self::Package { reason, .. } => Some(reason.hint()),
            Self::TooLarge { .. } => Some("split it"),
            Self::Folder { .. } => Some("name a file in it"),
            Self::Io { .. } => None,
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
        if path.is_dir() {
            read_folder(path, format, &mut inputs, &mut errors);
        } else {
            match read(path, format) {
                Ok(input) => inputs.push(input),
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
    let (path, bytes) = if name == "-" {
        let mut bytes = Vec::new();
        let read = io::stdin()
            .lock()
            .take(MAX_BYTES + 1)
            .read_to_end(&mut bytes);
        read.map_err(|error| io_error("<stdin>", &error))?;
        (None, bytes)
    } else {
        if path.is_dir() {
            return Err(InputError::Folder { path: name });
        }
        let size = fs::metadata(path)
            .map_err(|error| io_error(&name, &error))?
            .len();
        if size > MAX_BYTES {
            return Err(InputError::TooLarge { path: name });
        }
        (
            Some(path.to_owned()),
            fs::read(path).map_err(|error| io_error(&name, &error))?,
        )
    };
    let kind = path.as_deref().map_or(Kind::Paper, Kind::of);
    let explicit = format.filter(|_| kind == Kind::Paper);
    let extension = path.as_deref().and_then(extension);
    let format = Format::choose(explicit, extension, &bytes);
    let is_package = matches!(format, Format::Docx | Format::Odt);
    let package = if kind == Kind::Paper && is_pdf(format, &bytes) {
        let document = Document::read_pdf(&bytes);
        Some(document.map_err(|reason| InputError::Pdf {
            path: name.clone(),
            reason,
        })?)
    } else if is_package || is_of_word_processor(&bytes) {
        let document = Document::read_package(bytes.clone());
        Some(document.map_err(|reason| InputError::Package {
            path: name.clone(),
            reason,
        })?)
    } else {
        None
    };
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

/// Reads the papers and .bib files below a folder.
fn read_folder(
    folder: &Path,
    format: Option<Format>,
    inputs: &mut Vec<Input>,
    errors: &mut Vec<InputError>,
) {
    for found in ignore::WalkBuilder::new(folder)
        .sort_by_file_name(Ord::cmp)
        .build()
    {
        match found {
            Ok(entry)
                if entry.file_type().is_some_and(|kind| kind.is_file())
                    && is_ours(entry.path()) =>
            {
                // `papers/a.txt` rather than `./papers/a.txt`.
                let path = entry.path();
                match read(path.strip_prefix(".").unwrap_or(path), format) {
                    Ok(input) => inputs.push(Input {
                        named: false,
                        ..input
                    }),
                    Err(error) => errors.push(error),
                }
            }
            Ok(_) => {}
            Err(error) => errors.push(InputError::Io {
                path: folder.display().to_string(),
                reason: error.to_string(),
            }),
        }
    }
}

/// The paths of the papers below folders, down to a depth, in the order of their names: what [`read_all`] would read.
pub fn papers_below(folders: &[PathBuf], depth: Option<usize>) -> Vec<PathBuf> {
    let walks = folders.iter().flat_map(|folder| {
        ignore::WalkBuilder::new(folder)
            .max_depth(depth)
            .sort_by_file_name(Ord::cmp)
            .build()
    });
    let files = walks.flatten().filter(|entry| {
        let is_file = entry.file_type().is_some_and(|kind| kind.is_file());
        is_file && is_ours(entry.path()) && Kind::of(entry.path()) == Kind::Paper
    });
    files.map(ignore::DirEntry::into_path).collect()
}

/// Whether a file below a folder is one to look at.
fn is_ours(path: &Path) -> bool {
    let name = path.file_name().and_then(|name| name.to_str());
    if name.is_some_and(|name| name.starts_with(OWNER_FILE)) {
        return false;
    }
    has_extension(path, "bib")
        || extension(path)
            .is_some_and(|name| FOUND_IN_FOLDERS.contains(&Format::of_extension(name)))
}

fn has_extension(path: &Path, name: &str) -> bool {
    extension(path).is_some_and(|found| found.eq_ignore_ascii_case(name))
}

fn extension(path: &Path) -> Option<&str> {
    path.extension()?.to_str()
}

/// An error of the system in few words.
fn io_error(path: &str, error: &io::Error) -> InputError {
    let reason = match error.kind() {
        io::ErrorKind::NotFound => "no such file or folder".to_owned(),
        io::ErrorKind::PermissionDenied => "permission denied".to_owned(),
        _ => error.to_string(),
    };
    InputError::Io {
        path: path.to_owned(),
        reason,
    }
}

/// The configuration file that holds for a path: the nearest upward from its folder, not beyond the root of its git repository.
pub fn nearest_config(path: &Path) -> Option<PathBuf> {
    let path = std::path::absolute(path).ok()?;
    let start = if path.is_dir() {
        path.as_path()
    } else {
        path.parent()?
    };
    for folder in start.ancestors() {
        let candidates = FILE_NAMES.map(|name| folder.join(name));
        if let Some(found) = candidates.into_iter().find(|file| file.is_file()) {
            return Some(found);
        }
        // A file in worktrees and submodules, else a folder.
        if folder.join(".git").exists() {
            break;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::testing;

    #[test]
    fn the_nearest_configuration_counts_up_to_the_git_root() -> io::Result<()> {
        let folder = tempfile::tempdir()?;
        let at = |name: &str| folder.path().join(name);
        fs::create_dir_all(at("repo/.git"))?;
        fs::create_dir_all(at("repo/papers/old"))?;
        fs::write(at("refmend.toml"), "")?;
        assert_eq!(nearest_config(&at("repo/papers/a.txt")), None);
        fs::write(at("repo/.refmend.toml"), "")?;
        assert_eq!(
            nearest_config(&at("repo/papers/a.txt")),
            Some(at("repo/.refmend.toml"))
        );
        fs::write(at("repo/papers/.refmend.toml"), "")?;
        fs::write(at("repo/papers/refmend.toml"), "")?;
        let nearest = Some(at("repo/papers/refmend.toml"));
        assert_eq!(nearest_config(&at("repo/papers/old")), nearest);
        assert_eq!(nearest_config(&at("repo/papers/a.txt")), nearest);
        Ok(())
    }

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
