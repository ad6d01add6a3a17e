"""Promise 7 end to end: private values in title, body, agenda and PDF of documents, published; then withdrawn, rolled back, built again: nowhere."""

from __future__ import annotations

import datetime as dt
import subprocess
from pathlib import Path

import pytest

from ingest.code import code_version
from ingest.collect.inbox import Sidecar, add
from ingest.home import Home, open_home
from orchestration.night import NightRun
from orchestration.nightly import run_night
from tests.warehouse.release.test_withdrawals import places
from warehouse.build.withdrawals import add_withdrawal
from warehouse.release.recut import finish_withdrawals
from warehouse.release.rollback import rollback
from warehouse.release.tree import read_index

pytestmark = pytest.mark.real
ARABIC, LATIN = "كريم بنتجريب الخيالي", "Karim Bentajrib El Khayali"
_PAGE = """<html lang="ar"><head><title>{title}</title></head><body><main><h1>{title}</h1>{body}</main></body></html>"""
_DECISION = _PAGE.format(
    title=f"قرار بشأن ملف {ARABIC}", body=f"<p>وبعد المناقشة تقرر إحالة طلب {ARABIC} على اللجنة.</p>"
)
_SESSION = _PAGE.format(
    title="الدورة العادية لشهر أكتوبر 2024 لمجلس جماعة واد المثال",
    body="<p>عقد مجلس جماعة واد المثال دورته العادية لشهر أكتوبر 2024 بمقر الجماعة، وتضمن جدول الأعمال النقط التالية:</p>"
    f"<p>1- الدراسة والمصادقة على طلب {ARABIC} المتعلق بالملك الجماعي</p><p>2- برمجة الفائض الحقيقي لسنة 2024</p>",
)


def night(home: Home, day: int) -> None:
    run_night(NightRun(home, dt.datetime(2026, 11, day, 2, 30, tzinfo=dt.UTC), offline=True))


def hand_in(home: Home, file: Path, title: str | None = None) -> None:
    card = Sidecar(origin=f"test {file.name}", publisher="جماعة واد المثال", licence="law-31-13-art-6", title=title)
    add(home, file, card)


def test_promise_7_a_withdrawal_reaches_every_file_of_every_release(tmp_path: Path) -> None:
    home = open_home(tmp_path / "home", sample=False, test=True)
    for name, text in (("decision.html", _DECISION), ("session.html", _SESSION)):
        (tmp_path / name).write_text(text, "utf-8")
        hand_in(home, tmp_path / name)
    night(home, 20)
    sheet = tmp_path / "ordre-du-jour.csv"
    sheet.write_text(
        f"Commune d'Oued Mithal : dossier {LATIN}\nSession ordinaire d'octobre 2024\n1. Demande de {LATIN}\n", "utf-8"
    )
    subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation=file://{tmp_path}/profile", "--convert-to", "pdf", "--outdir", str(tmp_path), str(sheet)],
        check=True, capture_output=True,
    )  # fmt: skip
    hand_in(home, tmp_path / "ordre-du-jour.pdf", title=f"Dossier {LATIN}")
    night(home, 21)
    first, second = (r.release_id for r in read_index(home).releases)
    seen = places(home.published / "store" / first, ARABIC)
    assert {"test-documents.csv", "test-agenda_items.parquet", "test-infitah.ar.xlsx", "test-infitah.duckdb"} <= set(
        seen
    ), seen
    # The point has two texts by now, and the release shows the newer one: the document keeps its title.
    assert "test-documents.csv" in places(home.published / "store" / second, ARABIC)
    assert "test-documents.csv" in places(home.published / "store" / second, LATIN)
    at = dt.datetime(2026, 11, 21, 12, 0, tzinfo=dt.UTC)
    for value in (ARABIC, LATIN.upper()):
        add_withdrawal(home, at, reason_code="personal_data", value=value, address=None)
    assert finish_withdrawals(home, code_version()) == [f"{first}+redacted.1", f"{second}+redacted.1"]

    def nowhere() -> None:
        for value in (ARABIC, LATIN):
            assert places(home.published, value) == []

    nowhere()
    assert rollback(home, first, "2026-11-21T13:00:00Z") == f"{first}+redacted.1"
    nowhere()
    night(home, 22)
    nowhere()
    assert all(places(b / "files", ARABIC) == [] for b in home.builds.iterdir())
