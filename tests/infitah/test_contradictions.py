"""Contradictions that the domain knows (parts against totals, two figures or two days for one thing, months of the law, quoted shares, two languages of one act) are findings in the
warehouse: both values stay, and the finding names the row. Through the front door, on made-up pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from ingest.home import Home
from tests.ingest.collect.crawl.front_door import night_to_tables
from tests.ingest.collect.crawl.site import Site, declare
from warehouse.release.reader import connect_build

NETWORK = "الشبكة المغربية للجماعات الترابية المنفتحة"
RESEAU = "Le Réseau marocain des collectivités territoriales ouvertes (REMACTO)"


def session(month: str, year: int, day: str, *points: str) -> str:
    items = "".join(f"<p>{n}- {t}</p>" for n, t in enumerate(points, 1))
    return f"<p>عقد مجلس جماعة بني خيال الدورة العادية لشهر {month} {year} يوم {day}.</p><p>جدول الأعمال:</p>{items}"


def seance(month: str, year: int, day: str, *points: str) -> str:
    items = "".join(f"<p>{n}. {t}</p>" for n, t in enumerate(points, 1))
    return f"<p>Le conseil de la commune de Bni Khayal a tenu le {day} sa session ordinaire du mois {month} {year}.</p><p>Ordre du jour :</p>{items}"


#: Page → (title, its own date, body); the second site's pages begin with "b-".
PAGES: dict[str, tuple[str, str, str]] = {
    "total": ("تركيبة الشبكة", "10/03/2024", f"<p>تضم {NETWORK} 126 جماعة ترابية، تتوزع على 12 جهة و7 أقاليم و97 جماعة.</p>"),
    "figures": ("أعضاء الشبكة", "10/05/2024", f"<p>تضم {NETWORK} 12 جهة و7 أقاليم و107 جماعات.</p><p>كما تضم {NETWORK} 97 جماعة.</p>"),
    "phases": ("Le réseau", "20/01/2025", f"<p>{RESEAU} compte 234 collectivités territoriales.</p><p>{RESEAU} : 66 lors de la première phase, 60 lors de la deuxième phase et 102 lors de la troisième phase.</p>"),
    "members": ("عدد الأعضاء", "12/11/2024", f"<p>تضم {NETWORK} 123 عضوا.</p>"),
    "b-members": ("أعضاء الشبكة", "20/11/2024", f"<p>تضم {NETWORK} 126 عضوا.</p>"),
    "july": ("الدورة العادية لشهر يوليوز 2024", "", session("يوليوز", 2024, "الخميس 04 يوليوز 2024", "تسمية الشوارع")),
    "weekday": ("الدورة العادية لشهر ماي 2022", "", session("ماي", 2022, "الاثنين 05 ماي 2022", "كراء السوق")),
    "other-month": ("الدورة العادية لشهر أكتوبر 2021", "", session("أكتوبر", 2021, "الثلاثاء 07 شتنبر 2021", "كراء السوق")),
    "epoch": ("إعلان", "01/01/1970", "<p>صفحة بلا تاريخ.</p>"),
    "future": ("إعلان", "01/01/2031", "<p>صفحة من المستقبل.</p>"),
    "rate": ("حصيلة الطلبات", "01/04/2024", "<p>بلغ عدد الطلبات المودعة 7275 طلبا، تمت معالجة 6904 منها، أي بنسبة 94 في المائة.</p>"),
    "forum": ("ملتقى الجماعات المنفتحة", "15/11/2024", "<p>احتضنت مدينة السعيدية، يوم الثلاثاء 12 نونبر 2024، ملتقى الجماعات المنفتحة بمشاركة جمعية الأمل للثقافة.</p>"),
    "b-forum": ("ملتقى الجماعات المنفتحة", "16/11/2024", "<p>احتضنت مدينة السعيدية، يوم الأربعاء 13 نونبر 2024، ملتقى الجماعات المنفتحة بمشاركة جمعية النخيل للبيئة.</p>"),
    "acte?id=1&lang=ar": ("الدورة العادية لشهر فبراير 2023", "", session("فبراير", 2023, "الأربعاء 08 فبراير 2023", "برمجة الفائض", "كراء السوق", "تسمية الشوارع")),
    "acte?id=1&lang=fr": ("Session ordinaire de février 2023", "", seance("de février", 2023, "mercredi 8 février 2023", "Programmation de l'excédent", "Location du souk")),
    "acte?id=2&lang=ar": ("الدورة العادية لشهر فبراير 2024", "", session("فبراير", 2024, "الأربعاء 07 فبراير 2024", "برمجة الفائض", "كراء السوق")),
    "acte?id=2&lang=fr": ("Session ordinaire de février 2024", "", seance("de février", 2024, "mercredi 7 février 2024", "Programmation de l'excédent", "Location du souk")),
}  # fmt: skip
Query = Callable[[str], list[tuple[Any, ...]]]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Home]:
    folder: Path = tmp_path_factory.mktemp("contradictions")
    with Site(host="127.0.3.5") as first, Site(host="127.0.3.6") as second:
        for site, own in ((first, False), (second, True)):
            names = [n for n in PAGES if n.startswith("b-") == own]
            links = "".join(f'<li class="item"><a href="/{n}">{n}</a></li>' for n in names)
            site.pages["/list?page=1"] = ("text/html; charset=utf-8", f"<html><body><ul>{links}</ul></body></html>".encode())  # fmt: skip
            for name in names:
                title, date, body = PAGES[name]
                page = f"<html lang='ar'><head><meta charset='utf-8'></head><body><main><article><h1>{title}</h1><time>{date}</time>{body}</article></main></body></html>"
                site.pages[f"/{name}"] = ("text/html; charset=utf-8", page.encode())
        topics = ["sessions", "figures", "events"]
        declare(folder, "test-first", first, topics=topics, languages=["ar", "fr"], reading={"date": ["time"]})
        declare(folder, "test-second", second, topics=topics, reading={"date": ["time"]})
        yield night_to_tables(folder, "2026-02-20").home


@pytest.fixture
def ask(home: Home) -> Iterator[Query]:
    with connect_build(home) as con:
        yield lambda text: con.execute(text).fetchall()


def told(ask: Query, code: str) -> set[tuple[str, str]]:
    """(page, what disagrees) of the findings of a kind on the two sites."""
    rows = ask(
        f"select source_url, value_raw from findings where finding_code = '{code}' and source_id in ('test-first', 'test-second')"
    )
    return {("/".join(url.split("/")[3:]), value) for url, value in rows}


def test_parts_and_phases_that_do_not_make_the_total(ask: Query) -> None:
    assert told(ask, "sum_mismatch") == {("total", "126 / 116"), ("phases", "234 / 228")}


def test_two_figures_in_one_document(ask: Query) -> None:
    assert told(ask, "values_differ") == {("figures", "107 / 97")}


def test_two_figures_of_two_sources_in_one_month(ask: Query) -> None:
    assert told(ask, "values_differ_between_sources") == {("members", "123 / 126"), ("b-members", "123 / 126")}


def test_two_days_for_what_seems_one_event(ask: Query) -> None:
    assert told(ask, "dates_differ_between_sources") == {("forum", "2024-11-12 / 2024-11-13"), ("b-forum", "2024-11-13 / 2024-11-12")}  # fmt: skip


def test_an_ordinary_session_outside_the_months_of_the_law(ask: Query) -> None:
    assert told(ask, "unexpected_session_month") == {("july", "7")}


def test_days_that_something_contradicts(ask: Query) -> None:
    found = {page: words.partition(":")[0] for page, words in told(ask, "date_contradiction")}
    assert found == {"weekday": "weekday_mismatch", "other-month": "month_contradicts_title", "epoch": "impossible_date", "future": "after_capture"}  # fmt: skip


def test_a_quoted_share_that_its_counts_contradict(ask: Query) -> None:
    assert told(ask, "rate_mismatch") == {("rate", "94 % / 6904 : 7275 = 94.90 %")}


def test_two_languages_of_one_act_with_different_numbers_of_points(ask: Query) -> None:
    assert told(ask, "item_count_differs_between_languages") == {("acte?id=1&lang=ar", "3 / 2")}


def test_two_languages_of_one_act_are_one_record_with_two_texts(ask: Query) -> None:
    rows = "select i.item_number, i.title_ar, i.title_fr, i.other_language_url is not null from agenda_items i join sessions s using (session_id) where s.year = {} and s.month = 2 order by 1"
    assert ask(rows.format(2024)) == [
        (1, "برمجة الفائض", "Programmation de l'excédent", True),
        (2, "كراء السوق", "Location du souk", True),
    ]
    # Where the versions count differently nobody can say which point is which.
    assert all(not (ar and fr) for _, ar, fr, _ in ask(rows.format(2023)))


def test_every_finding_points_at_a_row_that_stands(ask: Query) -> None:
    """Both values stay in the tables; nothing was held back or corrected."""
    rows = ask(
        "select record_name from findings where source_id like 'test-%' and finding_code not in ('rate_mismatch', 'item_count_mismatch')"
    )
    ids = {
        i
        for (i,) in ask(
            "select session_id from sessions union all select event_id from events union all select document_id from documents union all select statement_id from statements"
        )
    }
    assert rows and all(name in ids for (name,) in rows)
    assert ask(
        "select value_count from statements where measure_code = 'member_total_count' and source_id like 'test-%' order by 1"
    ) == [(123,), (126,), (126,), (234,)]
