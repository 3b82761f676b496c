//! Citations made of names and years.

use super::{
    super::{
        Citation, Cite, CitedYear, Form, Mode,
        names::{Context, NameRow},
        token::Kind,
    },
    Found, Scan,
};
use crate::span::Span;

impl Scan<'_> {
    /// Adds the cites of one or more years behind their names; says whether it was a citation at all.
    pub(super) fn add(&mut self, found: &Found, years: &[CitedYear], ends: (usize, usize)) -> bool {
        let form = self.form(found, &years[0], ends.1);
        let first = Cite {
            span: Span::default(),
            names_span: self.names_span(&found.names),
            names: found.names.names.clone(),
            et_al: found.names.et_al,
            connector: found.names.connector,
            year: CitedYear::default(),
            number: None,
            titled: Vec::new(),
            locator: None,
            prefix: self.prefix(found),
            suffix: None,
            form,
        };
        if form == Form::Open
            && !self.lists(&found.names, &years[0])
            && !self.lists_pair(&found.names)
        {
            return false;
        }
        let year_span = years[0].span;
        let mut cites = self.cites(&first, years, ends);
        cites[0].span = if found.is_apart {
            year_span
        } else {
            first.names_span.join(year_span)
        };
        let (span, mode) = self.citation_span(found, &cites, ends.1);
        match self.found.last_mut() {
            Some(last)
                if last.mode == Mode::Parenthetical
                    && mode == last.mode
                    && last.span.covers(cites[0].span) =>
            {
                last.cites.append(&mut cites);
            }
            _ => self.found.push(Citation { span, mode, cites }),
        }
        true
    }

    /// Adds years behind the names of the cite read last.
    pub(super) fn add_to_previous(&mut self, years: &[CitedYear], ends: (usize, usize)) -> bool {
        let Some(template) = self.found.last().and_then(|citation| citation.cites.last()) else {
            return false;
        };
        // `Lind (n.d.) (forthcoming)` says twice that there is no year.
        if template.year.status.is_some() && years[0].status.is_some() {
            return false;
        }
        let mut first = template.clone();
        first.prefix = None;
        let mut cites = self.cites(&first, years, ends);
        let close = self
            .reader
            .tokens
            .get(ends.1)
            .filter(|token| token.kind == Kind::Close);
        if let Some(last) = self.found.last_mut() {
            let end = cites.last().map_or(last.span.end, |cite| cite.span.end);
            let end = close.map_or(end, |close| close.span.end);
            last.span = last
                .span
                .join(Span::new(last.span.start, end.max(last.span.start)));
            last.cites.append(&mut cites);
        }
        true
    }

    /// One cite for each year; the locator belongs to the last.
    fn cites(
        &self,
        first: &Cite,
        years: &[CitedYear],
        (end, locator_end): (usize, usize),
    ) -> Vec<Cite> {
        let mut cites: Vec<_> = years
            .iter()
            .map(|year| Cite {
                span: year.span,
                year: year.clone(),
                ..first.clone()
            })
            .collect();
        if locator_end > end
            && let Some(last) = cites.last_mut()
        {
            last.locator = Some(self.locator_span(end, locator_end));
        }
        cites
    }

    /// The bytes of a locator without the comma or colon before it.
    fn locator_span(&self, start: usize, end: usize) -> Span {
        let marks = matches!(self.reader.tokens[start].kind, Kind::Mark(',' | ':'));
        self.reader.span(start + usize::from(marks), end)
    }

    fn names_span(&self, names: &NameRow) -> Span {
        let first = names
            .names
            .first()
            .map_or_else(Span::default, |name| name.span);
        let last = names.names.last().map_or(first, |name| name.span);
        let start = self
            .reader
            .tokens
            .get(names.start)
            .filter(|token| !token.span.covers(first))
            .map_or(first.start, |token| token.span.start.min(first.start));
        let end = names
            .et_al
            .map_or(last.end, |et_al| et_al.end.max(last.end));
        Span::new(start, end)
    }

    /// The bytes of the whole citation and how it stands in its sentence.
    fn citation_span(&self, found: &Found, cites: &[Cite], end: usize) -> (Span, Mode) {
        let tokens = self.reader.tokens;
        let last = cites
            .last()
            .map_or_else(Span::default, |cite| cite.locator.unwrap_or(cite.span));
        let span = cites[0].span.join(last);
        match (found.context, found.opener) {
            (Context::Bracket, Some(open)) => {
                let close = self.close_of(open).unwrap_or(span.end);
                (
                    Span::new(tokens[open].span.start.min(span.start), close.max(span.end)),
                    Mode::Parenthetical,
                )
            }
            (Context::Narrative, _) => {
                let close = tokens.get(end).filter(|token| token.kind == Kind::Close);
                (
                    close.map_or(span, |close| span.join(close.span)),
                    Mode::Narrative,
                )
            }
            _ => (span, Mode::Narrative),
        }
    }

    /// The words between the last separator and the names inside a bracket.
    pub(super) fn prefix(&self, found: &Found) -> Option<Span> {
        let open = found.opener.filter(|_| found.context == Context::Bracket)?;
        let floor = self.floor(open, found.names.start);
        let segment = (floor..found.names.start)
            .rev()
            .find(|idx| self.reader.tokens[*idx].is(';'))
            .map_or(floor, |semicolon| semicolon + 1);
        let floor = (segment..found.names.start).find(|idx| !self.reader.tokens[*idx].is(','))?;
        Some(self.reader.span(floor, found.names.start))
    }
}
