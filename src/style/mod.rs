//! Styles: how a paper writes citations and its list.
//!
//! A style is one of the Citation Style Language: one of those that come with the program (`archive`) or a .csl file. `csl` writes by it;
//! `form` is what the rules for citations by author and year need to know of it; `guess` finds the style that a paper is written in.

mod archive;
mod bound;
mod csl;
mod form;
mod guard;
mod guess;
#[cfg(test)]
mod tests;

use std::collections::HashSet;

use hayagriva::citationberg::{self, IndependentStyle, Locale, LocaleCode, LocaleFile};
use serde_json::Value;

pub use self::{
    archive::{Named, locale, style, style_names, styles},
    csl::{Look, Rendered, Run, Text},
    form::{Form, GroupOrder, Three},
    guard::THREAD as STYLE_THREAD,
    guess::{Evidence, Guess, guess},
};
use crate::{citation::Mode, interchange, work::Work};

/// The language of a style that names none.
const ENGLISH: &str = "en-US";

/// A style, ready to write.
#[derive(Debug)]
pub struct Style {
    /// Its name for people.
    pub name: String,
    /// How it writes citations by author and year; none where it cites in another way.
    pub form: Option<Form>,
    processor: csl::Processor,
}

impl PartialEq for Style {
    /// Styles are told apart by their names and what is known of their citations.
    fn eq(&self, other: &Self) -> bool {
        (&self.name, &self.form) == (&other.name, &other.form)
    }
}

/// What a style writes of a work in its list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Listed {
    /// The text, without the number that may stand before it.
    pub text: Text,
    /// Whether a number stands before it.
    pub is_numbered: bool,
}

/// How names are written that the entry before has as well.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Repeated {
    /// As the style has it: some put a dash.
    AsStyled,
    /// In full.
    InFull,
}

/// Why a text is no style that can be used.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum StyleError {
    /// No style of this name comes with the program.
    #[error("there is no style `{0}`")]
    Unknown(String),
    /// It is not CSL.
    #[error("this is no CSL style: {0}")]
    NotCsl(String),
    /// It only names another style, which does not come with the program.
    #[error("this style only refers to `{0}`, which is not there")]
    Dependent(String),
    /// It is larger, deeper or comes to more elements than any style does.
    #[error("this style is larger than is sound")]
    TooLarge,
    /// What reads styles and writes by them cannot bear it.
    #[error("this style cannot be used: something in it is not as CSL has it")]
    Broken,
    /// A macro uses itself.
    #[error("the macro `{0}` of this style uses itself")]
    Endless(String),
}

impl Style {
    /// The style with a name, in its own language.
    pub fn named(name: &str) -> Result<Self, StyleError> {
        Self::named_in(name, None)
    }

    /// The style with a name, in a language instead of its own.
    pub(crate) fn named_in(name: &str, language: Option<&str>) -> Result<Self, StyleError> {
        let found = archive::style(name).ok_or_else(|| StyleError::Unknown(name.to_owned()));
        let (named, xml) = found?;
        Ok(Self {
            name: named.title.to_owned(),
            ..Self::read_in(xml, language)?
        })
    }

    /// Reads the text of a .csl file. One that only refers to another style takes that one, in its own language.
    ///
    /// # Errors
    /// When it is no style, goes beyond what is sound, or cannot be used.
    pub fn read(xml: &str) -> Result<Self, StyleError> {
        Self::read_in(xml, None)
    }

    /// The same, in a language instead of its own.
    fn read_in(xml: &str, language: Option<&str>) -> Result<Self, StyleError> {
        bound::check(xml)?;
        let read = || Self::read_here(xml, language);
        guard::guarded(read).unwrap_or(Err(StyleError::Broken))
    }

    fn read_here(xml: &str, language: Option<&str>) -> Result<Self, StyleError> {
        let style = match csl(xml)? {
            citationberg::Style::Independent(style) => style,
            citationberg::Style::Dependent(dependent) => {
                let name = dependent.parent_link.href;
                let name = name.rsplit('/').next().unwrap_or_default();
                let parent = archive::style(name).map(|(_, xml)| csl(xml)).transpose()?;
                let Some(citationberg::Style::Independent(mut parent)) = parent else {
                    return Err(StyleError::Dependent(name.to_owned()));
                };
                parent.info.title = dependent.info.title;
                parent.default_locale = dependent.default_locale.or(parent.default_locale);
                parent
            }
        };
        check_macros(&style)?;
        let own = || style.default_locale.clone();
        let asked_for = language.map(|language| LocaleCode(language.to_owned()));
        let language = asked_for
            .or_else(own)
            .unwrap_or_else(|| LocaleCode(ENGLISH.to_owned()));
        let name = style.info.title.value.clone();
        let processor = csl::Processor::new(style, locales(&language), language);
        Ok(Self {
            name,
            form: Form::of(&processor),
            processor,
        })
    }

    /// Writes the citation of each work alone and the list of all.
    pub fn write(&self, works: &[Work]) -> Rendered {
        let works: Vec<Value> = works
            .iter()
            .map(|work| interchange::csl("", work))
            .collect();
        self.render(&works)
    }

    /// Writes the citation of each work alone and the list of all; each work is a CSL-JSON object. Nothing is written where the
    /// processor cannot bear the style.
    pub fn render(&self, works: &[Value]) -> Rendered {
        guard::guarded(|| self.processor.render(works)).unwrap_or_default()
    }

    /// What it writes of each work in its list, in the order of the works; the letter that `year-suffix` names stays behind the
    /// year. Empty texts where it has no list.
    pub fn listed(&self, works: &[Value], repeated: Repeated) -> Vec<Listed> {
        self.processor.listed(works, repeated)
    }

    /// The order of its list; none where that is the order of the citations.
    pub fn order(&self, works: &[Value]) -> Option<Vec<usize>> {
        self.processor.sorts().then(|| self.processor.order(works))
    }

    /// Whether it says what joins the last two names.
    pub fn joins_names(&self) -> bool {
        self.form
            .as_ref()
            .is_some_and(|form| !form.connector.is_empty())
    }

    /// Whether `&` joins the last two names in this place; running text has the word in all styles.
    pub fn writes_ampersand(&self, mode: Mode) -> bool {
        let connector = self.form.as_ref().map(|form| form.connector.as_str());
        mode == Mode::Parenthetical && connector == Some("&")
    }
}

fn csl(xml: &str) -> Result<citationberg::Style, StyleError> {
    citationberg::Style::from_xml(xml).map_err(|error| StyleError::NotCsl(error.to_string()))
}

/// The locales that a language needs.
fn locales(language: &LocaleCode) -> Vec<Locale> {
    let read = |language: &str| -> Option<Locale> {
        let file = LocaleFile::from_xml(archive::locale(language)?).ok()?;
        Some(file.into())
    };
    let mut locales: Vec<Locale> = read(&language.0)
        .map(|mut locale| {
            locale.lang = Some(language.clone());
            locale
        })
        .into_iter()
        .collect();
    if language.0 != ENGLISH {
        locales.extend(read(ENGLISH));
    }
    locales
}

/// Refuses a style in which a macro comes to itself: writing it would not end.
fn check_macros(style: &IndependentStyle) -> Result<(), StyleError> {
    let mut checked = HashSet::new();
    for part in &style.macros {
        if csl::uses_itself(style, &part.name, &mut Vec::new(), &mut checked) {
            return Err(StyleError::Endless(part.name.clone()));
        }
    }
    Ok(())
}
