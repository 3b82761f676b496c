//! All elements of a style, one after another.

use std::collections::HashSet;

use hayagriva::citationberg::{
    IndependentStyle, LayoutRenderingElement as Element, Locale, NamesChild, TextTarget,
};

/// Calls `change` for every element of the citations, the list and the macros of a style.
pub(super) fn each(style: &mut IndependentStyle, change: &mut impl FnMut(&mut Element)) {
    within(&mut style.citation.layout.elements, change);
    if let Some(bibliography) = &mut style.bibliography {
        within(&mut bibliography.layout.elements, change);
    }
    for part in &mut style.macros {
        within(&mut part.children, change);
    }
}

/// The same for elements and those below them.
pub(super) fn within(elements: &mut [Element], change: &mut impl FnMut(&mut Element)) {
    for element in elements {
        change(element);
        match element {
            Element::Group(group) => within(&mut group.children, change),
            Element::Names(names) => {
                for child in &mut names.children {
                    if let NamesChild::Substitute(substitute) = child {
                        within(&mut substitute.children, change);
                    }
                }
            }
            Element::Choose(choose) => {
                within(&mut choose.if_.children, change);
                for branch in &mut choose.else_if {
                    within(&mut branch.children, change);
                }
                if let Some(otherwise) = &mut choose.otherwise {
                    within(&mut otherwise.children, change);
                }
            }
            Element::Text(_) | Element::Date(_) | Element::Number(_) | Element::Label(_) => {}
        }
    }
}

/// Calls `change` for every date that a locale spells out.
pub(super) fn each_date(
    locale: &mut Locale,
    change: &mut impl FnMut(&mut hayagriva::citationberg::Date),
) {
    locale.date.iter_mut().for_each(change);
}

/// The macros that elements use.
fn used(elements: &[Element]) -> Vec<String> {
    let mut elements = elements.to_vec();
    let mut names = Vec::new();
    within(&mut elements, &mut |element| {
        if let Element::Text(text) = element
            && let TextTarget::Macro { name } = &text.target
        {
            names.push(name.clone());
        }
    });
    names
}

/// Whether a macro comes to itself, on the way `path`; those that do not are put into `checked`.
pub(in crate::style) fn uses_itself(
    style: &IndependentStyle,
    name: &str,
    path: &mut Vec<String>,
    checked: &mut HashSet<String>,
) -> bool {
    if path.iter().any(|before| before == name) {
        return true;
    }
    if !checked.insert(name.to_owned()) {
        return false;
    }
    let elements = style.macros.iter().find(|part| part.name == name);
    let used = elements.map_or_else(Vec::new, |part| used(&part.children));
    path.push(name.to_owned());
    let is_endless = used
        .iter()
        .any(|name| uses_itself(style, name, path, checked));
    path.pop();
    is_endless
}
