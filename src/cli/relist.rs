//! `refmend fix --references`: the typed list brought into the style.

use std::{path::Path, sync::Arc};

use refmend::{
    document::Document,
    edit::Applicability,
    listing::{self, Reason, Relisted},
    output::Positions,
    project::Project,
    span::{Place, SourceId},
    style::{self, Style},
};

use super::{advice::Advised, args::FixArgs, guess, print, settings};

/// What became of the lists of all papers.
#[derive(Debug, Default)]
pub(super) struct Totals {
    written: usize,
    moved: usize,
    in_style: usize,
    held_back: usize,
    refused: usize,
    has_run: bool,
}

/// The style that the list of a paper shall have: the one that was asked for, else the one that the paper is nearest to.
fn style_of(project: &Project, source: SourceId) -> anyhow::Result<Arc<Style>> {
    if let Some(style) = &project.style {
        return Ok(Arc::clone(style));
    }
    let name = &project.sources.get(source).name;
    let mut papers = project.papers.iter();
    let paper = papers.find(|paper| paper.source == source);
    let Some(guess) = paper.and_then(|paper| style::guess(paper.style_evidence())) else {
        let help = "name one with --style, or as `style` in refmend.toml; `refmend explain --styles` lists those that come along";
        return Err(Advised::new(format!("{name}: no style fits this paper well"), help).into());
    };
    print::hint(&format!(
        "{name} is taken to be in {} (`--style {}`): {}",
        guess.title,
        guess.name,
        guess::fit(&guess)
    ));
    settings::style(Path::new(guess.name))
}

/// Brings the lists of a paper into a style, and says what stays as typed.
pub(super) fn relist(
    project: &mut Project,
    source: SourceId,
    document: &Document,
    args: &FixArgs,
) -> anyhow::Result<Relisted> {
    let least = if args.unsafe_fixes {
        Applicability::Unsafe
    } else {
        Applicability::Safe
    };
    project.update_paper(source, document.clone());
    let style = style_of(project, source)?;
    let relisted = listing::relist(document, &style, least);
    let mut positions = Positions::new(&project.sources);
    let name = &project.sources.get(source).name;
    for left in &relisted.left {
        let place = positions.start(Place::new(source, left.span)).in_file(name);
        let reason = &left.reason;
        let text = if matches!(reason, Reason::Order(_)) {
            reason.to_string()
        } else {
            let typed = short(left.span.slice(&document.text));
            format!("`{typed}` stays as typed: {reason}")
        };
        print::status(&format!("{place}: {text}"));
    }
    Ok(relisted)
}

/// The beginning of a reference.
fn short(reference: &str) -> String {
    const WORDS: usize = 8;
    let words: Vec<&str> = reference.split_whitespace().collect();
    match words.get(..WORDS) {
        Some(first) if words.len() > WORDS => format!("{} …", first.join(" ")),
        _ => words.join(" "),
    }
}

impl Totals {
    /// Adds what became of the list of a paper, if anything did.
    pub(super) fn extend(&mut self, relisted: Option<&Relisted>) {
        let Some(relisted) = relisted else { return };
        self.has_run = true;
        self.written += relisted.written;
        self.moved += relisted.moved;
        self.in_style += relisted.in_style;
        let (held_back, refused): (Vec<_>, Vec<_>) = relisted
            .left
            .iter()
            .partition(|left| left.reason.is_unsafe());
        self.held_back += held_back.len();
        self.refused += refused.len();
    }

    /// Whether any list was changed.
    pub(super) fn has_changes(&self) -> bool {
        self.written + self.moved > 0
    }

    /// Whether anything stays as typed.
    pub(super) fn has_left(&self) -> bool {
        self.held_back + self.refused > 0
    }

    /// What was done, in one line; none where lists were not asked for.
    pub(super) fn summary(&self, is_shown: bool) -> Option<String> {
        let [write, shift, now] = if is_shown {
            ["Would write", "move", "then"]
        } else {
            ["Wrote", "moved", "now"]
        };
        let mut line = format!(
            "{write} {} anew and {shift} {}; {} {now} in the style.",
            print::counted(self.written, "reference", "references"),
            self.moved,
            print::counted(self.in_style, "is", "are")
        );
        if self.held_back > 0 {
            line.push_str(&format!(
                " {} --unsafe-fixes.",
                print::counted(self.held_back, "reference needs", "references need")
            ));
        }
        if self.refused > 0 {
            line.push_str(&format!(
                " {} as typed.",
                print::counted(self.refused, "stays", "stay")
            ));
        }
        self.has_run.then_some(line)
    }
}
