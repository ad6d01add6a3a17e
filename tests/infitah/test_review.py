"""`infitah review` at the front door: what waits in a night of the sample network, filtered, cut, as JSON, refused."""

from __future__ import annotations

import json
from typing import Any

from click.testing import CliRunner

from infitah.cli import main
from infitah.review_command import _KINDS
from ingest.home import Home


def review(home: Home, *arguments: str, code: int = 0) -> str:
    result = CliRunner().invoke(main, ["review", "--home", str(home.root), *arguments])
    assert result.exit_code == code, result.output
    return result.output


def told(home: Home, *arguments: str) -> dict[str, dict[str, Any]]:
    return {q["kind"]: q for q in json.loads(review(home, "--json", *arguments))}


def test_every_kind_is_told_in_order_with_what_to_do(sample_home: Home) -> None:
    text, queues = review(sample_home), told(sample_home)
    assert tuple(queues) == _KINDS
    heads = [line.partition(":")[0] for line in text.splitlines() if line and not line.startswith(" ")]
    assert tuple(heads) == _KINDS
    pages = {w["where"]: w for w in queues["other_pages"]["lines"]}
    assert pages["standing_page"]["settle"] == "infitah explain https://oued-mithal.example/contact"
    assert "-> infitah explain https://oued-mithal.example/contact" in text
    (flag,) = [w for w in queues["flags"]["lines"] if w["what"] == "start_date_flag_code: weekday_mismatch"]
    table, key = flag["settle"].removeprefix("infitah explain ").split()
    explained = CliRunner().invoke(main, ["explain", "--home", str(sample_home.root), table, key])
    assert explained.exit_code == 0 and flag["example"] in explained.output


def test_kinds_sources_and_lines_are_chosen(sample_home: Home) -> None:
    whole = told(sample_home, "--kind", "organizations")
    assert tuple(whole) == ("organizations",)
    one = told(sample_home, "--kind", "organizations", "--limit", "1")["organizations"]
    assert one["lines"] == whole["organizations"]["lines"][:1]
    assert one["line_count"] == whole["organizations"]["line_count"] > 1
    assert ", 1 shown (--kind organizations --limit" in review(sample_home, "--kind", "organizations", "--limit", "1")
    of_one = told(sample_home, "--source", "sample-commune-ain-namoudaj")
    examples = [w["example"] for q in of_one.values() for w in q["lines"]]
    assert examples and all(e.startswith("https://ain-namoudaj.example/") for e in examples)


def test_what_nothing_knows_is_refused(sample_home: Home) -> None:
    assert "no source 'nobody'" in review(sample_home, "--source", "nobody", code=1)
    review(sample_home, "--kind", "nothing", code=2)
    review(sample_home, "--on-site-of", "ct-0815", code=2)
