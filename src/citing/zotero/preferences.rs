//! What Zotero keeps about a document, in properties of at most 255 characters each: `ZOTERO_PREF_1` and so on.

use super::item::identifier;
use crate::document::{Document, Format, Property};

/// The longest value of a property; Zotero cuts its own there.
const LONGEST: usize = 255;

/// Where the styles are that are known by a name.
const STYLES: &str = "http://www.zotero.org/styles/";

/// The properties; without a style, Zotero asks for one when it is first used.
pub(super) fn properties(document: &Document, style: Option<&str>) -> Vec<Property> {
    let style = match style {
        None => String::new(),
        Some(address) if address.contains("://") => address.to_owned(),
        Some(name) => format!("{STYLES}{name}"),
    };
    let style = style
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('"', "&quot;");
    let field_type = match document.format {
        Format::Odt => "ReferenceMark",
        _ => "Field",
    };
    let session = identifier(&document.text);
    let data = format!(
        "<data data-version=\"3\"><session id=\"{session}\"/><style id=\"{style}\" hasBibliography=\"1\" bibliographyStyleHasBeenSet=\"0\"/>\
         <prefs><pref name=\"fieldType\" value=\"{field_type}\"/></prefs></data>"
    );
    let characters: Vec<char> = data.chars().collect();
    let values = characters.chunks(LONGEST).zip(1..);
    values
        .map(|(value, number)| Property {
            name: format!("ZOTERO_PREF_{number}"),
            value: value.iter().collect(),
        })
        .collect()
}
