//! Paragraph and character styles, known by their names: ids are in the language of the author's Word (ECMA-376 part 1, 17.7).

use std::collections::HashMap;

use super::WORD;
use crate::document::{
    flow::Role,
    package::{Element, Markup, PackageError, Scanner},
};

/// How many styles may be based on each other; Word itself stops at ten.
const CHAIN_LIMIT: usize = 16;

/// The styles of a document by their ids.
#[derive(Debug, Default)]
pub(super) struct Styles<'a> {
    by_id: HashMap<&'a str, Style<'a>>,
}

#[derive(Debug, Default)]
struct Style<'a> {
    name: &'a str,
    based_on: &'a str,
    has_outline_level: bool,
    /// Whether its text is hidden, if it says so.
    hidden: Option<bool>,
    /// Whether its letters are raised, if it says so.
    raised: Option<bool>,
    /// Whether it sets its text in italics, if it says so.
    italic: Option<bool>,
}

impl<'a> Styles<'a> {
    /// Reads styles.xml.
    pub(super) fn read(part: &'a str, text: &'a str) -> Result<Self, PackageError> {
        let mut scanner = Scanner::new(part, text, WORD);
        let mut styles = Self::default();
        let mut id = "";
        while let Some(markup) = scanner.next()? {
            let Markup::Open(element) = markup else {
                continue;
            };
            if element.qualified() == ("w", "style") {
                id = element.attribute("styleId").unwrap_or_default();
                styles.by_id.insert(id, Style::default());
            } else if let Some(style) = styles.by_id.get_mut(id) {
                style.add(&element);
            }
        }
        Ok(styles)
    }

    /// What paragraphs of a style are.
    pub(super) fn role(&self, id: &str) -> Role {
        for style in self.chain(id) {
            match Role::of_style(style.name) {
                Role::Body if style.has_outline_level => return Role::Heading,
                Role::Body => {}
                role => return role,
            }
        }
        Role::Body
    }

    /// Whether text of a style is hidden.
    pub(super) fn is_hidden(&self, id: &str) -> bool {
        self.chain(id)
            .find_map(|style| style.hidden)
            .unwrap_or(false)
    }

    /// Whether the letters of a style are raised.
    pub(super) fn is_raised(&self, id: &str) -> bool {
        self.chain(id)
            .find_map(|style| style.raised)
            .unwrap_or(false)
    }

    /// Whether a style sets its text in italics, if it or one that it is based on says so.
    pub(super) fn italic(&self, id: &str) -> Option<bool> {
        self.chain(id).find_map(|style| style.italic)
    }

    /// A style and those that it is based on.
    fn chain(&self, id: &str) -> impl Iterator<Item = &Style<'a>> {
        let first = self.by_id.get(id);
        std::iter::successors(first, |style| self.by_id.get(style.based_on)).take(CHAIN_LIMIT)
    }
}

impl<'a> Style<'a> {
    /// Takes what a child element says.
    fn add(&mut self, element: &Element<'a>) {
        let value = element.attribute("val");
        match element.qualified() {
            ("w", "name") => self.name = value.unwrap_or_default(),
            ("w", "basedOn") => self.based_on = value.unwrap_or_default(),
            // Level 9 is body text.
            ("w", "outlineLvl") => self.has_outline_level = value != Some("9"),
            ("w", "vanish") => self.hidden = Some(is_on(value)),
            ("w", "i") => self.italic = Some(is_on(value)),
            ("w", "vertAlign") => self.raised = Some(value == Some("superscript")),
            _ => {}
        }
    }
}

/// Whether a property that is on or off is on (17.17.4).
pub(super) fn is_on(value: Option<&str>) -> bool {
    !matches!(value, Some("0" | "false" | "off"))
}
