"""Promise 7: what was withdrawn is nowhere any more, however it was spelled, in whatever file, on whatever path."""

from __future__ import annotations

import datetime as dt
import json
import zipfile
from dataclasses import fields
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner

from infitah.cli import main
from ingest.code import code_version
from ingest.home import Home
from ingest.text.fold import fold
from orchestration.night import NightRun
from tests.conftest import NOW
from warehouse.build.input_rows import DictionaryRow
from warehouse.build.withdrawals import Redactor, Withdrawal, WithdrawalError, add_withdrawal, load_withdrawals
from warehouse.gate.record import GateRefused
from warehouse.release.publish import publish
from warehouse.release.recut import finish_withdrawals
from warehouse.release.rollback import rollback
from warehouse.release.stored_tables import read_stored
from warehouse.release.trace import trace
from warehouse.release.tree import latest_folder, read_index, verify_release

AT = dt.datetime(2026, 11, 24, 10, 0, tzinfo=dt.UTC)


def redactor(value: str) -> Redactor:
    return Redactor([Withdrawal("wd-2026-11-24-1", "2026-11-24T10:00:00Z", "personal_data", value, None)])


@pytest.mark.parametrize(
    ("value", "text", "expected"),
    [
        ("أحمد التجريبي", "قرار لفائدة احمد  التجريبى بالجماعة", "قرار لفائدة […] بالجماعة"),
        ("0612345678", "هاتف ٠٦ ١٢-٣٤.٥٦ ٧٨ للاتصال", "هاتف […] للاتصال"),
        ("AB123456", "CIN ab 123 456 fin", "CIN […] fin"),
        ("Saïd Exemple", "demande de SAID EXEMPLE, demeurant", "demande de […], demeurant"),
        ("محمد", "شارع المحمدية", "شارع المحمدية"),
        ("فاطمة المثالية", "ﻓﺎﻃﻤﺔ المثالية", "[…]"),
    ],
)
def test_a_value_is_found_however_it_is_spelled(value: str, text: str, expected: str) -> None:
    assert redactor(value).text(text) == expected


def test_an_address_that_spells_the_value_is_withdrawn_with_it() -> None:
    found = redactor("أحمد التجريبي")
    assert found.drops("https://x.example/%D8%A3%D8%AD%D9%85%D8%AF-%D8%A7%D9%84%D8%AA%D8%AC%D8%B1%D9%8A%D8%A8%D9%8A/")
    assert not found.drops("https://x.example/autre-page")


def test_a_finding_that_names_a_withdrawn_page_beside_another_goes_too(tmp_path: Path) -> None:
    """Its words are those of both documents."""
    kept, gone = "https://a.example/kept", "https://b.example/gone"
    columns = ("finding_id", "source_url", "other_source_url", "value_raw")
    rows = [
        ("f1", kept, gone, "5 / 6"),
        ("f2", gone, kept, "6 / 5"),
        ("f3", kept, None, "7"),
        ("f4", kept, kept, "8 / 9"),
    ]
    told = {"table_name": "findings", "data_type": "varchar", "is_key": False, "is_volatile": False, "codes": None}
    dictionary = [
        {f.name: "x" for f in fields(DictionaryRow)} | told | {"column_name": c, "position": n}
        for n, c in enumerate(columns)
    ]
    dictionary.append(dictionary[0] | {"table_name": "_dictionary", "column_name": "table_name"})
    pq.write_table(pa.Table.from_pylist(dictionary), tmp_path / "_dictionary.parquet")
    pq.write_table(
        pa.Table.from_pylist([dict(zip(columns, r, strict=True)) for r in rows]), tmp_path / "findings.parquet"
    )
    withdrawn = Redactor([Withdrawal("wd-1", "2026-11-24T10:00:00Z", "error", None, gone)])
    assert read_stored(tmp_path, "", withdrawn).frames["findings"].column("finding_id").to_pylist() == ["f3", "f4"]


def test_what_cannot_be_withdrawn_says_so(tmp_path: Path) -> None:
    home = Home(tmp_path, "test")
    for arguments, words in (
        ({"value": None, "address": None}, "either a value"), ({"value": "ab", "address": None}, "innocent words"),
        ({"value": "x" * 9, "address": None, "reason_code": "mood"}, "is no reason"),
    ):  # fmt: skip
        with pytest.raises(WithdrawalError, match=words):
            add_withdrawal(home, AT, **{"reason_code": "personal_data", **arguments})  # type: ignore[arg-type]
    first = add_withdrawal(home, AT, reason_code="error", value="كلمات كافية", address=None)
    assert add_withdrawal(home, AT, reason_code="error", value="كلمات كافية", address=None) == first
    assert (tmp_path / "decisions" / "withdrawals.json").stat().st_mode & 0o077 == 0


def decoded(path: Path) -> str:
    """Everything that a file says, as text."""
    if path.suffix == ".xlsx":
        with zipfile.ZipFile(path) as archive:
            return "\n".join(archive.read(n).decode("utf-8", "replace") for n in archive.namelist())
    if path.suffix == ".parquet":
        return str(pq.read_table(path).to_pylist())
    if path.suffix == ".duckdb":
        with duckdb.connect(str(path), read_only=True) as con:
            names = [r[0] for r in con.execute("select table_name from duckdb_tables() where not internal").fetchall()]
            return "\n".join(str(con.execute(f'select * from "{n}"').fetchall()) for n in names)
    text = path.read_bytes().decode("utf-8", "replace")
    return text + (json.dumps(json.loads(text), ensure_ascii=False) if path.suffix in (".json", ".jsonld") else "")


