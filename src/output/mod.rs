//! Findings for people and programs: one file a format.

mod concise;
mod full;
mod github;
mod json;
mod jsonl;
mod position;
#[cfg(test)]
mod samples;
mod sarif;
mod summary;

pub use self::{
    concise::concise,
    full::full,
    github::github,
    json::{FindingJson, json},
    jsonl::jsonl,
    position::{Position, Positions},
    sarif::sarif,
    summary::summary,
};
