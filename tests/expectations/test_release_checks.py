"""What the scan of a release passes over holds nothing, and what it looks at is part of its definition."""

from __future__ import annotations

import hashlib
from dataclasses import replace

import duckdb

from expectations.personal_data.patterns import find_personal_data
from expectations.release_checks import check_release, scan_database
from expectations.sheets.load import load_tables
from ingest.home import Home
from warehouse.build.builds import candidate
from warehouse.build.draft import make_draft
from warehouse.gate.run import release_files
from warehouse.release.tree import published_before


def test_a_digest_and_nothing_else_holds_no_personal_data() -> None:
    """Digits alone too: of 64 there is no number of a person that ends where a letter or digit does."""
    digests = [hashlib.sha256(str(n).encode()).hexdigest() for n in range(5_000)]
    digests += ["0612345678" * 6 + "0612", "a" * 64, "1" * 64, "ab123456" * 8]
    assert [d for d in digests if find_personal_data(d)] == []


def test_what_only_begins_or_ends_as_a_digest_is_scanned(home_copy: Home) -> None:
    build = candidate(home_copy)
    draft = make_draft(home_copy, build, load_tables(), published_before(home_copy))
    files = release_files(home_copy, build, draft)
    digest = "0" * 64
    with duckdb.connect(str(build.database)) as con:
        values = [f"{digest} 06 12 34 56 78", f"06 12 34 56 78\n{digest}", f"{digest}\n06 12 34 56 78"]
        for row, value in enumerate(values):
            con.execute("update marts.plans set title = ? where rowid = ?", [value, row])
    assert scan_database(files)["phone", "plans", "title"] == len(values)


def test_what_is_looked_at_is_part_of_the_definition(home_copy: Home) -> None:
    build = candidate(home_copy)
    draft = make_draft(home_copy, build, load_tables(), published_before(home_copy))
    files = release_files(home_copy, build, draft)
    before = {o.check_id: o.definition_sha256 for o in check_release(files)}
    fewer = {t: columns for t, columns in files.text_columns.items() if t != "plans"}
    after = {o.check_id: o.definition_sha256 for o in check_release(replace(files, text_columns=fewer))}
    assert after.keys() == before.keys()
    assert not [i for i in after if after[i] == before[i]]
