//! Years of cites, and what stands for them.

use super::{
    CitedYear, status,
    token::{Gap, Kind, Token},
};

/// Years before this are pages, counts or heights far more often than years of a cited work.
///
/// Printed books begin about 1450; older works are cited by the year of their edition.
const FIRST_YEAR: i32 = 1400;

/// Years after this are none.
const LAST_YEAR: i32 = 2099;

/// Reads the year or years that begin at `tokens[start]`; also gives the token after the last.
///
/// Several years come only from suffixes behind one year: `2010a, b`, `2010a–c`. A second full year is a cite of its own.
pub(super) fn read(text: &str, tokens: &[Token], start: usize) -> Option<(Vec<CitedYear>, usize)> {
    read_original(text, tokens, start)
        .or_else(|| read_years(text, tokens, start))
        .or_else(|| status::read(text, tokens, start).map(|(year, end)| (vec![year], end)))
}

/// Reads `[1900] 1953`, `(1867) 1990`, where the brackets stand inside the citation's own or none.
fn read_original(text: &str, tokens: &[Token], start: usize) -> Option<(Vec<CitedYear>, usize)> {
    let [open, number, close, ..] = tokens.get(start..)? else {
        return None;
    };
    if open.kind != Kind::Open || close.kind != Kind::Close {
        return None;
    }
    let (original, _) =
        plain_year(text, tokens, start + 1).filter(|(_, suffix)| suffix.is_none())?;
    let (mut years, end) = read_years(text, tokens, start + 3)?;
    if tokens[start + 3].gap > Gap::Space || number.gap > Gap::Space {
        return None;
    }
    for year in &mut years {
        year.original = Some(original);
    }
    years[0].span = open.span.join(years[0].span);
    Some((years, end))
}

/// Reads `2010`, `2010a, b`, `2010–2012`, `1900/1953`, `2009 [1905]`.
fn read_years(text: &str, tokens: &[Token], start: usize) -> Option<(Vec<CitedYear>, usize)> {
    let (year, suffix) = plain_year(text, tokens, start)?;
    let span = tokens[start].span;
    let mut first = CitedYear {
        span,
        year: Some(year),
        suffix,
        ..CitedYear::default()
    };
    if suffix.is_some() {
        if let Some((original, close)) = bracketed_original(text, tokens, start + 1) {
            first.original = Some(original);
            first.span = span.join(tokens[close].span);
            return Some((vec![first], close + 1));
        }
        if let Some((later, letter)) = year_behind_slash(text, tokens, start + 1)
            && later > year
        {
            let span = span.join(tokens[start + 2].span);
            let whole = CitedYear {
                span,
                year: Some(later),
                suffix: letter,
                original: Some(year),
                ..first
            };
            return Some((vec![whole], start + 3));
        }
        return Some(read_suffixes(text, tokens, start + 1, first));
    }
    let mut end = start + 1;
    if is_number_of_document(text, tokens, end) {
        return None;
    }
    let next_year = |offset: usize| {
        let joint = tokens.get(end + offset - 1)?;
        let token = tokens.get(end + offset)?;
        let close = joint.gap == Gap::None && token.gap == Gap::None;
        close
            .then(|| short_or_full_year(text, token, year))
            .flatten()
    };
    match tokens.get(end).map(|token| token.kind) {
        Some(Kind::Dash) => {
            if let Some((last, _)) = next_year(1).filter(|(last, _)| *last > year) {
                first.end = Some(last);
                end += 2;
            }
        }
        Some(Kind::Mark('/')) => {
            if let Some((last, suffix)) = next_year(1) {
                first.suffix = suffix;
                if last > year + 1 {
                    first.original = Some(year);
                    first.year = Some(last);
                } else {
                    first.end = Some(last);
                }
                end += 2;
            }
        }
        Some(Kind::Open) => {
            if let Some((original, close)) = bracketed_original(text, tokens, end) {
                first.original = Some(original);
                end = close + 1;
            }
        }
        _ => {}
    }
    first.span = span.join(tokens[end - 1].span);
    Some((vec![first], end))
}

/// The full year behind a slash: the second of `1920a/2001`.
fn year_behind_slash(text: &str, tokens: &[Token], start: usize) -> Option<(i32, Option<char>)> {
    let (slash, number) = (tokens.get(start)?, tokens.get(start + 1)?);
    let is_close = slash.is('/') && slash.gap == Gap::None && number.gap == Gap::None;
    year_of(number.text(text)).filter(|_| is_close && number.kind == Kind::Number)
}

