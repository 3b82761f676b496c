//! Findings for people and programs: one file a format.

mod concise;
mod full;
mod json;
mod position;
mod summary;

pub use self::{
    concise::concise,
    full::full,
    json::{FindingJson, json},
    position::{Position, Positions},
    summary::summary,
};
