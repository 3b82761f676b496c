//! How a style writes author-year citations.
//!
//! A style is data; the rule `citation-form` compares the citations of a paper with it.

use serde::Serialize;

use crate::citation::Mode;

/// How one style writes author-year citations.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Style {
    /// Its name for people.
    pub name: &'static str,
    /// Whether `&` and not `and` joins the last two names within brackets.
    pub ampersand_in_brackets: bool,
    /// What stands between names and year within brackets: `, ` or a blank.
    pub year_delimiter: &'static str,
    /// From how many authors on only the first is named, with `et al.`
    pub et_al_from: usize,
}

impl Style {
    /// Whether `&` joins the last two names in this place; running text has the word in all styles.
    pub fn writes_ampersand(&self, mode: Mode) -> bool {
        mode == Mode::Parenthetical && self.ampersand_in_brackets
    }
}

/// APA, 7th edition: 8.17 (numbers of authors), 8.11 (narrative and parenthetical).
pub static APA: Style = Style {
    name: "APA 7",
    ampersand_in_brackets: true,
    year_delimiter: ", ",
    et_al_from: 3,
};

/// The Chicago Manual of Style, 18th edition, author-date: 13.105 (no comma), 13.107 (three or more authors).
pub static CHICAGO: Style = Style {
    name: "Chicago author-date",
    ampersand_in_brackets: false,
    year_delimiter: " ",
    et_al_from: 3,
};

/// Harvard as in Cite Them Right, 12th edition: four or more authors are shortened.
pub static HARVARD: Style = Style {
    name: "Harvard",
    ampersand_in_brackets: false,
    year_delimiter: ", ",
    et_al_from: 4,
};
