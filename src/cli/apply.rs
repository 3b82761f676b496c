//! `refmend diff --apply`: what a master lacks, written into it.

use std::io::{self, BufRead, IsTerminal};

use anyhow::Context;
use refmend::{
    adoption::{self, Action, Choice, Plan, Step},
    comparison::Comparison,
    output,
    project::{Project, Role},
    writer,
};

use super::{Outcome, args::DiffArgs, load::Loaded, print, save};

pub(super) fn run(
    args: &DiffArgs,
    loaded: &Loaded,
    comparisons: &[Comparison],
) -> anyhow::Result<Outcome> {
    let mut plan = adoption::plan(comparisons, &loaded.project, &choice(args));
    if args.interactive {
        ask(&mut plan)?;
    }
    for (master, bibliography) in loaded.project.bibliographies.iter().enumerate() {
        let steps: Vec<&Step> = plan
            .steps
            .iter()
            .filter(|step| step.bibliography == master)
            .collect();
        if bibliography.role == Role::Master && !steps.is_empty() {
            write(args, loaded, master, &steps)?;
        }
    }
    print::status(&summary(args, &plan, &loaded.project));
    Ok(if args.diff && !plan.steps.is_empty() {
        Outcome::Findings
    } else {
        Outcome::Clean
    })
}

/// What the flags choose.
fn choice(args: &DiffArgs) -> Choice {
    let takes = |what: &str| args.take.iter().any(|taken| taken == what);
    let is_field = |taken: &&String| !["missing", "lacking", "changed"].contains(&taken.as_str());
    Choice {
        missing: takes("missing"),
        lacking: takes("lacking"),
        changed: takes("changed"),
        fields: args.take.iter().filter(is_field).cloned().collect(),
        only: args.only.clone(),
    }
}

/// Shows or saves one master with the steps done.
fn write(args: &DiffArgs, loaded: &Loaded, master: usize, steps: &[&Step]) -> anyhow::Result<()> {
    let bibliography = &loaded.project.bibliographies[master];
    let input = &loaded.inputs[bibliography.source.0];
    let name = input.name();
    let text = adoption::apply(&bibliography.file, steps).with_context(|| {
        format!("{name} was left alone: the new text would not hold every entry")
    })?;
    if args.diff {
        return print::result(&writer::unified_diff(&name, &input.text, &text));
    }
    let path = input
        .path
        .as_deref()
        .context("a master on stdin cannot be written")?;
    save::text(input, path, &text)
}

/// Keeps the steps that a person says yes to.
fn ask(plan: &mut Plan) -> anyhow::Result<()> {
    if !io::stdin().is_terminal() {
        anyhow::bail!("--interactive needs a terminal; choose with --take and --only instead");
    }
    let mut answers = io::stdin().lock().lines();
    let mut for_the_rest = None;
    let mut kept = Vec::new();
    for step in plan.steps.drain(..) {
        let answer = if let Some(answer) = for_the_rest {
            answer
        } else {
            let ask = "Take it over? [y]es, [n]o, [a]ll, [q]uit:";
            print::question(&format!("{}{ask} ", shown(&step)));
            let (answer, holds) = meant(answers.next().transpose()?.as_deref());
            for_the_rest = holds.then_some(answer);
            answer
        };
        if answer {
            kept.push(step);
        }
    }
    plan.steps = kept;
    Ok(())
}

/// What an answer says, and whether it holds for all that follows; the end of the input is the end of the questions.
fn meant(answer: Option<&str>) -> (bool, bool) {
    match answer.map(|answer| answer.trim().to_lowercase()).as_deref() {
        Some("y" | "yes") => (true, false),
        Some("a" | "all") => (true, true),
        Some("q" | "quit") | None => (false, true),
        Some(_) => (false, false),
    }
}

/// A step for a person who is to decide.
fn shown(step: &Step) -> String {
    match (&step.action, &step.change) {
        (Action::Entry { text }, _) => format!("\n{text}\n"),
        (_, Some(change)) => format!("\n{}: {}\n", step.key, output::change(change)),
        (_, None) => format!("\n{}\n", step.key),
    }
}

/// What was done, and what was not, in one line.
fn summary(args: &DiffArgs, plan: &Plan, project: &Project) -> String {
    let count = |is: fn(&Action) -> bool| plan.steps.iter().filter(|step| is(&step.action)).count();
    let entries = count(|action| matches!(action, Action::Entry { .. }));
    let fields = count(|action| matches!(action, Action::Fields { .. }));
    let values = count(|action| matches!(action, Action::Value { .. }));
    let masters: Vec<&str> = project
        .bibliographies
        .iter()
        .filter(|file| file.role == Role::Master)
        .map(|file| project.sources.get(file.source).name.as_str())
        .collect();
    let verb = if args.diff { "Would write" } else { "Wrote" };
    let mut line = if plan.steps.is_empty() {
        format!("There is nothing to take over into {}.", masters.join(", "))
    } else {
        format!(
            "{verb} {}, {} and {} into {}.",
            print::counted(entries, "new entry", "new entries"),
            print::counted(fields, "new field", "new fields"),
            print::counted(values, "changed value", "changed values"),
            masters.join(", ")
        )
    };
    if plan.held_back > 0 {
        line.push_str(&format!(
            " {} held back: the match is not certain, or the entry has no field for it.",
            print::counted(plan.held_back, "change was", "changes were")
        ));
    }
    line
}