/// Whether a dash and a number that is no year follow: `2014-343`.
fn is_number_of_document(text: &str, tokens: &[Token], start: usize) -> bool {
    let Some([dash, number, ..]) = tokens.get(start..) else {
        return false;
    };
    let digits = number.text(text);
    dash.kind == Kind::Dash
        && number.kind == Kind::Number
        && number.gap == Gap::None
        && digits.len() > 2
        && year_of(digits).is_none()
}

/// The year of `[1905]`, `[c. 1905]` or `[first published 1905]` at `start`, and the token that closes the bracket.
fn bracketed_original(text: &str, tokens: &[Token], start: usize) -> Option<(i32, usize)> {
    const LONGEST: usize = 7;
    if tokens.get(start)?.text(text) != "[" {
        return None;
    }
    let inside = tokens.iter().skip(start + 1).take(LONGEST);
    let close = start + 1 + inside.take_while(|token| token.kind != Kind::Close).count();
    let (last, words) = tokens.get(start + 1..close)?.split_last()?;
    let are_words = words
        .iter()
        .all(|token| token.kind == Kind::Word || token.is('.'));
    let (year, suffix) = year_of(last.text(text)).filter(|_| last.kind == Kind::Number)?;
    let closes = tokens.get(close)?.kind == Kind::Close;
    (closes && are_words && suffix.is_none()).then_some((year, close))
}

/// Reads the letters behind `2010a`: `, b`, `,b,c`, `–c`, ` and b`, `/b`.
fn read_suffixes(
    text: &str,
    tokens: &[Token],
    mut end: usize,
    first: CitedYear,
) -> (Vec<CitedYear>, usize) {
    let mut years = vec![first];
    while let Some((letter, joint, token)) = next_suffix(text, tokens, end) {
        let last = years
            .last()
            .and_then(|year: &CitedYear| year.suffix)
            .unwrap_or('a');
        if letter <= last {
            break;
        }
        let span = tokens[token].span;
        let from = if joint == Kind::Dash {
            u32::from(last) + 1
        } else {
            u32::from(letter)
        };
        for suffix in (from..=u32::from(letter)).filter_map(char::from_u32) {
            years.push(CitedYear {
                span,
                suffix: Some(suffix),
                ..years[0].clone()
            });
        }
        end = token + 1;
    }
    (years, end)
}

/// The next letter behind a year with a letter, what joins it, and its token.
fn next_suffix(text: &str, tokens: &[Token], start: usize) -> Option<(char, Kind, usize)> {
    let joint = tokens.get(start)?;
    let is_joint = matches!(joint.kind, Kind::Mark(',' | ';' | '/' | '&') | Kind::Dash)
        || matches!(joint.text(text), "and" | "und" | "y" | "e" | "et");
    let mut at = start + 1;
    if joint.is(',')
        && tokens
            .get(at)
            .is_some_and(|t| t.is('&') || matches!(t.text(text), "and" | "und"))
    {
        at += 1;
    }
    let token = tokens.get(at)?;
    let mut letters = token.text(text).chars();
    let letter = letters.next().filter(char::is_ascii_lowercase)?;
    let alone = letters.next().is_none() && token.gap <= Gap::Wrap;
    let ends = tokens.get(at + 1).is_none_or(|next| {
        matches!(
            next.kind,
            Kind::Close | Kind::Dash | Kind::Mark(',' | ';' | ':' | '/' | '&')
        ) || next.text(text) == "and"
    });
    (is_joint && alone && ends).then_some((letter, joint.kind, at))
}

/// The year and letter of a token like `2010` or `2010a` that is not part of a longer number.
fn plain_year(text: &str, tokens: &[Token], start: usize) -> Option<(i32, Option<char>)> {
    let token = tokens
        .get(start)
        .filter(|token| token.kind == Kind::Number)?;
    let (year, suffix) = year_of(token.text(text))?;
    let before = start.checked_sub(1).map(|idx| tokens[idx]);
    let is_count =
        |idx: usize| tokens[idx].kind == Kind::Number && year_of(tokens[idx].text(text)).is_none();
    let glued_before = token.gap == Gap::None
        && before.is_some_and(|mark| match mark.kind {
            Kind::Mark('.' | '=' | '<' | '>' | '~' | '#' | '$' | '€' | '£' | '@' | '_') => true,
            Kind::Mark('/') => start >= 2 && tokens[start - 2].kind == Kind::Number,
            Kind::Mark(',') | Kind::Dash => {
                start >= 2 && mark.gap == Gap::None && is_count(start - 2)
            }
            _ => false,
        });
    let glued_after = tokens.get(start + 1).is_some_and(|mark| {
        mark.gap == Gap::None
            && (matches!(mark.kind, Kind::Mark('%' | '°' | '_' | '@' | '='))
                || (matches!(mark.kind, Kind::Mark('.' | ','))
                    && tokens.get(start + 2).is_some_and(|next| {
                        next.gap == Gap::None
                            && next.kind == Kind::Number
                            && year_of(next.text(text)).is_none()
                    })))
    });
    // `et al.2015` lost its blank; `3.2015` is a decimal.
    let lost_blank = before.is_some_and(|mark| mark.is('.'))
        && start >= 2
        && tokens[start - 2].kind == Kind::Word;
    ((!glued_before || lost_blank) && !glued_after).then_some((year, suffix))
}

