//! Lists in all formats, brought into styles.
