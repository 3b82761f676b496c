//! The styles that a text defines for itself (ISO/IEC 26300 part 1, chapter 16).

use std::collections::HashMap;

use crate::document::{flow::Role, package::Element};

/// The automatic styles of a text by their names.
#[derive(Debug, Default)]
pub(super) struct Styles<'a> {
    by_name: HashMap<&'a str, Style<'a>>,
    /// The style that is being read.
    current: &'a str,
}

#[derive(Debug, Default)]
struct Style<'a> {
    parent: &'a str,
    hidden: bool,
    /// Whether the letters are raised.
    raised: bool,
    /// Whether it sets its text in italics, if it says so.
    italic: Option<bool>,
    /// The properties that show.
    look: String,
    /// The same but for italics.
    upright: String,
}

impl<'a> Styles<'a> {
    /// Takes an element from among the styles.
    pub(super) fn add(&mut self, element: &Element<'a>) {
        match element.name {
            "style" => {
                self.current = element.attribute("name").unwrap_or_default();
                let style = Style {
                    parent: element.attribute("parent-style-name").unwrap_or_default(),
                    ..Style::default()
                };
                self.by_name.insert(self.current, style);
            }
            "text-properties" => {
                if let Some(style) = self.by_name.get_mut(self.current) {
                    style.hidden = element.attribute("display") == Some("none");
                    style.raised = element.attribute("text-position").is_some_and(is_raised);
                    style.italic = element
                        .attribute("font-style")
                        .map(|font_style| font_style != "normal");
                    style.look = look(element, |name| !is_invisible(name));
                    style.upright = look(element, |name| !is_invisible(name) && !is_italics(name));
                }
            }
            _ => {}
        }
    }

    /// Whether text in a style is hidden.
    pub(super) fn is_hidden(&self, name: &str) -> bool {
        self.by_name.get(name).is_some_and(|style| style.hidden)
    }

    /// Whether text in a style is raised; `Superscript` is what the program calls the style that it comes with.
    pub(super) fn is_raised(&self, name: &str) -> bool {
        let style = self.by_name.get(name);
        style.map_or(name == "Superscript", |style| {
            style.raised || style.parent == "Superscript"
        })
    }

    /// What paragraphs in a style are; automatic styles are named after the one that they vary.
    pub(super) fn role(&self, name: &str) -> Role {
        let parent = self.by_name.get(name).map(|style| style.parent);
        let name = parent.filter(|parent| !parent.is_empty()).unwrap_or(name);
        Role::of_style(&name.replace("_20_", " "))
    }

    /// Whether text in nested styles stands in italics; `Emphasis` is what the program calls the style that it comes with.
    pub(super) fn is_italic(&self, names: &[&str]) -> bool {
        let italic = |name: &&str| match self.by_name.get(name) {
            Some(style) if style.italic.is_none() && style.parent == "Emphasis" => Some(true),
            Some(style) => style.italic,
            None => (*name == "Emphasis").then_some(true),
        };
        names.iter().rev().find_map(italic).unwrap_or(false)
    }

    /// How text in nested styles looks but for italics.
    pub(super) fn upright(&self, names: &[&str]) -> String {
        let looks = names.iter().map(|name| match self.by_name.get(name) {
            Some(style) if ["", "Emphasis"].contains(&style.parent) => style.upright.clone(),
            Some(style) => format!("{};{}", style.parent, style.upright),
            None if *name == "Emphasis" => String::new(),
            None => format!("{name};"),
        });
        looks.collect()
    }

    /// How text in nested styles looks; the same string means the same look.
    pub(super) fn look(&self, names: &[&str]) -> String {
        names
            .iter()
            .map(|name| match self.by_name.get(name) {
                Some(style) if style.parent.is_empty() => style.look.clone(),
                Some(style) => format!("{};{}", style.parent, style.look),
                None => format!("{name};"),
            })
            .collect()
    }
}

/// Whether a position is above the line: `super 58%`, `33% 58%` (20.384).
fn is_raised(position: &str) -> bool {
    let place = position.split(' ').next().unwrap_or_default();
    let height = place.trim_end_matches('%').parse::<f32>();
    place == "super" || height.is_ok_and(|height| height > 0.0)
}

/// The properties of text that show: all but the language and the session in which it was written.
fn look(element: &Element, shows: impl Fn(&str) -> bool) -> String {
    element
        .attributes()
        .filter(|(name, _)| shows(name))
        .map(|(name, value)| format!("{name}={value} "))
        .collect()
}

fn is_italics(name: &str) -> bool {
    let local = name.split_once(':').map_or(name, |(_, local)| local);
    local.starts_with("font-style")
}

fn is_invisible(name: &str) -> bool {
    let (prefix, local) = name.split_once(':').unwrap_or(("", name));
    let bases = ["language", "country", "script", "rfc-language-tag"];
    prefix == "officeooo" || bases.iter().any(|base| local.starts_with(base))
}
