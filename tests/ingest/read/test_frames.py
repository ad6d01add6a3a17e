"""What a page states is the same with its site's frame left in, whoever made the site: menus, side columns, teasers."""

from __future__ import annotations

import html
from collections.abc import Iterator
from pathlib import Path

import pytest

from ingest.read.documents.reader import DocumentReader
from ingest.records import Agreement, Document, Event, Keyed, Session, Tender
from tests.ingest.read.kinds.pages import read_markup

FRAMES = sorted(Path(__file__).parent.glob("documents/frames/*.html"))
#: Frames in which nothing but the date below it tells a title from the headings of side columns.
TITLED_BY_DATE = ("english_in_other_news", "nested_tables_prose_ar")
URL = "https://site.invalid/actualites/p1"
#: Title, date chip, content: short pages, for which a side column weighs more than they do.
PAGES = {
    "committee": (
        "لجنة الميزانية تجتمع",
        "",
        "<p>عقدت لجنة الميزانية والشؤون المالية اجتماعا يوم الأربعاء 24 يناير 2024 لدراسة نقطتين قبل دورة فبراير 2024.</p>"
        "<p>25/01/2024</p>",
    ),
    "notice": (
        "إعلان عن دورة ماي",
        "28/04/2025",
        "<p>يعقد المجلس الجماعي دورته العادية لشهر ماي يوم الخميس 8 ماي 2025 على الساعة العاشرة صباحا بمقر الجماعة.</p>",
    ),
    "postponed": (
        "Report de la session extraordinaire",
        "12 mars 2024",
        "<p>La session extraordinaire prévue le 14 mars 2024 est reportée au jeudi 21 mars 2024 à 10 heures.</p>",
    ),
    "report": (
        "The council closes its ordinary session",
        "February 9, 2024",
        "<p>The council held its ordinary session of February 2024 on Thursday 8 February 2024.</p>"
        "<ul><li>Closing of the 2023 accounts: approved unanimously</li><li>Partnership with the region: postponed</li></ul>",
    ),
    "news": (
        "حفل لتكريم المتقاعدين",
        "30 دجنبر 2024",
        "<p>نظمت الجماعة مساء الجمعة 27 دجنبر 2024 حفلا لتكريم المتقاعدين.</p>",
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def reader() -> Iterator[DocumentReader]:
    with DocumentReader() as opened:
        yield opened


def told(records: list[Keyed]) -> set[tuple[str | None, ...]]:
    """What kind a page is of, and the acts and days that it states."""
    found: set[tuple[str | None, ...]] = set()
    for r in records:
        if isinstance(r, Document):
            found.add(("document", r.kind_code, r.title, r.published_date.value))
        elif isinstance(r, Session):
            day = r.postponed_to_date.value or r.start_date.value
            found.add(("session", r.kind_code, str(r.year), str(r.month), r.status_code, day))
        elif isinstance(r, Event | Agreement | Tender):
            found.add((type(r).__name__, r.natural_key.split("|")[0]))
    return found


#: A frame whose page has its title by the date below it holds no page without one.
_IN_FRAMES = [
    pytest.param(frame, page, id=f"{frame.stem}-{page}")
    for frame in FRAMES
    for page, (_, chip, _) in PAGES.items()
    if chip or frame.stem not in TITLED_BY_DATE
]


@pytest.mark.parametrize(("frame", "page"), _IN_FRAMES)
def test_facts_are_the_same_in_any_frame(frame: Path, page: str, reader: DocumentReader) -> None:
    title, chip, content = PAGES[page]
    heading = f"<h1>{html.escape(title)}</h1><time>{chip}</time>"
    clean = (
        f"<html><head><title>{title}</title></head><body><article>{heading}<div>{content}</div></article></body></html>"
    )
    framed = frame.read_text("utf-8").replace("{{title}}", title).replace("{{chip}}", chip).replace("{{machine}}", "")
    alone, inside = (told(read_markup(m, URL, reader)) for m in (clean, framed.replace("{{content}}", content)))
    if "{{chip}}" not in frame.read_text("utf-8") and chip:
        alone, inside = ({x for x in some if x[0] != "document"} for some in (alone, inside))
    assert inside == alone
