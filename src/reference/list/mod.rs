//! The printed reference lists of a text, found and divided.
//!
//! `locate` finds them, by their headings or by their looks; `split` says with which lines references start. Both rest on what
//! single lines show: how they open, what mark stands before them, what white space surrounds them.

mod furniture;
mod headings;
mod inline;
mod lines;
mod locate;
mod looks;
mod marker;
mod notes;
mod opening;
#[cfg(test)]
mod properties;
mod split;
#[cfg(test)]
mod tests;
mod text;
mod words;
pub(super) mod years;

pub(super) use self::{
    locate::{PrintedList, lists},
    looks::likeness,
    marker::{Marker, marker},
    notes::paragraphs,
    opening::{name_behind_initials, repeated_author},
    text::joined,
    words::is_particle,
};
