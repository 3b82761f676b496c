//! Where content is drawn: the six numbers of a transformation (ISO 32000-1, 8.3.4).

/// A transformation of points, `[x y 1] × M`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Matrix(pub(super) [f64; 6]);

impl Matrix {
    pub(super) const IDENTITY: Self = Self([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    /// Moves points.
    pub(super) fn moved(x: f64, y: f64) -> Self {
        Self([1.0, 0.0, 0.0, 1.0, x, y])
    }

    /// This transformation, then another.
    pub(super) fn then(self, outer: Self) -> Self {
        let Self(own) = self;
        let Self(other) = outer;
        let row = |x: f64, y: f64| (x * other[0] + y * other[2], x * other[1] + y * other[3]);
        let (right, up, origin) = (
            row(own[0], own[1]),
            row(own[2], own[3]),
            row(own[4], own[5]),
        );
        Self([
            right.0,
            right.1,
            up.0,
            up.1,
            origin.0 + other[4],
            origin.1 + other[5],
        ])
    }

    /// Where the origin comes to.
    pub(super) fn origin(self) -> (f64, f64) {
        (self.0[4], self.0[5])
    }

    /// What a step to the right becomes.
    pub(super) fn right(self) -> (f64, f64) {
        (self.0[0], self.0[1])
    }

    /// What a step upward becomes.
    pub(super) fn up(self) -> (f64, f64) {
        (self.0[2], self.0[3])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_made_from_the_inside_out() {
        let doubled = Matrix([2.0, 0.0, 0.0, 2.0, 10.0, 20.0]);
        assert_eq!(Matrix::moved(1.0, 2.0).then(doubled).origin(), (12.0, 24.0));
        assert_eq!(doubled.then(Matrix::moved(1.0, 2.0)).origin(), (11.0, 22.0));
        assert_eq!(doubled.then(Matrix::IDENTITY), doubled);
        let turned = doubled.then(Matrix([0.0, 1.0, -1.0, 0.0, 0.0, 0.0]));
        assert_eq!((turned.right(), turned.up()), ((0.0, 2.0), (-2.0, 0.0)));
    }
}