def places(root: Path, words: str) -> list[str]:
    """Files below `root` that say these words in any spelling."""
    wanted = fold(words)
    files = {p.resolve() for p in root.rglob("*") if p.is_file()}
    return sorted(p.name for p in files if wanted in fold(decoded(p)))


def test_withdraw_from_a_published_release(home_copy: Home) -> None:
    """Words of an agenda item: in every format before, nowhere after; the record is verified, the row still leads home."""
    with duckdb.connect(str(next(latest_folder(home_copy).glob("*.duckdb"))), read_only=True) as con:  # type: ignore[union-attr]
        key, title = con.execute(
            "select agenda_item_id, title from agenda_items order by length(title) desc limit 1"
        ).fetchall()[0]
    before = places(home_copy.published, title)
    assert {
        "sample-agenda_items.csv",
        "sample-agenda_items.parquet",
        "sample-infitah.ar.xlsx",
        "sample-infitah.duckdb",
    } <= set(before)
    old_id = read_index(home_copy).latest
    assert old_id is not None
    told = CliRunner().invoke(
        main, ["withdraw", "--home", str(home_copy.root), "--reason", "personal_data", "--value", "-"], input=title
    )
    assert told.exit_code == 0, told.output
    assert title not in told.output
    index = read_index(home_copy)
    assert index.latest == f"{old_id}+redacted.1"
    assert places(home_copy.published, title) == []
    assert not list(home_copy.builds.iterdir())
    assert index.gone_releases[old_id].replaced_by == index.latest
    assert not (home_copy.published / "store" / old_id).exists()
    gone = json.loads((home_copy.published / "current" / "releases" / old_id / "gone.json").read_text("utf-8"))
    assert gone["reason_code"] == "withdrawal"
    assert "personal_data" in (home_copy.published / "current" / "withdrawals.json").read_text("utf-8")
    assert "Withdrawal wd-" in (home_copy.published / "current" / "feed.atom").read_text("utf-8")
    record = verify_release(home_copy, latest_folder(home_copy), index.latest)  # type: ignore[arg-type]
    assert record.recut_of is not None
    assert record.recut_of.release_id == old_id
    assert trace(home_copy, "agenda_items", key).steps
    # The old name means the re-cut; asking again does nothing.
    assert rollback(home_copy, old_id, "2026-11-24T12:00:00Z") == index.latest
    assert finish_withdrawals(home_copy, code_version()) == []


def test_a_build_from_before_a_withdrawal_is_refused(home_copy: Home) -> None:
    add_withdrawal(home_copy, AT, reason_code="error", value="كلمات لا توجد في أي مكان", address=None)
    build = next(p for p in home_copy.builds.iterdir() if (p / "build.json").exists())
    kept = home_copy.root / "hidden"
    build.rename(kept)
    assert finish_withdrawals(home_copy, code_version()) == []
    kept.rename(home_copy.builds / build.name)
    with pytest.raises(GateRefused, match="withdrawn since this was built"):
        publish(home_copy, code_version(), build.name)


def test_a_withdrawal_cut_short_is_finished_by_the_next_rollback(home_copy: Home) -> None:
    """The list is written first: killed right after, nothing of it can be reached by the next command."""
    with duckdb.connect(str(next(latest_folder(home_copy).glob("*.duckdb"))), read_only=True) as con:  # type: ignore[union-attr]
        url = con.execute("select source_url from sessions order by 1 limit 1").fetchall()[0][0]
    add_withdrawal(home_copy, AT, reason_code="legal_order", value=None, address=url)
    old_id = read_index(home_copy).latest
    assert rollback(home_copy, old_id, "2026-11-24T12:00:00Z") == f"{old_id}+redacted.1"
    assert places(home_copy.published, url) == []
    assert len(load_withdrawals(home_copy)) == 1


@pytest.mark.real
def test_nights_after_a_withdrawal_leave_it_out(home_copy: Home) -> None:
    """Withdraw, build again from the archive, which still has it: the release that follows has it not."""
    with duckdb.connect(str(next(latest_folder(home_copy).glob("*.duckdb"))), read_only=True) as con:  # type: ignore[union-attr]
        title = con.execute("select title from agenda_items order by length(title) desc limit 1").fetchall()[0][0]
    add_withdrawal(home_copy, AT, reason_code="personal_data", value=title, address=None)
    night = NightRun(home_copy, NOW)
    with night.locked():
        night.assemble()
        night.model()
        night.render()
        night.gate()
        published = night.publish()
    # The re-cut release says the same as the new build, so nothing new was cut.
    assert published.release_id.endswith("+redacted.1")
    assert not published.is_new
    assert places(home_copy.published, title) == []
    # Keys of the private warehouse may still spell it; its files may not.
    assert all(places(b / "files", title) == [] for b in home_copy.builds.iterdir())
