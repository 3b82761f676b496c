//! One made-up reference.

use super::{
    pool::{Pool, Source},
    style::{IssueForm, NameForm, PagesPlace, Style, YearPlace},
};
use crate::reference::label::{
    labels::Label,
    train::{
        corpus::{PrintedName, Sample, Values},
        random::Random,
    },
};

/// Puts one reference together.
pub(super) struct Composer<'a> {
    pool: &'a Pool,
    style: Style,
    random: &'a mut Random,
    /// Labels and texts so far.
    parts: Vec<(Label, String)>,
    /// The organisations among the authors.
    organisations: Vec<PrintedName>,
}

impl<'a> Composer<'a> {
    pub(super) fn new(pool: &'a Pool, style: Style, random: &'a mut Random) -> Self {
        Self {
            pool,
            style,
            random,
            parts: Vec::new(),
            organisations: Vec::new(),
        }
    }

    /// Makes a reference of some kind.
    pub(super) fn compose(mut self) -> Sample {
        let source = self.source();
        self.running_number();
        match self.random.below(100) {
            0..7 => self.newspaper_article(&source),
            7..12 => self.web_page(&source),
            12..16 => self.thesis(&source),
            16..20 => self.report(&source),
            20..22 => self.newspaper_issue(),
            _ if source.container.is_none() => self.book(&source),
            _ if source.volume.is_some() || source.issue.is_some() => self.article(&source),
            _ => self.chapter(&source),
        }
        let end = self.style.end;
        self.mark(end);
        self.finish()
    }

    /// The values of a reference of the data, some of them exchanged.
    fn source(&mut self) -> Source {
        let mut source = self.random.choose(&self.pool.sources).clone();
        let is_numbered = source.volume.is_some() || source.issue.is_some();
        if self.random.chance(0.25) || source.authors.is_empty() && self.random.chance(0.7) {
            let count = self.random.pick(&[1, 1, 2, 3, 4]);
            source.authors = self.names(count);
        }
        let needs_publisher = source.container.is_none() || !is_numbered;
        if needs_publisher && (source.publisher.is_none() || self.random.chance(0.7)) {
            let (publisher, place) = self.random.choose(&self.pool.publishers).clone();
            source.publisher = Some(publisher);
            source.location = Some(place);
        }
        let is_part = source.container.is_some() && !is_numbered;
        if is_part && source.editors.is_empty() && self.random.chance(0.6) {
            let count = self.random.pick(&[1, 2, 2, 3]);
            source.editors = self.names(count);
        }
        source
    }

    /// Names of people.
    fn names(&mut self, count: usize) -> Vec<PrintedName> {
        (0..count)
            .map(|_| self.random.choose(&self.pool.names).clone())
            .collect()
    }

    /// Adds a value.
    fn add(&mut self, label: Label, text: &str) {
        if !text.is_empty() {
            self.parts.push((label, text.to_owned()));
        }
    }

    /// Adds what belongs to no value.
    fn mark(&mut self, text: &str) {
        self.add(Label::Other, text);
    }

    fn running_number(&mut self) {
        let Some(form) = self.style.running_number else {
            return;
        };
        let number = self.random.below(80) + 1;
        let printed = if form == "[]" {
            format!("[{number}]")
        } else {
            format!("{number}{form}")
        };
        self.add(Label::Number, &printed);
        self.mark(" ");
    }

    /// The year, or what stands in its place.
    fn year(&mut self, source: &Source) -> String {
        if self.random.chance(0.02) {
            return self.random.pick(self.style.language.no_year).to_owned();
        }
        let made_up = || "2004".to_owned();
        let mut year = source.year.clone().unwrap_or_else(made_up);
        match self.random.below(100) {
            0..4 => year.push(self.random.pick(&['a', 'b', 'c'])),
            4..6 => year = format!("{year} [{}]", 1880 + self.random.below(80)),
            _ => {}
        }
        year
    }

    fn print_year(&mut self, source: &Source) {
        let year = self.year(source);
        let in_brackets = self.style.year_in_brackets;
        if in_brackets {
            self.mark("(");
        }
        self.add(Label::Date, &year);
        if in_brackets {
            self.mark(")");
        }
    }

