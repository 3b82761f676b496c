//! What references print around their values, by language.

mod english;
mod french;
mod german;
mod italian;
mod portuguese;
mod spanish;

use self::{
    english::ENGLISH, french::FRENCH, german::GERMAN, italian::ITALIAN, portuguese::PORTUGUESE,
    spanish::SPANISH,
};

/// The words of one language.
pub(super) struct Language {
    /// Before the host of a part.
    pub(super) host: &'static [&'static str],
    /// Behind editors.
    pub(super) editors: &'static [&'static str],
    /// Before editors.
    pub(super) edited_by: &'static [&'static str],
    /// Before translators.
    pub(super) translated_by: &'static [&'static str],
    /// Between the last two names.
    pub(super) and: &'static str,
    /// Behind the first names of many.
    pub(super) et_al: &'static [&'static str],
    /// Before a volume.
    pub(super) volume: &'static [&'static str],
    /// Before an issue.
    pub(super) issue: &'static [&'static str],
    /// Before pages.
    pub(super) pages: &'static [&'static str],
    /// Editions; `#` stands for the number.
    pub(super) edition: &'static [&'static str],
    /// Kinds of theses.
    pub(super) theses: &'static [&'static str],
    /// Kinds of reports; `#` stands for the number.
    pub(super) reports: &'static [&'static str],
    /// The months, and short forms.
    pub(super) months: [&'static str; 12],
    /// Days; `D` and `M` stand for day and month.
    pub(super) days: &'static [&'static str],
    /// Before an access date, and before an address.
    pub(super) accessed: &'static [&'static str],
    /// Before an address.
    pub(super) available: &'static [&'static str],
    /// Instead of a year.
    pub(super) no_year: &'static [&'static str],
    /// Series of books.
    pub(super) series: &'static [&'static str],
    /// Newspapers, magazines and agencies; `#` stands for a place.
    pub(super) newspapers: &'static [&'static str],
    /// Organisations that publish.
    pub(super) organisations: &'static [&'static str],
    /// Words that titles in the language have, and others seldom.
    pub(super) stop_words: &'static [&'static str],
    /// Before a reference in a footnote.
    pub(super) lead_ins: &'static [&'static str],
    /// Behind a work that was named before; `#` stands for a number.
    pub(super) cited: &'static [&'static str],
    /// Instead of the author of a part, before the host that is theirs too.
    pub(super) same: &'static [&'static str],
    /// Behind a page with which others are meant.
    pub(super) following: &'static [&'static str],
    /// How many pages a work has; `#` stands for the number.
    pub(super) extent: &'static [&'static str],
    /// What of publisher (`P`) and place (`L`) is printed, and what between them.
    pub(super) publisher_forms: &'static [&'static str],
    /// Films, software, data sets.
    pub(super) media: &'static [&'static str],
    /// Before a meeting at which something was said.
    pub(super) talks: &'static [&'static str],
    /// Such meetings.
    pub(super) meetings: &'static [&'static str],
    /// The share of lists that print the places of journals.
    pub(super) journal_places: f64,
    /// Laws and treaties.
    pub(super) laws: &'static [&'static str],
}

/// All languages, the most frequent several times.
pub(super) const LANGUAGES: &[&Language] = &[
    &ENGLISH,
    &ENGLISH,
    &ENGLISH,
    &GERMAN,
    &GERMAN,
    &FRENCH,
    &SPANISH,
    &SPANISH,
    &PORTUGUESE,
    &ITALIAN,
];
