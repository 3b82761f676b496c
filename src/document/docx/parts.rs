//! The parts of a Word document that hold text, found by their relations (ECMA-376 part 2, 9.3).

use crate::document::package::{Markup, OtherFile, Package, PackageError, Scanner};

/// The namespace of relations, which is the same in both forms of the standard.
pub(super) const RELATIONS: &[(&str, &str)] = &[(
    "http://schemas.openxmlformats.org/package/2006/relationships",
    "r",
)];

/// Names of parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Parts {
    /// The text itself.
    pub(super) main: String,
    /// Footnotes and endnotes.
    pub(super) notes: Vec<String>,
    /// The styles.
    pub(super) styles: Option<String>,
}

impl Parts {
    /// Finds the parts.
    ///
    /// # Errors
    /// When the package has no text, or is that of another program.
    pub(super) fn find(package: &Package) -> Result<Self, PackageError> {
        let main = related(package, "")?
            .into_iter()
            .find(|(kind, _)| kind == "officeDocument")
            .map_or_else(|| "word/document.xml".to_owned(), |(_, target)| target);
        if let Some(what) = other_program(&main) {
            return Err(PackageError::NotADocument { what });
        }
        if !package.has(&main) {
            let is_document = package.has("[Content_Types].xml") || package.has("_rels/.rels");
            return Err(if is_document {
                PackageError::MissingPart { part: main }
            } else {
                PackageError::NotADocument {
                    what: zip(package)?,
                }
            });
        }
        let related = related(package, &main)?;
        let targets = |wanted: &[&str]| -> Vec<String> {
            let of_kind = related
                .iter()
                .filter(|(kind, target)| wanted.contains(&kind.as_str()) && package.has(target));
            of_kind.map(|(_, target)| target.clone()).collect()
        };
        Ok(Self {
            notes: targets(&["footnotes", "endnotes"]),
            styles: targets(&["styles"]).pop(),
            main,
        })
    }
}

/// The relations of a part, or for the empty name those of the package: the last word of their types, and their targets.
pub(super) fn related(
    package: &Package,
    part: &str,
) -> Result<Vec<(String, String)>, PackageError> {
    let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
    let slash = if folder.is_empty() { "" } else { "/" };
    let name = format!("{folder}{slash}_rels/{file}.rels");
    if !package.has(&name) {
        return Ok(Vec::new());
    }
    let text = package.part(&name)?;
    let mut scanner = Scanner::new(&name, &text, RELATIONS);
    let mut related = Vec::new();
    while let Some(markup) = scanner.next()? {
        if let Markup::Open(element) = markup
            && let (Some(kind), Some(target)) =
                (element.attribute("Type"), element.attribute("Target"))
        {
            let kind = kind.rsplit('/').next().unwrap_or_default();
            related.push((kind.to_owned(), resolve(folder, target)));
        }
    }
    Ok(related)
}

/// The name of the part that a relation of a part in `folder` points to.
fn resolve(folder: &str, target: &str) -> String {
    let path = match target.strip_prefix('/') {
        Some(absolute) => absolute.to_owned(),
        None => format!("{folder}/{target}"),
    };
    let mut names: Vec<&str> = Vec::new();
    for name in path.split('/') {
        match name {
            "" | "." => {}
            ".." => {
                names.pop();
            }
            _ => names.push(name),
        }
    }
    names.join("/")
}

/// What a package is whose main part is that of another program.
fn other_program(main: &str) -> Option<OtherFile> {
    let what = match main.split('/').next()? {
        "xl" => "an Excel workbook",
        "ppt" => "a PowerPoint presentation",
        "visio" => "a Visio drawing",
        _ => return None,
    };
    Some(OtherFile::Office(what))
}

/// What a zip file is in which no document was found.
fn zip(package: &Package) -> Result<OtherFile, PackageError> {
    let is_book =
        package.has("mimetype") && package.part("mimetype")?.trim() == "application/epub+zip";
    Ok(if is_book {
        OtherFile::Epub
    } else {
        OtherFile::Zip
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::package::testing;

    #[test]
    fn zip_files_of_others_are_told() {
        let what = |members: &[(&str, &str)]| {
            let bytes = testing::zip(members);
            let package = Package::open(&bytes).expect("the zip file is sound");
            let error = Parts::find(&package).expect_err("it holds no document");
            let hint = error.hint();
            format!("{error}; {hint}")
        };
        insta::assert_debug_snapshot!(
            [
                what(&[("mimetype", "application/epub+zip"), ("a.xhtml", "<p/>")]),
                what(&[("paper.docx", "PK"), ("other.docx", "PK")]),
            ],
            @r#"
            [
                "it is an EPUB book, not a Word or OpenDocument text; name the document that it was made from",
                "it is a zip file, not a Word or OpenDocument text; unpack it, and name the document that is in it",
            ]
            "#
        );
    }

    #[test]
    fn targets_are_paths() {
        let check = |folder, target, expected: &str| assert_eq!(resolve(folder, target), expected);
        check("word", "footnotes.xml", "word/footnotes.xml");
        check("word", "/word/styles.xml", "word/styles.xml");
        check("word", "../notes/./a.xml", "notes/a.xml");
        check("", "word/document.xml", "word/document.xml");
        check("", "../../a", "a");
    }
}
