//! A suppression that suppresses nothing.

use super::{Findings, RULES, declare_rule};
use crate::{
    difference,
    edit::{Applicability, Fix},
    suppression::Unused,
};

declare_rule! {
    /// Finds suppressions that suppress nothing.
    ///
    /// ## What it does
    ///
    /// Reports every rule that a comment `refmend: ignore[…]` or an entry of `ignore` in refmend.toml names, if that rule ran and
    /// found nothing there. A name that no rule has, and a comment that names no rule, are reported as well.
    ///
    /// ## Why it matters
    ///
    /// A suppression outlives what it was written for. Left in place, it hides the next mistake.
    ///
    /// ## Example
    ///
    /// ```text
    /// <!-- refmend: ignore[year-mismatch] the reprint is meant -->
    /// Prices fell again (Brandt, 2011).
    ///
    /// Brandt, K. (2011). The price of bread. Harbour Press.
    /// ```
    ///
    /// ## What to do
    ///
    /// Take the suppression out; `refmend fix` does so. If the name is misspelt, mend it.
    "unused-suppression", Note, Suppression(check)
}

fn check(unused: &Unused, findings: &mut Findings) {
    let Some(rule) = &unused.rule else {
        let finding = findings.add(unused.place, "this suppression names no rule");
        finding.help = Some("write `refmend: ignore[RULE] reason`".to_owned());
        return;
    };
    let names: Vec<&str> = RULES.iter().map(|rule| rule.name).collect();
    if !names.contains(&rule.as_str()) {
        let finding = findings.add(unused.place, format!("there is no rule `{rule}`"));
        let near = difference::nearest(rule, &names, 0.6);
        finding.help = near.map(|near| format!("did you mean `{near}`?"));
        return;
    }
    let message = format!("`{rule}` finds nothing here that could be suppressed");
    let finding = findings.add(unused.place, message);
    finding.fix = unused
        .removal
        .clone()
        .map(|removal| Fix::new("take the suppression out", removal, Applicability::Safe));
}
