//! Works in the formats that reference managers and word processors exchange: one file a format.
//!
//! All are pure functions from pairs of key and [`Work`](crate::work::Work) to text. What a format cannot say is left out, and the
//! page of its function says so. biblatex's own format is written by [`bibtex`](crate::bibtex).

pub(crate) mod bibtex_classic;
mod csl_json;
mod ris;
#[cfg(test)]
mod round_trip;
#[cfg(test)]
mod samples;

pub(crate) use self::csl_json::csl;
pub use self::{bibtex_classic::bibtex_classic, csl_json::csl_json, ris::ris};
