//! Dates from their printed forms: full dates, ranges, seasons, original years, `n.d.` and `in press` in six languages.

use crate::{
    reference::{label::token::tokenise, months::month_number},
    span::Span,
    work::{Date, Issued, Status},
};

/// Reads the printed dates of a reference; the first that names a year leads, the others add month and day.
pub(super) fn issued<'t>(dates: impl Iterator<Item = &'t str>) -> Issued {
    let mut issued = Issued::default();
    for printed in dates {
        let more = read(printed);
        let original = issued.original.or(more.original);
        match (&mut issued.date, more.date) {
            (None, _) => issued = more,
            (Some(date), Some(more_date))
                if date.month.is_none() && [0, date.year].contains(&more_date.year) =>
            {
                date.month = more_date.month;
                date.day = more_date.day;
            }
            _ => {}
        }
        issued.original = original;
    }
    issued.date = issued.date.filter(|date| date.year != 0);
    issued
}

/// Reads one printed date; its year is 0 where only month and day are printed.
pub(super) fn read(printed: &str) -> Issued {
    let parts = parts(printed);
    let folded = crate::work::fold::fold(printed);
    let without_year = folded.trim_end_matches(|c: char| c.is_ascii_digit());
    let mut issued = Issued {
        status: Status::of(without_year),
        ..Issued::default()
    };
    if let Some((before, letter)) = folded.rsplit_once(' ').filter(|_| issued.status.is_none()) {
        // `n.d.-a`
        issued.status = Status::of(before).filter(|_| letter.len() == 1);
        issued.suffix = letter.chars().next().filter(|_| issued.status.is_some());
    }
    if let Some(date) = numeric_date(&parts) {
        issued.date = Some(date);
        return issued;
    }
    read_years(&parts, &mut issued);
    read_months(&parts, &mut issued);
    issued
}

/// The date of a text that is nothing but one and names a month: `June 1970`, `23 dez.`
pub(super) fn only_date(printed: &str) -> Option<Date> {
    const MOST: usize = 6;
    let parts = parts(printed);
    let is_date = |part: &Part| part.kind != Kind::Word || part.is_link;
    let has_month = parts.iter().any(|part| matches!(part.kind, Kind::Month(_)));
    let is_only = has_month && parts.len() <= MOST && parts.iter().all(is_date);
    read(printed).date.filter(|_| is_only)
}

/// Whether a word in lower case says that a year behind it is that of the first edition: `(Original work published 1900)`.
pub(super) fn is_original_word(lower: &str) -> bool {
    matches!(
        lower,
        "original"
            | "originally"
            | "originale"
            | "originalausgabe"
            | "erstmals"
            | "zuerst"
            | "orig"
    )
}

/// A word of a date.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Part<'t> {
    kind: Kind,
    /// What stands before it.
    gap: &'t str,
    /// Whether it is a word that dates are put together with: `6 de diciembre de 2018`.
    is_link: bool,
}

/// What a word of a date is.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Kind {
    /// A year, with the letter that tells works of one year apart.
    Year(i32, Option<char>),
    /// A month or season.
    Month(u8),
    /// Another number.
    Number(u32),
    /// Anything else.
    Word,
}

/// Divides a printed date.
fn parts(printed: &str) -> Vec<Part<'_>> {
    let mut end = 0;
    let mut parts = Vec::new();
    let tokens = tokenise(printed);
    for span in tokens
        .iter()
        .flat_map(|token| month_range(token.span, printed))
    {
        let word = span.slice(printed).to_lowercase();
        parts.push(Part {
            kind: kind(&word),
            gap: printed.get(end..span.start).unwrap_or_default(),
            is_link: matches!(
                word.as_str(),
                "de" | "del" | "of" | "the" | "le" | "vom" | "on"
            ),
        });
        end = span.end;
    }
    parts
}

/// The two months of `juillet-septembre`, or the word as it is.
fn month_range(word: Span, printed: &str) -> Vec<Span> {
    let text = word.slice(printed);
    let is_month = |part: &str| month_number(&part.to_lowercase()).is_some();
    match text.split_once('-') {
        Some((first, last)) if is_month(first) && is_month(last) => vec![
            Span::new(word.start, word.start + first.len()),
            Span::new(word.end - last.len(), word.end),
        ],
        _ => vec![word],
    }
}

