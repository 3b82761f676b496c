//! Files that are none of Word or OpenDocument, told apart so that their author knows what to do.

use std::fmt;

/// How far into a file the root element of its XML is looked for.
const HEAD: usize = 4096;

/// What a file is that holds no text that is read here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OtherFile {
    /// Nothing at all.
    Empty,
    /// A zip file without a member.
    EmptyZip,
    /// Files packed together.
    Zip,
    /// A book for reading devices.
    Epub,
    /// Rich text.
    RichText,
    /// An OpenDocument text that is not packed.
    FlatOpenDocument,
    /// A web page, or another file of XML.
    Web,
    /// A PDF.
    Pdf,
    /// A file of another office program, by what it is called.
    Office(&'static str),
    /// Something else, such as plain text.
    Unknown,
}

impl OtherFile {
    /// What the first bytes of a file say that is no zip file.
    pub(super) fn of(bytes: &[u8]) -> Self {
        match bytes {
            [] => Self::Empty,
            [b'P', b'K', 5, 6, ..] => Self::EmptyZip,
            [b'%', b'P', b'D', b'F', ..] => Self::Pdf,
            _ if is_rich_text(bytes) => Self::RichText,
            _ if is_flat(bytes) => Self::FlatOpenDocument,
            [b'<', ..] | [0xef, 0xbb, 0xbf, b'<', ..] => Self::Web,
            _ => Self::Unknown,
        }
    }

    /// What a compound file holds ([MS-CFB], names in UTF-16) that is no Word document.
    pub(super) fn of_compound(bytes: &[u8]) -> Option<Self> {
        let name = |name: &str| has_stream(bytes, name);
        match () {
            () if name("WordDocument") => None,
            () if name("Workbook") => Some(Self::Office("an old Excel workbook (.xls)")),
            () if name("PowerPoint Document") => {
                Some(Self::Office("an old PowerPoint presentation (.ppt)"))
            }
            () => None,
        }
    }

    /// What the user can do about it.
    pub(super) fn hint(self) -> &'static str {
        match self {
            Self::RichText | Self::FlatOpenDocument => {
                "open it in Word or LibreOffice and save it as .docx or .odt"
            }
            Self::Web => "if it is a web page, give it the ending .html",
            Self::Unknown => {
                "if it is a text, give it the ending .txt, or say how it is written with --input-format"
            }
            Self::Zip => "unpack it, and name the document that is in it",
            Self::Epub => "name the document that it was made from",
            Self::Empty | Self::EmptyZip | Self::Pdf | Self::Office(_) => {
                "name the document itself"
            }
        }
    }
}

impl fmt::Display for OtherFile {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Empty => "an empty file",
            Self::EmptyZip => "an empty zip file",
            Self::Zip => "a zip file",
            Self::Epub => "an EPUB book",
            Self::RichText => "a rich text file (.rtf)",
            Self::FlatOpenDocument => "a flat OpenDocument file (.fodt)",
            Self::Web => "a web page or an XML file",
            Self::Pdf => "a PDF",
            Self::Office(what) => what,
            Self::Unknown => "another kind of file",
        })
    }
}

/// Whether a file, whatever its name, can be one of a word processor only: a zip file, a compound file, rich text, flat OpenDocument.
/// Of these, zip files alone are read; the error for the others says what to do.
pub fn is_of_word_processor(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || is_compound(bytes) || is_rich_text(bytes) || is_flat(bytes)
}

/// Whether a file is of the kind that Word wrote before 2007.
pub(super) fn is_compound(bytes: &[u8]) -> bool {
    bytes.starts_with(b"\xd0\xcf\x11\xe0")
}

/// Whether a compound file has a stream of that name.
pub(super) fn has_stream(bytes: &[u8], name: &str) -> bool {
    let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    memchr::memmem::find(bytes, &name).is_some()
}

fn is_rich_text(bytes: &[u8]) -> bool {
    bytes.starts_with(b"{\\rtf")
}

fn is_flat(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let head = &bytes[..bytes.len().min(HEAD)];
    head.starts_with(b"<") && memchr::memmem::find(head, b"<office:document ").is_some()
}
