//! OpenDocument texts (ISO/IEC 26300, `.odt`): the text of body, notes and text boxes as one view, and edits written back.

mod element;
mod italics;
mod live;
mod properties;
mod reader;
mod style;
#[cfg(test)]
mod tests;
mod track;
mod write;

pub(super) use self::properties::with_properties;
use self::reader::{TextRun, read_content};
use super::{
    flow::{Flow, flow},
    package::{OtherFile, Package, PackageError},
};

/// The part that holds the text.
const CONTENT: &str = "content.xml";
const MIME_TYPE: &str = "application/vnd.oasis.opendocument.";
/// The namespaces of the text.
pub(super) const OPEN_DOCUMENT: &[(&str, &str)] = &[
    ("urn:oasis:names:tc:opendocument:xmlns:office:1.0", "office"),
    ("urn:oasis:names:tc:opendocument:xmlns:text:1.0", "text"),
    ("urn:oasis:names:tc:opendocument:xmlns:style:1.0", "style"),
    ("urn:oasis:names:tc:opendocument:xmlns:table:1.0", "table"),
    ("urn:oasis:names:tc:opendocument:xmlns:drawing:1.0", "draw"),
    (
        "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
        "svg",
    ),
];

/// An OpenDocument text, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct OpenText {
    /// The XML of the text.
    content: String,
    /// The view.
    pub(super) flow: Flow<TextRun>,
}

/// Whether a package is one of OpenDocument.
pub(super) fn is_one(package: &Package) -> bool {
    let is_named = || {
        let kind = package.has("mimetype").then(|| package.part("mimetype"));
        kind.is_some_and(|kind| kind.is_ok_and(|kind| kind.starts_with(MIME_TYPE)))
    };
    package.has(CONTENT) || is_named()
}

/// Reads an OpenDocument text.
///
/// # Errors
/// When it is that of another program, needs a password, is damaged, or exceeds the bounds of a package.
pub(super) fn read(package: &Package) -> Result<OpenText, PackageError> {
    if let Some(what) = other_program(package)? {
        return Err(PackageError::NotADocument { what });
    }
    if is_encrypted(package)? {
        return Err(PackageError::PasswordProtected);
    }
    let content = package.part(CONTENT)?;
    let (paragraphs, runs) = read_content(CONTENT, &content)?;
    Ok(OpenText {
        flow: flow(paragraphs, runs),
        content,
    })
}

/// What a package is that holds no text, by its media type.
fn other_program(package: &Package) -> Result<Option<OtherFile>, PackageError> {
    if !package.has("mimetype") {
        return Ok(None);
    }
    let mime_type = package.part("mimetype")?;
    let kind = mime_type.trim().strip_prefix(MIME_TYPE).unwrap_or_default();
    let what = match kind {
        _ if kind.starts_with("text") => return Ok(None),
        _ if kind.starts_with("spreadsheet") => "an OpenDocument spreadsheet",
        _ if kind.starts_with("presentation") => "an OpenDocument presentation",
        _ => "an OpenDocument file of another kind",
    };
    Ok(Some(OtherFile::Office(what)))
}

/// Whether the manifest says of some part how it is encrypted.
fn is_encrypted(package: &Package) -> Result<bool, PackageError> {
    const MANIFEST: &str = "META-INF/manifest.xml";
    Ok(package.has(MANIFEST) && package.part(MANIFEST)?.contains(":encryption-data"))
}