/// What a word is.
fn kind(word: &str) -> Kind {
    const YEARS: std::ops::RangeInclusive<i32> = 1000..=2199;
    if let Some(month) = month_number(word) {
        return Kind::Month(month);
    }
    let letters = word.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = &word[..word.len() - letters.len()];
    let mut letters = letters.chars();
    match (digits.parse::<i32>(), letters.next(), letters.next()) {
        (Ok(year), letter, None) if digits.len() == 4 && YEARS.contains(&year) => {
            Kind::Year(year, letter.filter(char::is_ascii_lowercase))
        }
        (Ok(number), None, None) => Kind::Number(number.unsigned_abs()),
        // The endings of `1st`, `2nd`, `3rd`, `4th`, `1er`.
        (Ok(number), Some('s' | 'n' | 'r' | 't' | 'e'), Some(_)) => {
            Kind::Number(number.unsigned_abs())
        }
        _ => Kind::Word,
    }
}

/// Reads `2026-01-05`, `05.01.2026`, `5/1/2026`; between slashes the day comes first unless it cannot.
fn numeric_date(parts: &[Part]) -> Option<Date> {
    parts.windows(3).find_map(|three| {
        let mark = three[1].gap.trim();
        let same = matches!(mark, "-" | "." | "/" | "–") && three[2].gap.trim() == mark;
        let (year, month, day) = match (three[0].kind, three[1].kind, three[2].kind) {
            (Kind::Year(year, None), Kind::Number(month), Kind::Number(day)) => (year, month, day),
            (Kind::Number(first), Kind::Number(second), Kind::Year(year, None)) => {
                let (day, month) = if second <= 12 {
                    (first, second)
                } else {
                    (second, first)
                };
                (year, month, day)
            }
            _ => return None,
        };
        (same && (1..=12).contains(&month) && (1..=31).contains(&day)).then_some(Date {
            year,
            month: Some(month as u8),
            day: Some(day as u8),
        })
    })
}

/// Reads years: one, a range, or the year of the first edition beside that of the one used.
fn read_years(parts: &[Part], issued: &mut Issued) {
    let years: Vec<(usize, i32, Option<char>)> = parts
        .iter()
        .enumerate()
        .filter_map(|(idx, part)| match part.kind {
            Kind::Year(year, suffix) => Some((idx, year, suffix)),
            _ => None,
        })
        .collect();
    let Some((first_idx, first, suffix)) = years.first().copied() else {
        return;
    };
    issued.date = Some(Date::year(first));
    issued.suffix = suffix;
    if let Some((idx, second, second_suffix)) = years.get(1).copied() {
        let gap = parts[idx].gap;
        let is_range = idx == first_idx + 1 && gap.contains(['-', '–', '—']) && second > first;
        if is_range {
            issued.end = Some(Date::year(second));
        } else if second != first && is_original(gap) {
            issued.date = Some(Date::year(first.max(second)));
            issued.original = Some(first.min(second));
            issued.suffix = suffix.or(second_suffix);
        }
    } else if let Some(end) = short_end(parts, first_idx, first) {
        issued.end = Some(Date::year(end));
    }
}

/// Whether what stands between two years says that one is that of the first edition: `1900/1953`, `[1900] 1953`.
fn is_original(gap: &str) -> bool {
    gap.contains(['/', '[', ']', '(', ')', '='])
}

/// The end of a range that leaves out the century: `1998-99`, `2001/02`.
fn short_end(parts: &[Part], first_idx: usize, first: i32) -> Option<i32> {
    let next = parts.get(first_idx + 1)?;
    let is_joined = matches!(next.gap.trim(), "-" | "–" | "/");
    let Kind::Number(number) = next.kind else {
        return None;
    };
    let end = first / 100 * 100 + number.cast_signed();
    (is_joined && number < 100 && end > first).then_some(end)
}

/// Adds months and days.
fn read_months(parts: &[Part], issued: &mut Issued) {
    let months: Vec<(usize, u8)> = parts
        .iter()
        .enumerate()
        .filter_map(|(idx, part)| match part.kind {
            Kind::Month(month) => Some((idx, month)),
            _ => None,
        })
        .collect();
    let Some((idx, month)) = months.first().copied() else {
        return;
    };
    let (day, last_day) = days_beside(parts, idx);
    let date = issued.date.get_or_insert_with(Date::default);
    date.month = Some(month);
    date.day = day;
    if let Some(last_day) = last_day.filter(|_| issued.end.is_none()) {
        issued.end = Some(Date {
            day: Some(last_day),
            ..*date
        });
    }
    let range_end = months.get(1).copied().filter(|(idx, last)| {
        issued.end.is_none() && parts[*idx].gap.contains(['-', '–', '/']) && *last != month
    });
    if let Some((idx, last)) = range_end {
        issued.end = Some(Date {
            year: date.year,
            month: Some(last),
            day: day_of_last(parts, idx).filter(|_| day.is_some()),
        });
    }
    issued.end = issued.end.filter(|end| end.year != 0);
}