/// The year and letter of `2010` or `2010a`.
fn year_of(token: &str) -> Option<(i32, Option<char>)> {
    let digits = token.get(..4)?;
    let year: i32 = digits.parse().ok()?;
    // `2008ff.`: a series that began in that year.
    let mut rest = token[4..].trim_end_matches("ff").chars();
    let suffix = rest.next();
    let lower = suffix.is_none_or(|c| c.is_ascii_lowercase());
    let valid = (FIRST_YEAR..=LAST_YEAR).contains(&year) && lower && rest.next().is_none();
    valid.then_some((year, suffix))
}

/// A year after `first` and a dash or slash: `1962–65`, `1918/19`, `2010–2012`.
fn short_or_full_year(text: &str, token: &Token, first: i32) -> Option<(i32, Option<char>)> {
    let slice = token.text(text);
    if slice.len() == 2 && slice.bytes().all(|byte| byte.is_ascii_digit()) {
        let year = first / 100 * 100 + slice.parse::<i32>().ok()?;
        return (year > first).then_some((year, None));
    }
    year_of(slice)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{citation::token::tokens, span::Span};

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let tokens = tokens(text, Span::new(0, text.len()));
        let found = read(text, &tokens, 0).map_or_else(String::new, |(years, _)| {
            let shown: Vec<_> = years.iter().map(|year| show(text, year)).collect();
            shown.join(" ")
        });
        assert_eq!(found, expected, "{text}");
    }

    /// Year, letter, last year and original year, then the slice in brackets.
    fn show(text: &str, year: &CitedYear) -> String {
        let mut shown = year.year.map_or_else(String::new, |year| year.to_string());
        if let Some(status) = year.status {
            shown.push_str(&format!("{status:?}"));
        }
        shown.extend(year.suffix);
        shown.extend(year.end.map(|end| format!("-{end}")));
        shown.extend(year.original.map(|original| format!("<{original}")));
        format!("{shown}[{}]", year.span.slice(text))
    }

    #[test]
    fn plain_years_and_suffixes() {
        check("2010)", "2010[2010]");
        check("2010a, b, c)", "2010a[2010a] 2010b[b] 2010c[c]");
        check("2010a,b)", "2010a[2010a] 2010b[b]");
        check("2010a–c)", "2010a[2010a] 2010b[c] 2010c[c]");
        check("2010a and b)", "2010a[2010a] 2010b[b]");
        check("2010a, a study", "2010a[2010a]");
    }

    #[test]
    fn ranges_and_original_years() {
        check("2010–2012", "2010-2012[2010–2012]");
        check("1962–65)", "1962-1965[1962–65]");
        check("1900/1953", "1953<1900[1900/1953]");
        check("1918/19", "1918-1919[1918/19]");
        check("1920a/2001", "2001<1920[1920a/2001]");
        check("[1900] 1953)", "1953<1900[[1900] 1953]");
        check("2009 [1905])", "2009<1905[2009 [1905]]");
        check("1931b [c.1907]; 1908)", "1931b<1907[1931b [c.1907]]");
        check(
            "2001 [first published 1905])",
            "2001<1905[2001 [first published 1905]]",
        );
        check("2001 [and 1905, 1907])", "2001[2001]");
    }

    #[test]
    fn what_stands_for_a_year() {
        check("n.d.-a)", "NoDatea[n.d.-a]");
        check("[s.d.])", "NoDate[[s.d.]]");
        check("o. J.)", "NoDate[o. J.]");
        check("i. E.)", "Forthcoming[i. E.]");
        check("i.e., the)", "");
        check("in press)", "InPress[in press]");
    }

    #[test]
    fn other_numbers() {
        check("2010.5", "");
        check("2010th", "");
        check("20101", "");
        check("2010%", "");
        check("2008ff.", "2008[2008ff]");
        check("5199", "");
        check("2014-343", "");
    }
}
