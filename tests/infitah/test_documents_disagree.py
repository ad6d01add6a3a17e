"""Two documents that give one membership, plan, session or tender different dates or numbers are two observations: one is shown, and a finding names both documents with both values.
What is news (announced, then held) or merely less precise contradicts nothing. Through the front door, on made-up pages of two sites."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from ingest.home import Home
from tests.ingest.collect.crawl.front_door import night
from tests.ingest.collect.crawl.site import Site, declare
from warehouse.release.reader import connect_build

NETWORK = "الشبكة المغربية للجماعات الترابية المنفتحة"
RESEAU = "Réseau marocain des collectivités territoriales ouvertes (REMACTO)"

#: Page → (title, text); pages of the second site begin with "b-".
PAGES: dict[str, tuple[str, str]] = {
    "october": ("الدورة العادية لشهر أكتوبر 2022", "<p>عقد مجلس جماعة بني خيال الدورة العادية لشهر أكتوبر 2022 يوم الخميس 06 أكتوبر 2022، ويتضمن جدول أعمالها خمس نقط.</p>"),
    "b-october": ("Session ordinaire d'octobre 2022", "<p>Le conseil de la commune de Bni Khayal a tenu le vendredi 7 octobre 2022 sa session ordinaire du mois d'octobre 2022. L'ordre du jour comprend six points.</p>"),
    "may": ("الدورة العادية لشهر ماي 2023", "<p>عقد مجلس جماعة بني خيال الدورة العادية لشهر ماي 2023 يوم الخميس 04 ماي 2023.</p>"),
    "b-may": ("الدورة العادية لشهر ماي 2023", "<p>انعقدت يوم الجمعة 05 ماي 2023 الدورة العادية لشهر ماي 2023 لمجلس جماعة بني خيال.</p>"),
    "february": ("الدورة العادية لشهر فبراير 2024", "<p>يعقد مجلس جماعة بني خيال دورته العادية لشهر فبراير 2024 يوم الخميس 08 فبراير 2024 وفق جدول الأعمال التالي:</p><ol><li>برمجة الفائض</li></ol>"),
    "b-february": ("الدورة العادية لشهر فبراير 2024", "<p>عقد مجلس جماعة بني خيال الدورة العادية لشهر فبراير 2024 يوم الخميس 08 فبراير 2024.</p>"),
    "member": ("الشبكة", f"<p>انضمت جماعة بني خيال إلى {NETWORK} في ماي 2022.</p>"),
    "b-member": ("عضوية", f"<p>جماعة بني خيال عضو في {NETWORK} منذ شتنبر 2023.</p>"),
    "country": ("الشراكة", "<p>المغرب عضو في الشراكة من أجل الحكومة المنفتحة منذ سنة 2018.</p>"),
    "b-country": ("Le partenariat", "<p>Le Maroc est membre du Partenariat pour un gouvernement ouvert depuis 2019.</p>"),
    "valley": ("الشبكة", f"<p>انضمت جماعة وادي المثال إلى {NETWORK} سنة 2024.</p>"),
    "b-valley": ("Le réseau", f"<p>La commune de Oued Mithal est membre du {RESEAU} depuis mars 2024.</p>"),
    "plan": ("خطة العمل", "<p>خطة العمل الوطنية الثانية للحكومة المنفتحة 2021-2023 تتضمن 22 التزاما.</p>"),
    "b-plan": ("Le plan d'action", "<p>Le deuxième plan d'action national pour un gouvernement ouvert 2021-2023 comprend 24 engagements.</p>"),
    "programme": ("البرنامج", "<p>يتضمن برنامج انفتاح جماعة بني خيال 2023-2026 ما مجموعه 12 التزاما.</p>"),
    "b-programme": ("البرنامج", "<p>يتضمن برنامج انفتاح جماعة بني خيال 2023-2026 ما مجموعه 14 التزاما.</p>"),
    "tender": ("طلب عروض مفتوح رقم 09/2025", "<p>يعلن مجلس جماعة بني خيال عن طلب عروض مفتوح رقم 09/2025. فتح الأظرفة يوم الاثنين 17 نونبر 2025. كلفة تقدير الأشغال 2.500.000,00 درهم.</p>"),
    "b-tender": ("Appel d'offres ouvert n° 09/2025", "<p>Le conseil de la commune de Bni Khayal lance l'appel d'offres ouvert n° 09/2025. Ouverture des plis le mardi 18 novembre 2025. Estimation des travaux : 2 600 000,00 DH.</p>"),
}  # fmt: skip
Query = Callable[[str], list[tuple[Any, ...]]]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Home]:
    folder: Path = tmp_path_factory.mktemp("disagree")
    with Site(host="127.0.3.7") as first, Site(host="127.0.3.8") as second:
        for site, own in ((first, False), (second, True)):
            names = [n for n in PAGES if n.startswith("b-") == own]
            links = "".join(f'<li class="item"><a href="/{n}">{n}</a></li>' for n in names)
            site.pages["/list?page=1"] = ("text/html; charset=utf-8", f"<html><body><ul>{links}</ul></body></html>".encode())  # fmt: skip
            for name in names:
                title, body = PAGES[name]
                page = f"<html><head><meta charset='utf-8'></head><body><main><article><h1>{title}</h1>{body}</article></main></body></html>"
                site.pages[f"/{name}"] = ("text/html; charset=utf-8", page.encode())
        declare(folder, "test-first", first, topics=["sessions", "figures"], languages=["ar", "fr"])
        declare(folder, "test-second", second, topics=["sessions", "figures"], languages=["ar", "fr"])
        result = night(folder, "2026-02-20", "--no-publish", timeout=600)
        assert result.code == 0, result.out
        yield result.home


@pytest.fixture
def ask(home: Home) -> Iterator[Query]:
    with connect_build(home) as con:
        yield lambda text: con.execute(text).fetchall()


def told(ask: Query, table: str, key: str) -> set[tuple[frozenset[tuple[str, str]], str]]:
    """Both documents with their values, and the column, of the findings about rows of a table."""
    rows = ask(
        "select f.source_url, f.other_source_url, f.value_raw, f.field_name, t.source_url from findings f "
        f"join {table} t on t.{key} = f.record_name where f.finding_code = 'documents_disagree'"
    )
    # The row shows one of the two, and the finding says which.
    assert all(other == shown for _, other, _, _, shown in rows)
    return {(frozenset(zip((page(own), page(other)), values.split(" / "), strict=True)), field) for own, other, values, field, _ in rows}  # fmt: skip


def page(url: str) -> str:
    return url.rpartition("/")[2]


def pair(first: str, second: str, name: str, field: str) -> tuple[frozenset[tuple[str, str]], str]:
    return frozenset({(name, first), (f"b-{name}", second)}), field


def test_a_session_of_two_days_and_two_numbers_of_points(ask: Query) -> None:
    assert told(ask, "sessions", "session_id") == {
        pair("2022-10-06", "2022-10-07", "october", "start_date"),
        pair("5", "6", "october", "stated_item_count"),
        pair("2023-05-04", "2023-05-05", "may", "start_date"),
    }


def test_what_was_announced_and_then_held_is_news(ask: Query) -> None:
    rows = "select status_code, start_date from sessions where year = 2024 and month = 2 and source_id like 'test-%'"
    assert ask(rows) == [("held", "2024-02-08")]


def test_a_membership_since_two_dates(ask: Query) -> None:
    """2024 and March 2024 are one date, the second more precise: it is shown."""
    assert told(ask, "memberships", "membership_id") == {
        pair("2022-05", "2023-09", "member", "start_date"),
        pair("2018", "2019", "country", "start_date"),
    }
    assert ask("select start_date from memberships where source_url like '%valley'") == [("2024-03",)]


def test_a_plan_of_two_numbers_of_commitments(ask: Query) -> None:
    assert told(ask, "plans", "plan_id") == {
        pair("22", "24", "plan", "commitment_count"),
        pair("12", "14", "programme", "commitment_count"),
    }


def test_a_tender_that_closes_on_two_days_and_costs_two_amounts(ask: Query) -> None:
    assert told(ask, "tenders", "tender_id") == {
        pair("2025-11-17", "2025-11-18", "tender", "closing_date"),
        pair("2500000.00", "2600000.00", "tender", "amount_mad"),
    }


def test_every_contradiction_leads_to_the_document_that_is_not_shown(ask: Query) -> None:
    rows = ask(
        "select source_url, other_source_url, evidence_text from findings where finding_code = 'documents_disagree'"
    )
    assert len(rows) == 9
    assert all(own != other and words for own, other, words in rows)
