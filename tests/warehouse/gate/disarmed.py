"""Edits of committed code that take the teeth out of the gate and leave the required list as it is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Edit:
    """One edit: what stands there (a pattern), and what is put in its place."""

    name: str
    file: str
    old: str
    new: str


#: Every outcome is one in which nothing was observed to be wrong.
_OUTCOME = (r"return CheckOutcome\((?s:.*)", r"\g<0>\n\n_made = _outcome\n\n\n")
_NOTHING = """
def _outcome(*given, **named):  # type: ignore
    from dataclasses import replace

    observed = 0.0
    return replace(_made(*given, **named), observed=observed, detail=None)
"""


_NO_HIT = r"\g<1>return set()\n"


def _zero(file: str) -> Edit:
    return Edit(f"nothing_observed_in_{Path(file).stem}", file, _OUTCOME[0], _OUTCOME[1] + _NOTHING)


DISARMED = [
    Edit("no_column_is_scanned", "warehouse/gate/run.py", r"text_columns=\{.*\},", "text_columns={},"),
    Edit("no_column_drifts", "warehouse/gate/run.py", r"_steady_columns\(draft\), rows", "{}, rows"),
    _zero("expectations/release_checks.py"),
    _zero("expectations/dbt_results.py"),
    _zero("expectations/suites.py"),
    _zero("expectations/drift.py"),
    Edit("every_verdict_is_a_pass", "ingest/ledger/store.py", r'return "pass" if held else "fail"', 'return "pass"'),
    Edit(
        "nothing_blocks",
        "expectations/outcome.py",
        r'return self\.severity == "error" and self\.verdict != "pass"',
        "return False",
    ),
    Edit("no_patterns", "expectations/personal_data/patterns.py", r"(?s)(\ndef find_personal_data.*?\n    ).*", _NO_HIT),
    Edit("fewer_words_of_names", "ingest/read/people.yml", r"(?m)^  \S.*$", "  "),
    Edit("no_text_is_looked_at", "expectations/sheets/model.py", r"if c\.is_published\]", 'if c.is_published and c.kind != "text"]'),
    Edit("no_table_is_followed", "warehouse/build/changes.py", r"if draft\.previous is None:", "if True:"),
    Edit("every_build_is_verified", "warehouse/gate/verify.py", r"    if reasons:\n", "    if False:\n"),
    Edit("dbt_tests_are_left_out", "warehouse/build/dbt_process.py", r'"unit_test"\)', '"unit_test", "test")'),
]  # fmt: skip


def apply(edit: Edit, root: Path) -> None:
    """Edit the file below `root`; what is to be replaced must be there."""
    path = root / edit.file
    text = path.read_text("utf-8")
    changed = re.sub(edit.old, edit.new, text, count=1)
    assert changed != text, f"{edit.file} no longer holds {edit.old}"
    path.write_text(changed, "utf-8")