/// The day beside a month, and the last of several: `April 4–7`, `3–5 May`.
fn days_beside(parts: &[Part], month: usize) -> (Option<u8>, Option<u8>) {
    let day = |idx: usize| match parts.get(idx)?.kind {
        Kind::Number(day @ 1..=31) => Some(day as u8),
        _ => None,
    };
    let range = |first: usize| {
        let is_joined = matches!(parts.get(first + 1)?.gap.trim(), "-" | "–" | "—" | "/");
        let (start, end) = (day(first)?, day(first + 1)?);
        (is_joined && start < end).then_some((Some(start), Some(end)))
    };
    let before = month.checked_sub(2).and_then(range);
    before
        .or_else(|| range(month + 1))
        .unwrap_or_else(|| (day_beside(parts, month), None))
}

/// The day beside the last month of a range; in `March 30–April 2` the number before it is that of the first.
fn day_of_last(parts: &[Part], month: usize) -> Option<u8> {
    let is_joined = parts[month].gap.contains(['-', '–', '—']);
    match parts.get(month + 1)?.kind {
        Kind::Number(day @ 1..=31) if is_joined => Some(day as u8),
        _ => day_beside(parts, month),
    }
}

/// The day before or after a month.
fn day_beside(parts: &[Part], month: usize) -> Option<u8> {
    let day_at = |idx: Option<usize>| match parts.get(idx?)?.kind {
        Kind::Number(day @ 1..=31) => Some(day as u8),
        _ => None,
    };
    // `5 de enero`, `5. Januar`.
    let skips_word = month >= 2 && parts[month - 1].kind == Kind::Word;
    day_at(month.checked_sub(1))
        .or_else(|| day_at(Some(month + 1)))
        .or_else(|| day_at(month.checked_sub(2)).filter(|_| skips_word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(printed: &[&str], expected: &str) {
        let issued = issued(printed.iter().copied());
        let show = |date: Option<Date>| date.map_or(String::new(), |date| date.to_string());
        let suffix = issued.suffix.map_or(String::new(), String::from);
        let end = issued.end.map_or(String::new(), |end| format!("/{end}"));
        let original = issued
            .original
            .map_or(String::new(), |year| format!(" [{year}]"));
        let status = issued
            .status
            .map_or(String::new(), |status| format!("{status:?}"));
        let shown = format!("{}{suffix}{end}{original}{status}", show(issued.date));
        assert_eq!(shown, expected, "{printed:?}");
    }

    #[test]
    fn days_months_and_years() {
        check(&["2016"], "2016");
        check(&["2010a"], "2010a");
        check(&["2019, May 3"], "2019-05-03");
        check(&["3. März 2019"], "2019-03-03");
        check(&["12 de enero de 2020"], "2020-01-12");
        check(&["1er août 2001"], "2001-08-01");
        check(&["2026-01-05"], "2026-01-05");
        check(&["05.01.2026"], "2026-01-05");
        check(&["4/25/2010"], "2010-04-25");
        check(&["Spring 2004"], "2004-21");
    }

    #[test]
    fn the_day_may_stand_elsewhere() {
        check(&["2026", "January 5"], "2026-01-05");
        check(&["2012", "2013"], "2012");
        check(&["May 5"], "");
    }

    #[test]
    fn ranges_and_original_years() {
        check(&["1998–2001"], "1998/2001");
        check(&["1998-99"], "1998/1999");
        check(&["2001/02"], "2001/2002");
        check(&["1900/1953"], "1953 [1900]");
        check(&["1953 [1900]"], "1953 [1900]");
        check(&["January–March 2005"], "2005-01/2005-03");
        check(&["juillet-septembre 1969"], "1969-07/1969-09");
        check(&["jan./abr. 2004"], "2004-01/2004-04");
        check(&["2018, April 4–7"], "2018-04-04/2018-04-07");
        check(&["2017, March 30–April 2"], "2017-03-30/2017-04-02");
        check(&["3–5 May 2016"], "2016-05-03/2016-05-05");
    }

    #[test]
    fn other_words_stand_for_the_year() {
        check(&["n.d."], "NoDate");
        check(&["o. J."], "NoDate");
        check(&["s.f."], "NoDate");
        check(&["in press"], "InPress");
        check(&["In press 2002"], "2002InPress");
        check(&["en prensa"], "InPress");
        check(&["i. E."], "Forthcoming");
        check(&["forthcoming"], "Forthcoming");
        check(&["n.d.-a"], "aNoDate");
    }
}
