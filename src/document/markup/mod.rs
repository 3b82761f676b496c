//! The markup of a stretch of a text format: italics, and what else stands around or between its words.
//!
//! `mark` knows the marks of each format, `read` finds them in what the view hides, `spell` writes a stretch anew: its words keep their
//! spelling, links and the like stay around the words that they hold, and italics are set where they shall be.

mod mark;
mod read;
mod spell;
#[cfg(test)]
mod tests;

pub(super) use self::{mark::Italics, read::read, spell::spelt};
