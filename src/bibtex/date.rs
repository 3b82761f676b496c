//! Dates of .bib files: EDTF in `date`, or `year`, `month` and `day`.
//!
//! The `biblatex` crate panics on `month = {January 1996}` and some open years; dates are few and simple enough to be read here.

use crate::work::{Date, Issued, Status};

/// Reads the value of a `date` field: `2026-01-05`, `1996/1998`, `1904?`, `~1850`.
///
/// The signs of doubt are left out, as is an open end. Text that is no date may still say what stands for one (`in press`).
pub(super) fn issued(value: &str) -> Option<Issued> {
    let value = value.trim();
    let (start, end) = value
        .split_once('/')
        .or_else(|| value.split_once('–'))
        .map_or((value, None), |(start, end)| (start, Some(end)));
    let Some(date) = date(start).or_else(|| end.and_then(date)) else {
        return loose(value);
    };
    Some(Issued {
        date: Some(date),
        end: end.and_then(self::date).filter(|end| *end > date),
        suffix: suffix(start),
        ..Issued::default()
    })
}

/// Reads `year`, `month` and `day`; what is wrong with month or day costs only these.
pub(super) fn from_parts(year: &str, month: Option<&str>, day: Option<&str>) -> Option<Issued> {
    let mut issued = issued(year)?;
    if let Some(date) = issued.date.as_mut().filter(|date| date.month.is_none()) {
        date.month = month.and_then(month_in);
        let day = day.and_then(number).or_else(|| month.and_then(day_in));
        date.day = day.filter(|day| date.month.is_some() && (1..=31).contains(day));
    }
    Some(issued)
}

/// One date by EDTF, level 0, with the signs of doubt of level 1: `YYYY`, `YYYY-MM`, `YYYY-MM-DD`.
pub(super) fn date(text: &str) -> Option<Date> {
    let text = text.trim().trim_matches(['?', '~', '%']);
    let text = text.split_once('T').map_or(text, |(date, _time)| date);
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => (-1, digits),
        None => (1, text),
    };
    let mut parts = digits.split('-');
    let year = parts.next()?;
    let year = year
        .strip_suffix(|c: char| c.is_ascii_lowercase())
        .unwrap_or(year);
    // Records of old books have years of three digits; biblatex wants four.
    if !(3..=4).contains(&year.len()) || !year.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let month = parts
        .next()
        .and_then(number)
        .filter(|month| is_month(*month));
    let day = parts
        .next()
        .and_then(number)
        .filter(|day| month.is_some() && (1..=31).contains(day));
    Some(Date {
        year: sign * year.parse::<i32>().ok()?,
        month,
        day,
    })
}

/// Whether EDTF knows a month or season of this number.
fn is_month(number: u8) -> bool {
    matches!(number, 1..=12 | 21..=24)
}

/// A number of one or two digits.
fn number(text: &str) -> Option<u8> {
    text.trim().parse().ok()
}

/// The letter behind a year: `1999a`.
fn suffix(text: &str) -> Option<char> {
    let mut chars = text.trim().chars().rev();
    let last = chars.next().filter(char::is_ascii_lowercase)?;
    chars.next().filter(char::is_ascii_digit).map(|_| last)
}

/// The year somewhere in a text (`c. 1890`, `[1999]`, `12 May 2001`), or what stands for one.
fn loose(value: &str) -> Option<Issued> {
    let year = value
        .split(|c: char| !c.is_ascii_digit())
        .find(|digits| digits.len() == 4)
        .and_then(|digits| digits.parse().ok());
    if let Some(year) = year {
        return Some(Issued::year(year));
    }
    Status::of(value).map(|status| Issued {
        status: Some(status),
        ..Issued::default()
    })
}

/// The month that a text names or numbers: `jan`, `January 1996`, `1`, `1~jan`.
fn month_in(text: &str) -> Option<u8> {
    text.split(|c: char| !c.is_alphanumeric())
        .find_map(month_number)
        .or_else(|| number(text).filter(|month| is_month(*month)))
}

/// The day beside the name of a month: `January 5`.
fn day_in(text: &str) -> Option<u8> {
    let names_month = text.contains(char::is_alphabetic);
    text.split(|c: char| !c.is_ascii_digit())
        .find(|digits| (1..=2).contains(&digits.len()))
        .and_then(number)
        .filter(|_| names_month)
}

/// The number of a month by its English name or its first three letters; a few names that others use.
pub(super) fn month_number(name: &str) -> Option<u8> {
    let name = name.to_lowercase();
    Some(match name.as_str() {
        "jan" | "january" | "januar" | "enero" | "janvier" | "gennaio" | "janeiro" => 1,
        "feb" | "february" | "februar" | "febrero" | "février" | "febbraio" | "fevereiro" => 2,
        "mar" | "march" | "märz" | "marzo" | "mars" | "março" => 3,
        "apr" | "april" | "abril" | "avril" | "aprile" => 4,
        "may" | "mai" | "mayo" | "maggio" | "maio" => 5,
        "jun" | "june" | "juni" | "junio" | "juin" | "giugno" | "junho" => 6,
        "jul" | "july" | "juli" | "julio" | "juillet" | "luglio" | "julho" => 7,
        "aug" | "august" | "agosto" | "août" => 8,
        "sep" | "sept" | "september" | "septiembre" | "septembre" | "settembre" | "setembro" => 9,
        "oct" | "october" | "oktober" | "octubre" | "octobre" | "ottobre" | "outubro" => 10,
        "nov" | "november" | "noviembre" | "novembre" | "novembro" => 11,
        "dec" | "december" | "dezember" | "diciembre" | "décembre" | "dicembre" | "dezembro" => 12,
        "spring" => 21,
        "summer" => 22,
        "autumn" | "fall" => 23,
        "winter" => 24,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(value: &str, expected: &str) {
        let shown = issued(value).map_or("-".to_owned(), |issued| show(&issued));
        assert_eq!(shown, expected, "{value}");
    }

    fn show(issued: &Issued) -> String {
        let date = |date: Option<Date>| date.map(|date| date.to_string()).unwrap_or_default();
        let mut shown = date(issued.date);
        if issued.end.is_some() {
            shown = format!("{shown}/{}", date(issued.end));
        }
        shown.extend(issued.suffix);
        if let Some(status) = issued.status {
            shown = format!("{shown}{status:?}");
        }
        shown
    }

    #[test]
    fn dates_are_read() {
        check("2026-01-05", "2026-01-05");
        check("1996/1998", "1996/1998");
        check("1996/", "1996");
        check("/1996", "1996");
        check("1904?", "1904");
        check("-0350", "-0350");
        check("1999a", "1999a");
        check("2004-21", "2004-21");
        check("2004-13-45", "2004");
        check("2015-03-02T10:20", "2015-03-02");
        check("c. 1890", "1890");
        check("[1999]", "1999");
        check("2001--2003", "2001");
        check("19XX", "-");
        check("99999X", "-");
        check("in press", "InPress");
        check("n.d.", "NoDate");
        check("", "-");
    }

    #[test]
    fn parts_are_put_together() {
        let check = |month: &str, day: Option<&str>, expected: &str| {
            let issued = from_parts("1996", Some(month), day).expect("the year is sound");
            assert_eq!(show(&issued), expected, "{month}");
        };
        check("jan", Some("5"), "1996-01-05");
        check("January 1996", None, "1996-01");
        check("jan 5", None, "1996-01-05");
        check("5", None, "1996-05");
        check("99", Some("5"), "1996");
        check("Winter", None, "1996-24");
        check("may", Some("31st"), "1996-05");
    }
}
