//! Papers whose style is known.
