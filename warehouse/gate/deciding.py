"""Which code decides whether a build may be published: its files and their digests, as the required list knows them.

It is the import closure of where checks are made, run, recorded and judged, with the data files beside its modules
(words, patterns); computed, never listed by hand. What only renders is kept out by what these modules import: the gate
is handed its report (`warehouse.gate.run.Report`), and `expectations` never sees the warehouse, so that formats,
catalogue and pages may change without a word in the required list. Libraries stand in requirements/ with their hashes,
and no digest here covers them; what dbt tests and suites are is told by the digest of each check.

An edit of what reads this very list is seen by the version of the code and by whoever reviews it, not here.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from expectations.required import REQUIRED_FILE
from ingest.closure import PROJECT, closure_of, data_beside, modules_in
from ingest.code import PACKAGES

#: Every module of this room decides.
_ROOM = "expectations"
#: Where else: dbt's tests are run, a build is checked and recorded, its record is judged.
_MODULES = (
    "warehouse.build.dbt",
    "warehouse.build.dbt_process",
    "warehouse.gate.run",
    "warehouse.gate.record",
    "warehouse.gate.verify",
)


def deciding_code(root: Path = PROJECT) -> dict[str, str]:
    """File, as it is called from the project's root → SHA-256 of its bytes, sorted by name.

    Args:
        root: the folder that holds the packages; tests hand in an altered copy.
    """
    closure = closure_of([*modules_in(_ROOM, root), *_MODULES], PACKAGES, root)
    files = {*closure.modules.values(), *data_beside(closure.modules)} - {root / REQUIRED_FILE.relative_to(PROJECT)}
    return {p.relative_to(root).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest() for p in sorted(files)}
