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
        let [a, b, c, d, e, f] = self.0;
        let [oa, ob, oc, od, oe, of] = outer.0;
        Self([
            a * oa + b * oc,
            a * ob + b * od,
            c * oa + d * oc,
            c * ob + d * od,
            e * oa + f * oc + oe,
            e * ob + f * od + of,
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
