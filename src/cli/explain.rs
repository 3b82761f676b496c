//! `refmend explain`: the page of a rule, or the list of all.

use refmend::{rules, style};

use super::{Outcome, args::ExplainArgs, print};

pub(super) fn run(args: &ExplainArgs) -> anyhow::Result<Outcome> {
    let text = match args.rule.and_then(rules::find) {
        Some(rule) => rule.page(),
        None if args.styles => styles(),
        None => list(),
    };
    print::result(&text)?;
    Ok(Outcome::Clean)
}

/// The styles with all their names, a line each.
fn styles() -> String {
    let styles = style::styles().iter();
    styles
        .map(|style| format!("{}  {}\n", style.names.join(", "), style.title))
        .collect()
}

fn list() -> String {
    let width = rules::RULES
        .iter()
        .map(|rule| rule.name.len())
        .max()
        .unwrap_or_default();
    rules::RULES
        .iter()
        .map(|rule| format!("{:width$}  {}\n", rule.name, rule.summary().trim()))
        .collect()
}
