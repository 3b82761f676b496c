//! Findings for people and programs: one file a format.

mod concise;
mod differences;
mod dump;
mod full;
mod github;
mod html;
mod json;
mod jsonl;
mod position;
#[cfg(test)]
mod samples;
mod sarif;
mod summary;

pub use self::{
    concise::concise,
    differences::{change, differences, differences_json, differences_summary},
    dump::dump,
    full::full,
    github::github,
    html::html,
    json::{FindingJson, json},
    jsonl::jsonl,
    position::{Position, Positions},
    sarif::sarif,
    summary::summary,
};
