//! The style of papers, guessed where the user has named none.

use refmend::{
    input::Input,
    project::Project,
    style::{self, Guess},
};

/// The style that a paper is written in, where one fits well.
pub(super) fn of(input: &Input) -> Option<Guess> {
    let mut project = Project::default();
    project.add_paper(input.name(), input.document());
    let paper = project.papers.first()?;
    style::guess(paper.style_evidence())
}

/// How well a style fits, and which others fit alike.
pub(super) fn fit(guess: &Guess) -> String {
    let percent = |share: f32| (share * 100.0).floor();
    let cited = guess
        .cited
        .map(|cited| format!("{} % of the form of its citations and ", percent(cited)));
    let also = match guess.also.as_slice() {
        [] => String::new(),
        also => format!("; {} would fit alike", also.join(", ")),
    };
    format!(
        "{}{} % of its list are as {} has it{also}",
        cited.unwrap_or_default(),
        percent(guess.listed),
        guess.title
    )
}
