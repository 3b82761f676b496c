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
