"""docs/architecture.md is what the command draws today."""

from __future__ import annotations

from tests.structure.draw import FILE, arrows, draw, reduced


def test_the_page_is_what_is_drawn() -> None:
    assert FILE.read_text("utf-8") == draw(), "run: make architecture"


def test_every_room_says_what_it_is() -> None:
    rows = [line for line in draw().splitlines() if line.startswith("| `")]
    assert len(rows) > 20
    assert not [row for row in rows if row.split("|")[2].strip() == ""]


def test_an_arrow_that_a_longer_way_implies_is_left_out() -> None:
    given = {"a": frozenset("bc"), "b": frozenset("c"), "c": frozenset[str]()}
    assert reduced(given) == {"a": frozenset("b"), "b": frozenset("c"), "c": frozenset()}
    circle = {"a": frozenset("b"), "b": frozenset("a")}
    assert reduced(circle) == circle


def test_the_packages_are_layers() -> None:
    order = ("infitah", "orchestration", "warehouse", "expectations", "ingest")
    for package, others in arrows("").items():
        assert all(order.index(other) > order.index(package) for other in others)
