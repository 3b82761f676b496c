//! Titles, publishers, dates, numbers and addresses of made-up references.

use super::{
    compose::Composer,
    pool::Source,
    style::{IssueForm, YearPlace},
};
use crate::reference::label::labels::Label;

impl Composer<'_> {
    /// The year, or what stands in its place.
    pub(super) fn year(&mut self, source: &Source) -> String {
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

    pub(super) fn print_year(&mut self, source: &Source) {
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

    /// A title, in quotation marks where parts have them.
    pub(super) fn title(&mut self, title: &str, is_whole: bool) {
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
    pub(super) fn publisher(&mut self, source: &Source) -> bool {
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
    pub(super) fn year_at_end(&mut self, source: &Source, before: &str) {
        if self.style.year_place != YearPlace::Authors || source.authors.is_empty() {
            self.mark(before);
            self.print_year(source);
        }
    }

    pub(super) fn print_pages(&mut self, pages: &str) {
        let word = self.style.numbers.pages_word;
        self.mark(word);
        self.add(Label::Pages, pages);
    }

    pub(super) fn pages(&self, source: &Source) -> Option<String> {
        source
            .pages
            .as_ref()
            .map(|pages| pages.replace('-', self.style.numbers.dash))
    }

    /// The volume of a work in several, now and then.
    pub(super) fn volume_of_book(&mut self) {
        if self.random.chance(0.05) {
            let word = self.random.pick(self.style.language.volume);
            let volume = self.random.pick(&["1", "2", "3", "I", "II", "III", "4"]);
            let (open, close) = self.random.pick(&[("", ", "), ("", ". "), ("(", "). ")]);
            self.mark(open);
            self.mark(word);
            self.add(Label::Volume, volume);
            self.mark(close);
        }
    }

    /// A series with its number, now and then; `after` follows it.
    pub(super) fn series(&mut self, after: &str) {
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

    /// How many pages a book has, now and then.
    pub(super) fn extent(&mut self) {
        if self.random.chance(0.05) {
            let pages = (self.random.below(700) + 20).to_string();
            let extent = self.random.pick(self.style.language.extent);
            let (open, close) = self.random.pick(&[(", ", ""), (". ", ""), (" (", ")")]);
            self.mark(open);
            self.add(Label::Extent, &extent.replace('#', &pages));
            self.mark(close);
        }
    }

    /// The place of a journal, as Brazilian styles print it: `Revista, Rio de Janeiro, v. 34`.
    pub(super) fn place_of_journal(&mut self) {
        if self.style.has_places {
            let language = self.style.language;
            let (_, place) = self.pool.publisher(language, self.random);
            let (open, close) = self.random.pick(&[(", ", ""), (", ", ""), (" (", ")")]);
            self.mark(open);
            self.add(Label::Location, &place);
            self.mark(close);
        }
    }

    pub(super) fn edition(&mut self) {
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

    pub(super) fn pages_after(&mut self, pages: Option<String>) {
        if let Some(pages) = pages {
            let before = self.style.numbers.before_pages;
            self.mark(before);
            self.print_pages(&pages);
        }
    }

    pub(super) fn volume_and_issue(&mut self, source: &Source) {
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
            IssueForm::Dash => ("-", ""),
            IssueForm::Word | IssueForm::Comma => (", ", ""),
        };
        self.mark(before);
        if self.style.numbers.issue_form == IssueForm::Word {
            self.mark(issue_word);
        }
        self.add(Label::Issue, issue);
        self.mark(after);
    }

    pub(super) fn doi(&mut self, source: &Source) {
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

    /// A day and month in the form of the style.
    pub(super) fn day(&mut self) -> String {
        let day = (self.random.below(28) + 1).to_string();
        let month = self.random.pick(&self.style.language.months);
        self.style
            .day
            .replace('D', "\0")
            .replace('M', month)
            .replace('\0', &day)
    }

    /// An address with what introduces it, and perhaps an access date.
    pub(super) fn address(&mut self) {
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
}
