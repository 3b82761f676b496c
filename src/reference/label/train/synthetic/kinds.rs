//! The kinds of made-up references.

use super::{
    compose::Composer,
    pool::Source,
    style::{PagesPlace, YearPlace},
};
use crate::reference::label::{labels::Label, train::corpus::PrintedName};

impl Composer<'_> {
    pub(super) fn book(&mut self, source: &Source) {
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
        self.extent();
    }

    pub(super) fn article(&mut self, source: &Source) {
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
        self.place_of_journal();
        let after = self.style.numbers.after_container;
        self.mark(after);
        if self.slashed_year(source) {
            let pages = self.pages(source);
            return self.pages_after(pages);
        }
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

    pub(super) fn chapter(&mut self, source: &Source) {
        self.authors(source);
        self.title(&source.title, false);
        let host = self.style.titles.host;
        self.mark(host);
        let has_editors = !self.host_by_the_same() && !source.editors.is_empty();
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

    /// `Reuters. (2026). Title. Reuters, January 5.`
    pub(super) fn newspaper_article(&mut self, source: &Source) {
        let newspaper = self.newspaper();
        let names = match self.random.below(10) {
            0..3 => vec![PrintedName {
                literal: Some(newspaper.clone()),
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
        self.people_and_year(&names, |composer| {
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
        self.add(Label::Container, &newspaper);
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

    /// The name of a newspaper.
    fn newspaper(&mut self) -> String {
        let name = self.random.pick(self.style.language.newspapers);
        let language = self.style.language;
        let (_, place) = self.pool.publisher(language, self.random);
        let is_end = |c: char| !c.is_alphabetic() && c != ' ';
        name.replace('#', place.split(is_end).next().unwrap_or_default().trim())
    }

    /// `Die Zeit, 5. März 1996, S. 12`; `Der Spiegel (1980), Nr. 20, S. 25`
    pub(super) fn newspaper_issue(&mut self) {
        let newspaper = self.newspaper();
        self.add(Label::Container, &newspaper);
        let year = 1950 + self.random.below(75);
        if self.random.chance(0.3) {
            return self.numbered_issue(year);
        }
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

    /// Year, number and page of an issue, in one of two orders.
    fn numbered_issue(&mut self, year: usize) {
        let word = self.random.pick(self.style.language.issue);
        let number = (self.random.below(52) + 1).to_string();
        if self.random.chance(0.5) {
            self.mark(" (");
            self.add(Label::Date, &year.to_string());
            self.mark(&format!("), {word}"));
            self.add(Label::Issue, &number);
        } else {
            self.mark(&format!(", {word}"));
            self.add(Label::Issue, &number);
            let between = self.random.pick(&["/", "/ ", " (", ", "]);
            self.mark(between);
            self.add(Label::Date, &year.to_string());
            self.mark(if between == " (" { ")" } else { "" });
        }
        self.mark(", ");
        let page = (self.random.below(200) + 1).to_string();
        self.print_pages(&page);
    }

    pub(super) fn web_page(&mut self, source: &Source) {
        let names = if self.random.chance(0.7) {
            self.some_organisation()
        } else {
            source.authors.clone()
        };
        self.people_and_year(&names, |composer| composer.print_year(source));
        self.title(&source.title, true);
        if self.style.year_place != YearPlace::Authors {
            self.print_year(source);
        }
        self.address();
    }

    pub(super) fn thesis(&mut self, source: &Source) {
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

    pub(super) fn report(&mut self, source: &Source) {
        let names = if self.random.chance(0.5) {
            self.some_organisation()
        } else {
            source.authors.clone()
        };
        self.people_and_year(&names, |composer| composer.print_year(source));
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
}
