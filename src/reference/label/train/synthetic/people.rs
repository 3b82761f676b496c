//! Names of made-up references.

use super::{
    compose::Composer,
    pool::Source,
    style::{NameForm, YearPlace},
};
use crate::reference::label::{labels::Label, train::corpus::PrintedName};

impl Composer<'_> {
    /// The authors, with the year where it stands behind them; an organisation now and then.
    pub(super) fn authors(&mut self, source: &Source) {
        let names = if self.random.chance(0.05) {
            self.some_organisation()
        } else {
            source.authors.clone()
        };
        self.people_and_year(&names, |composer| composer.print_year(source));
    }

    /// An organisation as the only author, sometimes with its short name.
    pub(super) fn some_organisation(&mut self) -> Vec<PrintedName> {
        let name = self.random.pick(self.style.language.organisations);
        let literal = if self.random.chance(0.15) {
            let short: String = name.chars().filter(|c| c.is_uppercase()).collect();
            let (open, close) = self.random.pick(&[(" (", ")"), (" [", "]"), (" – ", "")]);
            format!("{name}{open}{short}{close}")
        } else {
            name.to_owned()
        };
        vec![PrintedName {
            literal: Some(literal),
            ..PrintedName::default()
        }]
    }

    pub(super) fn people_and_year(&mut self, names: &[PrintedName], year: impl FnOnce(&mut Self)) {
        if names.is_empty() {
            return;
        }
        let printed = self.name_list(names, true);
        let ends_with_stop = printed.ends_with('.');
        self.add(Label::Author, &printed);
        self.organisations
            .extend(names.iter().filter(|name| name.literal.is_some()).cloned());
        let after = self.style.names.after;
        if self.style.year_place == YearPlace::Authors {
            let before = if self.style.year_in_brackets {
                self.random.pick(&[" ", ", ", ". ", " "])
            } else {
                self.random.pick(&[", ", ". ", " "])
            };
            self.mark(if ends_with_stop {
                before.trim_start_matches('.')
            } else {
                before
            });
            year(self);
            self.mark(after);
        } else {
            let has_stop = ends_with_stop && after.starts_with('.');
            self.mark(if has_stop { " " } else { after });
        }
    }

    /// A list of names in the style; long ones may be cut short.
    pub(super) fn name_list(&mut self, names: &[PrintedName], may_invert: bool) -> String {
        let cut =
            (names.len() > 3 && self.random.chance(0.3)).then(|| self.random.pick(&[1, 1, 3]));
        let shown = &names[..cut.unwrap_or(names.len())];
        let mut printed = String::new();
        for (idx, name) in shown.iter().enumerate() {
            let is_last = idx + 1 == shown.len() && cut.is_none();
            if idx > 0 {
                let last = self.style.names.last_separator.filter(|_| is_last);
                printed.push_str(last.unwrap_or(self.style.names.separator));
            }
            printed.push_str(&self.name(name, idx == 0 && may_invert));
        }
        if cut.is_some() {
            printed.push_str(self.style.names.et_al);
        }
        printed
    }

    /// One name in the style.
    pub(super) fn name(&self, name: &PrintedName, is_first: bool) -> String {
        if let Some(literal) = &name.literal {
            return literal.clone();
        }
        let family = name.family.as_deref().unwrap_or_default();
        let family = if self.style.names.capital_families {
            family.to_uppercase()
        } else {
            family.to_owned()
        };
        let Some(given) = name.given.as_deref().filter(|given| !given.is_empty()) else {
            return family;
        };
        let initials = initials(given, self.style.names.initials_gap, ".");
        match self.form(is_first) {
            NameForm::FamilyCommaInitials => format!("{family}, {initials}"),
            NameForm::FamilyInitials => format!("{family} {}", self::initials(given, "", "")),
            NameForm::FamilyInitialsStop => format!("{family} {initials}"),
            NameForm::InitialsFamily => format!("{initials} {family}"),
            NameForm::GivenFamily => format!("{given} {family}"),
            NameForm::FamilyCommaGiven => format!("{family}, {given}"),
            NameForm::FamilyGiven => format!("{family} {given}"),
            NameForm::FamilyBrackets => format!("{family} ({initials})"),
        }
    }

    /// The form of a name; in some styles only the first is inverted.
    pub(super) fn form(&self, is_first: bool) -> NameForm {
        match self.style.names.form {
            NameForm::FamilyCommaInitials if self.style.names.first_inverted && !is_first => {
                NameForm::InitialsFamily
            }
            NameForm::FamilyCommaGiven if self.style.names.first_inverted && !is_first => {
                NameForm::GivenFamily
            }
            form => form,
        }
    }

    /// Editors in the place of the authors.
    pub(super) fn lead_editors(&mut self, source: &Source) {
        let list = self.name_list(&source.authors, true);
        if list.is_empty() {
            return;
        }
        self.add(Label::Editor, &list);
        let role = self.style.titles.editors;
        let before = if role.starts_with('(') { " " } else { ", " };
        self.mark(&format!("{before}{role}"));
        if self.style.year_place == YearPlace::Authors {
            let before = self.random.pick(&[" ", ", ", " "]);
            self.mark(before);
            self.print_year(source);
        }
        let after = self.style.names.after;
        self.mark(if role.ends_with('.') {
            after.trim_start_matches('.')
        } else {
            after
        });
    }

    pub(super) fn translators(&mut self) {
        if self.random.chance(0.04) {
            let lead = self.random.pick(self.style.language.translated_by);
            let count = self.random.pick(&[1, 1, 2]);
            let names = self.names(count);
            let list = self.name_list(&names, false);
            self.mark(lead);
            self.add(Label::Translator, &list);
            let after = self.random.pick(&[", ", ". "]);
            self.mark(after);
        }
    }

    pub(super) fn editors_before(&mut self, source: &Source) {
        let inverted = self.random.chance(0.5);
        let list = self.name_list(&source.editors, inverted);
        self.add(Label::Editor, &list);
        let role = self.style.titles.editors;
        let before = if role.starts_with('(') {
            " "
        } else {
            self.random.pick(&[" ", ", "])
        };
        let after = self.random.pick(&[": ", ", ", " ", ". "]);
        self.mark(&format!("{before}{role}{after}"));
    }

    pub(super) fn editors_behind(&mut self, source: &Source) {
        let before = self.random.pick(&[", ", ". "]);
        if self.random.chance(0.3) {
            self.mark(before);
            let list = self.name_list(&source.editors, false);
            self.add(Label::Editor, &list);
            let role = self.style.titles.editors;
            return self.mark(&format!(" {role}"));
        }
        let lead = self.style.titles.edited_by;
        let list = self.name_list(&source.editors, false);
        self.mark(&format!("{before}{lead}"));
        self.add(Label::Editor, &list);
    }
}

/// The initials of given names.
fn initials(given: &str, gap: &str, stop: &str) -> String {
    let words = given
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty());
    let is_initials = words
        .clone()
        .all(|word| word.chars().count() <= 3 && word.chars().all(char::is_uppercase));
    let letters: Vec<String> = words
        .flat_map(|word| word.chars().take(if is_initials { 3 } else { 1 }))
        .map(|letter| format!("{}{stop}", letter.to_uppercase()))
        .collect();
    letters.join(gap)
}
