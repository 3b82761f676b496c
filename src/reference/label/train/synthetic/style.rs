//! How one reference list prints its references.

use super::language::{LANGUAGES, Language};
use crate::reference::label::train::random::Random;

/// The order and form of a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NameForm {
    /// `Berg, A.`
    FamilyCommaInitials,
    /// `Berg A`
    FamilyInitials,
    /// `Berg A.`
    FamilyInitialsStop,
    /// `A. Berg`
    InitialsFamily,
    /// `Anna Berg`
    GivenFamily,
    /// `Berg, Anna`
    FamilyCommaGiven,
    /// `Berg Anna`
    FamilyGiven,
    /// `Berg (A.)`
    FamilyBrackets,
}

/// Where the year stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum YearPlace {
    /// Behind the authors.
    Authors,
    /// Before the volume of a journal.
    Volume,
    /// Behind publisher or issue.
    End,
}

/// Where the pages of a part of a book stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PagesPlace {
    /// At the end.
    End,
    /// In brackets behind the title of the book.
    Brackets,
    /// Behind the title of the book.
    Host,
}

/// How volume and issue stand together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum IssueForm {
    /// `12(3)`
    Brackets,
    /// `12 (3)`
    SpaceBrackets,
    /// `12, no. 3`
    Word,
    /// `12/3`
    Slash,
    /// `12.3`
    Stop,
    /// `12, 3`
    Comma,
    /// `12-3`
    Dash,
}

/// How a style prints names.
#[derive(Clone)]
pub(super) struct NameStyle {
    pub(super) form: NameForm,
    /// Between two initials.
    pub(super) initials_gap: &'static str,
    pub(super) capital_families: bool,
    /// Whether only the first name is inverted.
    pub(super) first_inverted: bool,
    pub(super) separator: &'static str,
    /// Before the last name, where it differs.
    pub(super) last_separator: Option<&'static str>,
    pub(super) et_al: &'static str,
    /// Behind the names, or behind the year that follows them.
    pub(super) after: &'static str,
}

impl NameStyle {
    fn random(language: &Language, random: &mut Random) -> Self {
        use NameForm as Form;
        let form = random.pick(&[
            Form::FamilyCommaInitials,
            Form::FamilyCommaInitials,
            Form::FamilyInitials,
            Form::InitialsFamily,
            Form::InitialsFamily,
            Form::GivenFamily,
            Form::FamilyCommaGiven,
            Form::FamilyCommaGiven,
            Form::FamilyGiven,
            Form::FamilyInitialsStop,
            Form::GivenFamily,
            Form::FamilyCommaInitials,
            Form::InitialsFamily,
            Form::FamilyBrackets,
        ]);
        let separators: &[&str] = match form {
            Form::FamilyCommaInitials | Form::FamilyCommaGiven => {
                &[", ", ", ", "; ", "; ", "/", " / ", " – "]
            }
            _ => &[", ", ", ", "; ", "/"],
        };
        Self {
            form,
            initials_gap: random.pick(&["", " ", " "]),
            capital_families: random.chance(0.12),
            first_inverted: random.chance(0.3),
            separator: random.pick(separators),
            last_separator: random.pick(&[
                Some(" and "),
                Some(", and "),
                Some(" & "),
                Some(", & "),
                None,
                None,
                Some(language.and),
                Some(language.and),
            ]),
            et_al: random.pick(language.et_al),
            after: random.pick(&[". ", ", ", ": ", " ", ". ", ", ", ": "]),
        }
    }
}

/// How a style prints titles and what parts stand in.
#[derive(Clone)]
pub(super) struct TitleStyle {
    /// Around titles of parts.
    pub(super) quotation: Option<(&'static str, &'static str)>,
    pub(super) stop_in_quotation: bool,
    pub(super) after: &'static str,
    pub(super) host: &'static str,
    pub(super) editors: &'static str,
    pub(super) edited_by: &'static str,
    pub(super) editors_first: bool,
}

