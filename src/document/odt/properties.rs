//! Properties that programs put into an OpenDocument text (ISO/IEC 26300 part 1, 4.3.3): `meta.xml`.

use crate::document::{
    live::Property,
    package::{Package, PackageError, Tree, escape},
};

const PART: &str = "meta.xml";
const NAMESPACE: &str = "urn:oasis:names:tc:opendocument:xmlns:meta:1.0";
const KNOWN: &[(&str, &str)] = &[
    ("urn:oasis:names:tc:opendocument:xmlns:office:1.0", "office"),
    (NAMESPACE, "meta"),
];

/// The part that changes when a text gets these properties; none if it has the first of them already, or says nothing of itself.
///
/// # Errors
/// When the part is damaged.
pub(in crate::document) fn with_properties(
    package: &Package,
    properties: &[Property],
) -> Result<Vec<(String, String)>, PackageError> {
    if !package.has(PART) {
        return Ok(Vec::new());
    }
    let text = package.part(PART)?;
    let tree = Tree::read(PART, &text, KNOWN)?;
    let all = || tree.within(tree.node(0).content);
    let is_there = properties.first().is_some_and(|property| {
        all().any(|(_, node)| node.tag.attribute("name") == Some(property.name.as_str()))
    });
    let meta = all().find(|(_, node)| node.qualified() == ("office", "meta"));
    let Some((meta, _)) = meta.filter(|_| !is_there) else {
        return Ok(Vec::new());
    };
    let elements: String = properties
        .iter()
        .map(|Property { name, value }| {
            let (name, value) = (escape(name), escape(value));
            format!(
                "<meta:user-defined xmlns:meta=\"{NAMESPACE}\" meta:name=\"{name}\" meta:value-type=\"string\">{value}</meta:user-defined>"
            )
        })
        .collect();
    let text = tree.with_last_in(meta, &elements);
    Ok(text
        .map(|text| (PART.to_owned(), text))
        .into_iter()
        .collect())
}