    /// The authors, with the year where it stands behind them; an organisation now and then.
    fn authors(&mut self, source: &Source) {
        let names = if self.random.chance(0.05) {
            self.some_organisation()
        } else {
            source.authors.clone()
        };
        self.people_and_year(&names, source, |composer| composer.print_year(source));
    }

    /// An organisation as the only author, sometimes with its short name.
    fn some_organisation(&mut self) -> Vec<PrintedName> {
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

    fn people_and_year(
        &mut self,
        names: &[PrintedName],
        _source: &Source,
        year: impl FnOnce(&mut Self),
    ) {
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
    fn name_list(&mut self, names: &[PrintedName], may_invert: bool) -> String {
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
    fn name(&self, name: &PrintedName, is_first: bool) -> String {
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
        }
    }

    /// The form of a name; in some styles only the first is inverted.
    fn form(&self, is_first: bool) -> NameForm {
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

    /// A title, in quotation marks where parts have them.
    fn title(&mut self, title: &str, is_whole: bool) {
        let after = self.style.titles.after;
        let is_quoted = !is_whole || self.random.chance(0.2);
        let Some((open, close)) = self.style.titles.quotation.filter(|_| is_quoted) else {
            self.add(Label::Title, title);
            let is_closed = title.ends_with(['?', '!']);
            return self.mark(if is_closed { " " } else { after });
        };
        self.mark(open);
        self.add(Label::Title, title);
        if self.style.titles.stop_in_quotation && after.starts_with(['.', ',']) {
            let stop = &after[..1];
            self.mark(&format!("{stop}{close} "));
        } else {
            self.mark(&format!("{close}{after}"));
        }
    }

    /// Publisher and place in the form of the style; says whether there is one.
    fn publisher(&mut self, source: &Source) -> bool {
        let form = self.style.publisher_form;
        let (publisher, place) = (source.publisher.as_deref(), source.location.as_deref());
        let is_complete = publisher.is_some() && place.is_some() || form.len() == 1;
        let form = match (publisher, place) {
            (None, None) => return false,
            _ if is_complete => form,
            (Some(_), _) => "P",
            (None, _) => "L",
        };
        for mark in form.chars() {
            match mark {
                'P' => self.add(Label::Publisher, publisher.unwrap_or_default()),
                'L' => self.add(Label::Location, place.unwrap_or_default()),
                other => self.mark(&other.to_string()),
            }
        }
        true
    }

    /// The year at the end, where the style has it there or there are no authors.
    fn year_at_end(&mut self, source: &Source, before: &str) {
        if self.style.year_place != YearPlace::Authors || source.authors.is_empty() {
            self.mark(before);
            self.print_year(source);
        }
    }

    fn print_pages(&mut self, pages: &str) {
        let word = self.style.numbers.pages_word;
        self.mark(word);
        self.add(Label::Pages, pages);
    }

    fn pages(&self, source: &Source) -> Option<String> {
        source
            .pages
            .as_ref()
            .map(|pages| pages.replace('-', self.style.numbers.dash))
    }

    fn book(&mut self, source: &Source) {
        if self.random.chance(0.12) {
            self.lead_editors(source);
        } else {
            self.authors(source);
        }
        self.title(&source.title, true);
        self.volume_of_book();
        self.translators();
        self.edition();
        let series_first = self.random.chance(0.5);
        if series_first {
            self.series(". ");
        }
        let has_publisher = self.publisher(source);
        let before = if has_publisher {
            self.random.pick(&[", ", " ", ", "])
        } else {
            ""
        };
        self.year_at_end(source, before);
        if !series_first {
            self.series("");
        }
    }

    /// Editors in the place of the authors.
    fn lead_editors(&mut self, source: &Source) {
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

    /// The volume of a work in several, now and then.
    fn volume_of_book(&mut self) {
        if self.random.chance(0.05) {
            let word = self.random.pick(self.style.language.volume);
            let volume = self.random.pick(&["1", "2", "3", "I", "II", "III", "4"]);
            self.mark(word);
            self.add(Label::Volume, volume);
            let after = self.random.pick(&[", ", ". "]);
            self.mark(after);
        }
    }

    /// A series with its number, now and then; `after` follows it.
    fn series(&mut self, after: &str) {
        if !self.random.chance(0.08) {
            return;
        }
        let series = self.random.pick(self.style.language.series);
        let number = (self.random.below(200) + 1).to_string();
        let in_brackets = self.random.chance(0.5);
        self.mark(if in_brackets { " (" } else { " " });
        self.add(Label::Series, series);
        if self.random.chance(0.6) {
            let before = self.random.pick(&[", ", " ", ", vol. ", " ; ", ", Bd. "]);
            self.mark(before);
            self.add(Label::Volume, &number);
        }
        self.mark(if in_brackets { ")" } else { "" });
        self.mark(after);
    }

    fn translators(&mut self) {
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

    fn edition(&mut self) {
        if self.random.chance(0.08) {
            let number = (self.random.below(8) + 2).to_string();
            let edition = self
                .random
                .pick(self.style.language.edition)
                .replace('#', &number);
            self.add(Label::Edition, &edition);
            self.mark(if edition.ends_with('.') { " " } else { ", " });
        }
    }

    fn article(&mut self, source: &Source) {
        self.authors(source);
        self.title(&source.title, false);
        let german_in = self.style.titles.host.starts_with(['i', 'I']) && self.random.chance(0.1);
        if german_in {
            let host = self.style.titles.host;
            self.mark(host);
        }
        self.add(
            Label::Container,
            source.container.as_deref().unwrap_or_default(),
        );
        let after = self.style.numbers.after_container;
        self.mark(after);
        if self.style.year_place == YearPlace::Volume {
            self.print_year(source);
            let after = self.random.pick(&[";", "; ", ", ", " "]);
            self.mark(after);
        }
        self.volume_and_issue(source);
        let mut pages = self.pages(source);
        let is_end = self.style.year_place == YearPlace::End;
        if is_end && (self.style.year_in_brackets || self.random.chance(0.5)) {
            self.mark(if self.style.year_in_brackets {
                " "
            } else {
                ", "
            });
            self.print_year(source);
        } else if is_end || source.authors.is_empty() {
            self.pages_after(pages.take());
            self.year_at_end(source, ", ");
        }
        self.pages_after(pages);
        self.doi(source);
    }

    fn pages_after(&mut self, pages: Option<String>) {
        if let Some(pages) = pages {
            let before = self.style.numbers.before_pages;
            self.mark(before);
            self.print_pages(&pages);
        }
    }

    fn volume_and_issue(&mut self, source: &Source) {
        let issue = source.issue.as_deref();
        let issue_word = self.style.numbers.issue_word;
        let Some(volume) = source.volume.as_deref() else {
            self.mark(issue_word);
            self.add(Label::Issue, issue.unwrap_or_default());
            return;
        };
        let volume_word = self.style.numbers.volume_word;
        self.mark(volume_word);
        self.add(Label::Volume, volume);
        let Some(issue) = issue.filter(|_| self.random.chance(0.8)) else {
            return;
        };
        let (before, after) = match self.style.numbers.issue_form {
            IssueForm::Brackets => ("(", ")"),
            IssueForm::SpaceBrackets => (" (", ")"),
            IssueForm::Slash => ("/", ""),
            IssueForm::Stop => (".", ""),
            IssueForm::Word | IssueForm::Comma => (", ", ""),
        };
        self.mark(before);
        if self.style.numbers.issue_form == IssueForm::Word {
            self.mark(issue_word);
        }
        self.add(Label::Issue, issue);
        self.mark(after);
    }

    fn doi(&mut self, source: &Source) {
        if let (Some(lead), Some(doi)) = (self.style.doi, &source.doi) {
            self.mark(". ");
            if lead.starts_with("http") {
                self.add(Label::Doi, &format!("{lead}{doi}"));
            } else {
                self.mark(lead);
                self.add(Label::Doi, doi);
            }
        }
    }

    fn chapter(&mut self, source: &Source) {
        self.authors(source);
        self.title(&source.title, false);
        let host = self.style.titles.host;
        self.mark(host);
        let has_editors = !source.editors.is_empty();
        if has_editors && self.style.titles.editors_first {
            self.editors_before(source);
        }
        self.add(
            Label::Container,
            source.container.as_deref().unwrap_or_default(),
        );
        if has_editors && !self.style.titles.editors_first {
            self.editors_behind(source);
        }
        let mut pages = self.pages(source);
        match (self.style.numbers.pages_place, &pages) {
            (PagesPlace::Brackets, Some(printed)) => {
                self.mark(" (");
                self.print_pages(printed);
                self.mark(")");
                pages = None;
            }
            (PagesPlace::Host, Some(printed)) => {
                self.mark(", ");
                self.print_pages(printed);
                pages = None;
            }
            _ => {}
        }
        let before = self.random.pick(&[". ", ", ", ". "]);
        self.mark(before);
        let has_publisher = self.publisher(source);
        let before = if has_publisher {
            self.random.pick(&[", ", " ", ", "])
        } else {
            ""
        };
        self.year_at_end(source, before);
        if let Some(pages) = pages {
            let before = self.random.pick(&[", ", ". ", ": "]);
            self.mark(before);
            self.print_pages(&pages);
        }
    }

    fn editors_before(&mut self, source: &Source) {
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

    fn editors_behind(&mut self, source: &Source) {
        let before = self.random.pick(&[", ", ". "]);
        let lead = self.style.titles.edited_by;
        let list = self.name_list(&source.editors, false);
        self.mark(&format!("{before}{lead}"));
        self.add(Label::Editor, &list);
    }

    /// A day and month in the form of the style.
    fn day(&mut self) -> String {
        let day = (self.random.below(28) + 1).to_string();
        let month = self.random.pick(&self.style.language.months);
        self.style
            .day
            .replace('D', "\0")
            .replace('M', month)
            .replace('\0', &day)
    }

    /// `Reuters. (2026). Title. Reuters, January 5.`
    fn newspaper_article(&mut self, source: &Source) {
        let newspaper = self.random.pick(self.style.language.newspapers);
        let names = match self.random.below(10) {
            0..3 => vec![PrintedName {
                literal: Some(newspaper.to_owned()),
                ..PrintedName::default()
            }],
            3 => self.some_organisation(),
            4 => Vec::new(),
            _ => source.authors.clone(),
        };
        let day = self.day();
        let year = source.year.clone().unwrap_or_else(|| "2011".to_owned());
        let authors_have_year = self.style.year_place == YearPlace::Authors && !names.is_empty();
        // Behind the authors, behind the newspaper, or not printed.
        let day_place = self.random.below(3);
        let in_brackets = self.style.year_in_brackets;
        self.people_and_year(&names, source, |composer| {
            let date = if day_place == 0 {
                format!("{year}, {day}")
            } else {
                year.clone()
            };
            composer.mark(if in_brackets { "(" } else { "" });
            composer.add(Label::Date, &date);
            composer.mark(if in_brackets { ")" } else { "" });
        });
        self.title(&source.title, false);
        if self.random.chance(0.15) {
            let host = self.style.titles.host;
            self.mark(host);
        }
        self.add(Label::Container, newspaper);
        if authors_have_year {
            if day_place == 1 {
                self.mark(", ");
                self.add(Label::Date, &day);
            }
        } else {
            let date = if day_place == 2 {
                year
            } else {
                format!("{day}{}{year}", self.random.pick(&[", ", " "]))
            };
            self.mark(", ");
            self.add(Label::Date, &date);
        }
        if self.random.chance(0.3) {
            self.mark(", ");
            let page = (self.random.below(40) + 1).to_string();
            self.print_pages(&page);
        } else if self.random.chance(0.4) {
            self.address();
        }
    }

    /// `Die Zeit, 5. März 1996, S. 12`
    fn newspaper_issue(&mut self) {
        let newspaper = self.random.pick(self.style.language.newspapers);
        self.add(Label::Container, newspaper);
        let year = 1950 + self.random.below(75);
        let before = self.random.pick(&[", ", " vom ", " ", ", "]);
        self.mark(before);
        let date = if self.random.chance(0.4) {
            let gap = self.random.pick(&["", " "]);
            format!(
                "{}.{gap}{}.{gap}{year}",
                self.random.below(28) + 1,
                self.random.below(12) + 1
            )
        } else {
            format!("{} {year}", self.day())
        };
        self.add(Label::Date, &date);
        if self.random.chance(0.7) {
            self.mark(", ");
            let page = (self.random.below(40) + 1).to_string();
            self.print_pages(&page);
        }
    }

    /// An address with what introduces it, and perhaps an access date.
    fn address(&mut self) {
        const HOSTS: &[&str] = &[
            "www.who.int",
            "www.gov.uk",
            "example.org",
            "www.un.org",
            "data.europa.eu",
            "www.state.gov",
            "www.gob.mx",
            "www.bbc.com",
            "github.com",
        ];
        let path = format!("{:x}", self.random.below(1 << 24));
        let scheme = self.random.pick(&["https://", "http://", "https://"]);
        let address = format!("{scheme}{}/{path}", self.random.pick(HOSTS));
        let available = self.style.available;
        self.mark(". ");
        self.mark(available);
        self.add(Label::Url, &address);
        if self.random.chance(0.5) {
            let accessed = self.style.accessed;
            let day = self.day();
            let date = format!("{day} {}", 2005 + self.random.below(20));
            let (open, close) =
                self.random
                    .pick(&[(" (", ")"), (", ", ""), (". ", ""), (" [", "]")]);
            self.mark(open);
            self.add(Label::Note, &format!("{accessed}{date}"));
            self.mark(close);
        }
    }

    fn web_page(&mut self, source: &Source) {
        let names = if self.random.chance(0.7) {
            self.some_organisation()
        } else {
            source.authors.clone()
        };
        self.people_and_year(&names, source, |composer| composer.print_year(source));
        self.title(&source.title, true);
        if self.style.year_place != YearPlace::Authors {
            self.print_year(source);
        }
        self.address();
    }

    fn thesis(&mut self, source: &Source) {
        self.authors(source);
        self.title(&source.title, true);
        let kind = self.random.pick(self.style.language.theses);
        let (open, close) = self.random.pick(&[
            ("", ", "),
            ("", ". "),
            ("(", "), "),
            ("[", "], "),
            ("(", "). "),
        ]);
        self.mark(open);
        self.add(Label::Genre, kind);
        self.mark(close);
        let universities: Vec<usize> = (0..self.pool.publishers.len())
            .filter(|idx| self.pool.publishers[*idx].0.contains("niversi"))
            .collect();
        let school = if universities.is_empty() {
            0
        } else {
            self.random.pick(&universities)
        };
        let (publisher, place) = self.pool.publishers[school].clone();
        let school = Source {
            publisher: Some(
                publisher
                    .replace(" Press", "")
                    .replace("Presses ", "")
                    .replace(" Verlag", ""),
            ),
            location: Some(place),
            ..source.clone()
        };
        let has_publisher = self.publisher(&school);
        self.year_at_end(source, if has_publisher { ", " } else { "" });
    }

    fn report(&mut self, source: &Source) {
        let names = if self.random.chance(0.5) {
            self.some_organisation()
        } else {
            source.authors.clone()
        };
        self.people_and_year(&names, source, |composer| composer.print_year(source));
        self.title(&source.title, true);
        let number = (self.random.below(4000) + 1).to_string();
        let kind = self
            .random
            .pick(self.style.language.reports)
            .replace('#', &number);
        let in_brackets = self.random.chance(0.4);
        self.mark(if in_brackets { "(" } else { "" });
        self.add(Label::Genre, &kind);
        self.mark(if in_brackets { "). " } else { ", " });
        let organisation = self.random.pick(self.style.language.organisations);
        if self.random.chance(0.6) {
            self.add(Label::Publisher, organisation);
        } else {
            self.publisher(source);
        }
        self.year_at_end(source, ", ");
        if self.random.chance(0.3) {
            self.address();
        }
    }

    /// The reference with its labels.
    fn finish(self) -> Sample {
        let printed: String = self.parts.iter().map(|(_, text)| text.as_str()).collect();
        let segments = self
            .parts
            .iter()
            .filter(|(_, text)| !text.trim().is_empty())
            .map(|(label, text)| (label.name().to_owned(), text.trim().to_owned()))
            .collect();
        Sample {
            set: "synthetic".to_owned(),
            text: printed.split_whitespace().collect::<Vec<_>>().join(" "),
            segments,
            fields: Values {
                author: self.organisations,
                ..Values::default()
            },
            author_from: Some("gold".to_owned()),
            ..Sample::default()
        }
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
