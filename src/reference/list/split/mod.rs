//! A list divided into its references.
//!
//! Lists are laid out in many ways: a paragraph each, hanging indents, blank lines, numbers, or nothing at all but lines broken at
//! the margin. No layout is guessed. Each line has [`clues`](clues::Clues); what they are worth is first taken from lists at large
//! and then learnt from the list itself, so that the clue that its layout rests on comes to outweigh all others. The division with
//! the highest sum over the whole list is taken.

mod clues;
mod division;
mod weights;

use self::{
    clues::clues,
    division::{Habits, divide},
    weights::Weights,
};
use super::lines::Line;

/// How often the weights are learnt anew; the division does not change any more after that (measured on hard-wrapped lists).
const ROUNDS: usize = 3;

/// Says of each line whether a reference starts with it.
pub(super) fn starts(text: &str, lines: &[Line]) -> Vec<bool> {
    let clues = clues(text, lines);
    let mut weights = Weights::at_large();
    let mut habits = Habits::unknown();
    let mut starts = Vec::new();
    for _ in 0..ROUNDS {
        let odds: Vec<f32> = clues.iter().map(|clues| weights.odds(clues)).collect();
        starts = divide(&clues, &odds, &habits);
        weights = Weights::of(&clues, &starts);
        habits = Habits::of(&clues, &starts);
    }
    starts
}

#[cfg(test)]
mod tests {
    use super::starts;
    use crate::{reference::list::lines::lines, span::Span};

    /// Divides the lines of a text; those at which a reference is expected to start are marked with a sign that is taken out.
    #[track_caller]
    fn check(marked: &str) {
        let expected: Vec<_> = marked.lines().map(|line| line.contains('¶')).collect();
        let text = marked.replace('¶', "");
        let lines = lines(&text, Span::new(0, text.len()));
        assert_eq!(starts(&text, &lines), expected, "{text}");
    }

    #[test]
    fn references_of_one_line_are_divided() {
        check(
            "¶Alvarez, M. (2014). The harvest of the north. Journal of Grain, 3(1), 1–10.\n\
             ¶Brandt, K., & Osei, A. (2011). The price of bread. Harbour Press.\n\
             ¶Lind, S. (2010). Rye. Journal of Grain, 2(1), 1–9.",
        );
    }

    #[test]
    fn numbers_outweigh_what_lines_open_with() {
        check(
            "¶1. Zeller M, Abt K. The harvest of the north and\n\
             Brandt, K. of the south. J Grain. 2014;3:1-10.\n\
             ¶2. The price of bread. J Grain. 2011;2:4-9.\n\
             ¶3. Abt K. Salt. J Grain. 2009;1:1-3.\n\
             ¶4. Osei A. Rye and its enemies in the years of\n\
             need. J Grain. 2008;1:4-9.",
        );
    }

    #[test]
    fn indents_outweigh_what_lines_open_with() {
        check(
            "¶Roux, Anne. Le pain des pauvres. Une histoire de la\n    Lorraine, Jean. Lyon : Quai, 1987.\n\
             ¶Simon, Paul. « Le sel », Revue du grain, vol. 12,\n    n° 3, 1990, p. 12-34.\n\
             ¶Vidal, Jean. La mer et le blé. Histoire d’une longue\n    attente. Paris : Rive, 2001.",
        );
    }
}
