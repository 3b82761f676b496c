//! Properties that programs put into a Word document (ECMA-376 part 1, 22.3): `docProps/custom.xml`.

use super::parts::{RELATIONS, related};
use crate::document::{
    live::Property,
    package::{Package, PackageError, Tree, escape},
};

/// The part of a document that has none of its own yet.
const PART: &str = "docProps/custom.xml";
const CONTENT_TYPES: &str = "[Content_Types].xml";
const ROOT_RELATIONS: &str = "_rels/.rels";
const NAMESPACE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties";
const TYPES: &str = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes";
const RELATION: &str =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties";
const MEDIA_TYPE: &str = "application/vnd.openxmlformats-officedocument.custom-properties+xml";
/// The set of properties that are those of the user (22.3.2.2).
const FORMAT_ID: &str = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}";
/// The namespaces of the parts that are read here.
const KNOWN: &[(&str, &str)] = &[
    (NAMESPACE, "p"),
    (
        "http://schemas.openxmlformats.org/package/2006/content-types",
        "c",
    ),
    RELATIONS[0],
];

/// New contents of parts, by their names.
type Contents = Vec<(String, String)>;

/// The parts that change when a document gets these properties; none if it has the first of them already, or cannot have any.
///
/// # Errors
/// When a part that says where the properties are is damaged.
pub(in crate::document) fn with_properties(
    package: &Package,
    properties: &[Property],
) -> Result<Contents, PackageError> {
    let relations = related(package, "")?;
    let own = relations
        .iter()
        .find(|(kind, _)| kind == "custom-properties");
    match own {
        Some((_, name)) if package.has(name) => {
            let text = package.part(name)?;
            let text = added(name, &text, properties)?;
            Ok(text.map(|text| (name.clone(), text)).into_iter().collect())
        }
        Some(_) => Ok(Vec::new()),
        None => first(package, properties),
    }
}

/// The text of the part with the properties behind those that are there.
fn added(name: &str, text: &str, properties: &[Property]) -> Result<Option<String>, PackageError> {
    let tree = Tree::read(name, text, KNOWN)?;
    let all = || tree.within(tree.node(0).content).map(|(_, node)| node);
    let is_there = properties.first().is_some_and(|property| {
        all().any(|node| node.tag.attribute("name") == Some(property.name.as_str()))
    });
    let numbers = all().filter_map(|node| node.tag.attribute("pid")?.parse::<u32>().ok());
    // The numbers 0 and 1 are taken (22.3.2.2).
    let first = numbers.max().unwrap_or(1).saturating_add(1);
    if is_there || tree.node(0).qualified() != ("p", "Properties") {
        return Ok(None);
    }
    let prefix = tree.node(0).prefix_in(text);
    Ok(tree.with_last_in(0, &elements(prefix, first, properties)))
}

/// The properties as elements.
fn elements(prefix: &str, first: u32, properties: &[Property]) -> String {
    let elements = properties.iter().zip(first..).map(|(property, number)| {
        let (name, value) = (escape(&property.name), escape(&property.value));
        format!(
            "<{prefix}property fmtid=\"{FORMAT_ID}\" pid=\"{number}\" name=\"{name}\" xmlns:vt=\"{TYPES}\">\
             <vt:lpwstr>{value}</vt:lpwstr></{prefix}property>"
        )
    });
    elements.collect()
}

/// The parts that change when a document gets its first properties.
fn first(package: &Package, properties: &[Property]) -> Result<Contents, PackageError> {
    if [CONTENT_TYPES, ROOT_RELATIONS]
        .iter()
        .any(|name| !package.has(name))
        || package.has(PART)
    {
        return Ok(Vec::new());
    }
    let (types, relations) = (package.part(CONTENT_TYPES)?, package.part(ROOT_RELATIONS)?);
    let types_tree = Tree::read(CONTENT_TYPES, &types, KNOWN)?;
    let relations_tree = Tree::read(ROOT_RELATIONS, &relations, KNOWN)?;
    let prefix = types_tree.node(0).prefix_in(&types);
    let types = types_tree.with_last_in(
        0,
        &format!("<{prefix}Override PartName=\"/{PART}\" ContentType=\"{MEDIA_TYPE}\"/>"),
    );
    let prefix = relations_tree.node(0).prefix_in(&relations);
    let id = free_id(&relations);
    let relations = relations_tree.with_last_in(
        0,
        &format!("<{prefix}Relationship Id=\"{id}\" Type=\"{RELATION}\" Target=\"{PART}\"/>"),
    );
    let (Some(types), Some(relations)) = (types, relations) else {
        return Ok(Vec::new());
    };
    let elements = elements("", 2, properties);
    let part = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Properties xmlns=\"{NAMESPACE}\">{elements}</Properties>"
    );
    Ok(vec![
        (CONTENT_TYPES.to_owned(), types),
        (ROOT_RELATIONS.to_owned(), relations),
        (PART.to_owned(), part),
    ])
}

/// An id that no relation has.
fn free_id(relations: &str) -> String {
    let mut ids = (1..).map(|number| format!("rId{number}"));
    ids.find(|id| !relations.contains(&format!("\"{id}\"")))
        .unwrap_or_default()
}