impl TitleStyle {
    fn random(language: &Language, random: &mut Random) -> Self {
        Self {
            quotation: random.pick(&[
                None,
                None,
                None,
                None,
                Some(("“", "”")),
                Some(("\"", "\"")),
                Some(("‘", "’")),
                Some(("'", "'")),
                Some(("„", "“")),
                Some(("«", "»")),
                Some(("« ", " »")),
            ]),
            stop_in_quotation: random.chance(0.5),
            after: random.pick(&[". ", ". ", ", ", ", ", ". – ", "; "]),
            host: random.pick(language.host),
            editors: random.pick(language.editors),
            edited_by: random.pick(language.edited_by),
            editors_first: random.chance(0.65),
        }
    }
}

/// How a style prints volumes, issues and pages.
#[derive(Clone)]
pub(super) struct NumberStyle {
    pub(super) after_container: &'static str,
    pub(super) volume_word: &'static str,
    pub(super) issue_form: IssueForm,
    pub(super) issue_word: &'static str,
    pub(super) before_pages: &'static str,
    pub(super) pages_word: &'static str,
    pub(super) dash: &'static str,
    pub(super) pages_place: PagesPlace,
}

impl NumberStyle {
    fn random(language: &Language, random: &mut Random) -> Self {
        Self {
            after_container: random.pick(&[", ", " ", " ", ", ", ". "]),
            volume_word: if random.chance(0.75) {
                ""
            } else {
                random.pick(language.volume)
            },
            issue_form: random.pick(&[
                IssueForm::Brackets,
                IssueForm::Brackets,
                IssueForm::SpaceBrackets,
                IssueForm::Word,
                IssueForm::Word,
                IssueForm::Comma,
                IssueForm::Slash,
                IssueForm::Stop,
                IssueForm::Dash,
            ]),
            issue_word: random.pick(language.issue),
            before_pages: random.pick(&[": ", ", ", ", ", ":", ". "]),
            pages_word: if random.chance(0.45) {
                ""
            } else {
                random.pick(language.pages)
            },
            dash: random.pick(&["-", "–", "–", "--", " – "]),
            pages_place: random.pick(&[PagesPlace::End, PagesPlace::Brackets, PagesPlace::Host]),
        }
    }
}

/// All that a style settles.
#[derive(Clone)]
pub(super) struct Style {
    pub(super) language: &'static Language,
    pub(super) names: NameStyle,
    pub(super) titles: TitleStyle,
    pub(super) numbers: NumberStyle,
    pub(super) year_place: YearPlace,
    pub(super) year_in_brackets: bool,
    /// What of publisher (`P`) and place (`L`) is printed, and what between them.
    pub(super) publisher_form: &'static str,
    /// Whether the places of journals are printed.
    pub(super) has_places: bool,
    /// Whether references stand in footnotes.
    pub(super) is_footnote: bool,
    pub(super) running_number: Option<&'static str>,
    pub(super) end: &'static str,
    pub(super) doi: Option<&'static str>,
    pub(super) accessed: &'static str,
    pub(super) available: &'static str,
    pub(super) day: &'static str,
}

impl Style {
    /// Makes up a style.
    pub(super) fn random(random: &mut Random) -> Self {
        let language = random.pick(LANGUAGES);
        let year_place = random.pick(&[
            YearPlace::Authors,
            YearPlace::Authors,
            YearPlace::End,
            YearPlace::End,
            YearPlace::Volume,
        ]);
        let brackets = if year_place == YearPlace::End {
            0.25
        } else {
            0.5
        };
        Self {
            language,
            names: NameStyle::random(language, random),
            titles: TitleStyle::random(language, random),
            numbers: NumberStyle::random(language, random),
            year_place,
            year_in_brackets: random.chance(brackets),
            publisher_form: random.pick(language.publisher_forms),
            is_footnote: random.chance(0.2),
            has_places: random.chance(language.journal_places),
            running_number: random.pick(&[
                None,
                None,
                None,
                None,
                None,
                Some("[]"),
                Some("."),
                Some(""),
                Some(")"),
            ]),
            end: random.pick(&[".", ".", "", "."]),
            doi: random.pick(&[
                None,
                None,
                Some("doi:"),
                Some("https://doi.org/"),
                Some("doi: "),
                Some("DOI: "),
            ]),
            accessed: random.pick(language.accessed),
            available: random.pick(language.available),
            day: random.pick(language.days),
        }
    }
}
