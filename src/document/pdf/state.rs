//! What the operators of a page have set (ISO 32000-1, 8.4 and 9.3).

use std::rc::Rc;

use super::{font::Font, matrix::Matrix};

/// Deeper nesting than pages have; what is put aside beyond it is lost.
const DEEPEST: usize = 256;

/// What holds for the text that is shown next.
#[derive(Clone)]
pub(super) struct State {
    /// From where content is drawn to the page.
    pub(super) matrix: Matrix,
    pub(super) font: Option<Rc<Font>>,
    pub(super) size: f64,
    pub(super) letter_space: f64,
    pub(super) word_space: f64,
    /// Horizontal scaling, 1 for none.
    pub(super) scale: f64,
    pub(super) leading: f64,
    pub(super) rise: f64,
}

/// The state, those put aside, and where the next letter stands.
pub(super) struct States {
    pub(super) now: State,
    aside: Vec<State>,
    /// Where the next letter stands.
    pub(super) text: Matrix,
    /// Where the line began.
    pub(super) line: Matrix,
}

impl States {
    pub(super) fn new(matrix: Matrix) -> Self {
        let now = State {
            matrix,
            font: None,
            size: 1.0,
            letter_space: 0.0,
            word_space: 0.0,
            scale: 1.0,
            leading: 0.0,
            rise: 0.0,
        };
        Self {
            now,
            aside: Vec::new(),
            text: Matrix::IDENTITY,
            line: Matrix::IDENTITY,
        }
    }

    /// Puts the state aside; how many now are.
    pub(super) fn save(&mut self) -> usize {
        if self.aside.len() < DEEPEST {
            self.aside.push(self.now.clone());
        }
        self.aside.len()
    }

    /// Takes the last state again.
    pub(super) fn restore(&mut self) {
        if let Some(state) = self.aside.pop() {
            self.now = state;
        }
    }

    /// Takes states again until `n_aside` are left.
    pub(super) fn restore_to(&mut self, n_aside: usize) {
        while self.aside.len() > n_aside {
            self.restore();
        }
    }

    /// Begins a line at a place of its own.
    pub(super) fn begin(&mut self, place: Matrix) {
        (self.text, self.line) = (place, place);
    }

    /// Begins a line beside the one before.
    pub(super) fn next_line(&mut self, x: f64, y: f64) {
        self.begin(Matrix::moved(x, y).then(self.line));
    }

    /// Moves on in the line, in units of text space.
    pub(super) fn advance(&mut self, x: f64) {
        self.text = Matrix::moved(x * self.now.scale, 0.0).then(self.text);
    }

    /// From the space of letters, one high, to the page.
    pub(super) fn letters(&self) -> Matrix {
        let State {
            size, scale, rise, ..
        } = self.now;
        Matrix([size * scale, 0.0, 0.0, size, 0.0, rise])
            .then(self.text)
            .then(self.now.matrix)
    }
}
