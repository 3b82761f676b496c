//! Dates of works.

use serde::Serialize;

use super::Status;

/// A day, a month or a year; as far as it is known.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Date {
    /// The year; negative before our era.
    pub year: i32,
    /// 1 to 12, or 21 to 24 for spring to winter (EDTF).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub month: Option<u8>,
    /// 1 to 31.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub day: Option<u8>,
}

impl Date {
    /// Makes the date of a whole year.
    pub fn year(year: i32) -> Self {
        Self {
            year,
            month: None,
            day: None,
        }
    }
}

/// As in biblatex's `date`: EDTF level 0, `2026-01-05`.
impl std::fmt::Display for Date {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.year < 0 {
            write!(f, "-{:04}", -self.year)?;
        } else {
            write!(f, "{:04}", self.year)?;
        }
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
            if let Some(day) = self.day {
                write!(f, "-{day:02}")?;
            }
        }
        Ok(())
    }
}

/// When a work came out, with all that a citation may say of it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize)]
pub struct Issued {
    /// The date, or the first of a range.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// The last of a range.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end: Option<Date>,
    /// The letter that tells works of one year apart: `a` in `2010a`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub suffix: Option<char>,
    /// What stands instead of a year.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
    /// The year in which the work first came out, where it was printed again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub original: Option<i32>,
}

impl Issued {
    /// Makes the date of a whole year.
    pub fn year(year: i32) -> Self {
        Self {
            date: Some(Date::year(year)),
            ..Self::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_written_as_edtf() {
        let date = Date {
            year: 2026,
            month: Some(1),
            day: Some(5),
        };
        assert_eq!(date.to_string(), "2026-01-05");
        assert_eq!(Date::year(-350).to_string(), "-0350");
    }
}
