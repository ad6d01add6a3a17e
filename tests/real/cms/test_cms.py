"""Two more real content management systems, crawled over loopback by their registry files alone: DokuWiki (Debian's package) and Wagtail (Python's)."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from ingest.bronze import read_bronze
from tests.ingest.collect.crawl.front_door import NightResult, night
from tests.ingest.collect.walkers.pages import COUNT, text, title
from tests.real.wordpress.server import free_port

pytestmark = pytest.mark.real
HERE = Path(__file__).parent
ROOT = HERE.parents[2]


def registry_file(home: Path, name: str, port: int, **entry: Any) -> None:
    """The whole of what a data engineer writes for such a site."""
    whole = {
        "id": f"test-{name}", "names": {"ar": "جماعة بني خيال", "fr": "Commune de Bni Khayal", "en": "Commune of Bni Khayal"}, "kind": "council_site",
        "collectivity": "ct-x006", "hosts": [{"host": f"127.0.0.1:{port}", "status": "test"}], "languages": ["ar"], "topics": ["sessions"],
        "politeness": {"delay_seconds": 0.0}, "licence": {"code": "sample", "quote_basis": "sample"}, **entry,
    }  # fmt: skip
    folder = home / "registry"
    folder.mkdir(parents=True, exist_ok=True)
    written = yaml.safe_dump(whole, allow_unicode=True, sort_keys=False, width=160, default_flow_style=None)
    assert len(written.splitlines()) <= 25, written
    (folder / f"test-{name}.yml").write_text(written, "utf-8")


def stop(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGTERM)
    process.wait()


def wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    for _ in range(300):
        with socket.socket() as s:
            if s.connect_ex(("127.0.0.1", port)) == 0:
                return
        assert process.poll() is None, "the server ended"
        time.sleep(0.1)
    raise AssertionError("the server does not answer")


@dataclass
class Living:
    """A running site and its home."""

    name: str
    home: Path
    edit: Any
    """Change act 2, remove act 3, as an editor would."""


@pytest.fixture(scope="module")
def dokuwiki(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Living]:
    folder = tmp_path_factory.mktemp("dokuwiki")
    port = free_port()
    site = folder / "site"
    subprocess.run(["cp", "-rL", "/usr/share/dokuwiki", str(site)], check=True)
    shutil.copytree("/etc/dokuwiki", site / "conf", dirs_exist_ok=True, ignore_dangling_symlinks=True)
    # Debian's own preload points every copy at /etc/dokuwiki; without it the program reads its own conf folder.
    (site / "inc" / "preload.php").unlink()
    data = folder / "data"
    for name in (
        "pages/actes",
        "attic",
        "media",
        "media_attic",
        "media_meta",
        "meta",
        "cache",
        "index",
        "locks",
        "tmp",
        "log",
    ):
        (data / name).mkdir(parents=True)
    (site / "conf" / "local.php").write_text(
        f"<?php\n$conf['title'] = 'جماعة بني خيال';\n$conf['lang'] = 'ar';\n$conf['savedir'] = '{data}';\n$conf['useacl'] = 0;\n$conf['updatecheck'] = 0;\n$conf['send404'] = 1;\n",
        "utf-8",
    )

    def write(numbers: list[int], changed: dict[int, str]) -> None:
        for old in (data / "pages" / "actes").glob("*.txt"):
            old.unlink()
        shutil.rmtree(data / "cache")
        (data / "cache").mkdir()
        for n in numbers:
            body = "\n\n".join(text(n).split("</p><p>")) + changed.get(n, "")
            (data / "pages" / "actes" / f"session-{n}.txt").write_text(f"====== {title(n)} ======\n\n{body}\n", "utf-8")
        listed = "\n".join(f"  * [[actes:session-{n}|{title(n)}]]{' (محين)' if n in changed else ''}" for n in numbers)
        (data / "pages" / "actes" / "start.txt").write_text(f"====== أعمال المجلس ======\n\n{listed}\n", "utf-8")

    write(list(range(1, COUNT + 1)), {})
    log = (folder / "php.log").open("wb")
    process = subprocess.Popen(
        ["php", "-S", f"127.0.0.1:{port}", "-t", str(site)],
        stdout=log,
        stderr=log,
        env={**os.environ, "PHP_CLI_SERVER_WORKERS": "2"},
        start_new_session=True,
    )
    home = folder / "home"
    root = f"http://127.0.0.1:{port}/"
    registry_file(
        home, "dokuwiki", port, platform="listing",
        walk={"listings": [{"url": f"{root}doku.php?id=actes:start", "block": "li.level1", "item": "a.wikilink1"}], "files": False},
        reading={"content": ["#dokuwiki__content .page"], "title": ["#dokuwiki__content h1"]},
    )  # fmt: skip
    try:
        wait_for(port, process)
        yield Living(
            "dokuwiki",
            home,
            lambda: write([n for n in range(1, COUNT + 1) if n != 3], {2: "\n\nتم تأجيل النقطة الثانية.\n"}),
        )
    finally:
        stop(process)


@pytest.fixture(scope="module")
def wagtail(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Living]:
    folder = tmp_path_factory.mktemp("wagtail")
    port = free_port()
    python = ROOT / ".judges" / "wagtail" / "bin" / "python"
    assert python.exists(), "run tests/real/install.sh"

    def call(command: str, acts: list[dict[str, Any]]) -> None:
        done = subprocess.run(
            [str(python), str(HERE / "wagtail_site.py"), command, str(folder / "site"), str(port)],
            input=json.dumps(acts),
            text=True,
            capture_output=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr[-3000:]

    (folder / "site").mkdir()
    call(
        "fill",
        [
            {"slug": f"session-{n}", "title": title(n), "date": f"{2014 + n}-10-0{n}", "body": f"<p>{text(n)}</p>"}
            for n in range(1, COUNT + 1)
        ],
    )
    log = (folder / "server.log").open("wb")
    process = subprocess.Popen(
        [str(python), str(HERE / "wagtail_site.py"), "serve", str(folder / "site"), str(port)],
        stdout=log,
        stderr=log,
        start_new_session=True,
    )
    home = folder / "home"
    root = f"http://127.0.0.1:{port}/"
    registry_file(
        home,
        "wagtail",
        port,
        platform="sitemap",
        entry_points=[root],
        walk={"recheck_nights": 1},  # its sitemap tells the day of a change, not the hour
        reading={"content": ["main article div"], "date": ["main article time"]},
    )
    try:
        wait_for(port, process)
        yield Living(
            "wagtail", home,
            lambda: call("edit", [{"slug": "session-2", "body": f"<p>{text(2)}</p><p>تم تأجيل النقطة الثانية.</p>"}, {"slug": "session-3", "delete": True}]),
        )  # fmt: skip
    finally:
        stop(process)


@pytest.fixture(scope="module", params=["dokuwiki", "wagtail"])
def nights(request: pytest.FixtureRequest) -> tuple[Living, list[NightResult], list[Any]]:
    """A first night, one after edits, one without any."""
    living: Living = request.getfixturevalue(request.param)
    results = [night(living.home, "2026-11-01")]
    runs = [results[0].run]
    living.edit()
    for day in (2, 3):
        results.append(night(living.home, f"2026-11-0{day}"))
        runs.append(results[-1].run)
    return living, results, runs


def test_a_first_night_is_complete_and_read(nights: tuple[Living, list[NightResult], list[Any]]) -> None:
    living, results, runs = nights
    source = f"test-{living.name}"
    found = runs[0].sources[source]
    assert found.admission == "admitted", (found.cause, results[0].out[-2000:])
    assert found.crawl.outcome == "ok", found.crawl
    documents = [d for d in read_bronze(results[0].home, "documents").to_pylist() if d["status_code"] == "ok"]
    assert {d["title"] for d in documents} >= {title(n) for n in range(1, COUNT + 1)}
    sessions = {(s["year"], s["month"], s["kind_code"]) for s in read_bronze(results[0].home, "sessions").to_pylist()}
    assert sessions == {(2014 + n, 10, "ordinary") for n in range(1, COUNT + 1)}


def test_an_edit_and_a_removal_are_found(nights: tuple[Living, list[NightResult], list[Any]]) -> None:
    living, results, runs = nights
    found = runs[1].sources[f"test-{living.name}"]
    assert found.admission == "admitted", (found.cause, results[1].out[-2000:])
    assert [u.rsplit("session-", 1)[1].strip("/") for u in found.changes["changed"] if "session-" in u] == ["2"]
    assert [u.rsplit("session-", 1)[1].strip("/") for u in found.changes["gone"]] == ["3"]


def test_an_unchanged_night_finds_nothing(nights: tuple[Living, list[NightResult], list[Any]]) -> None:
    living, _, runs = nights
    found = runs[2].sources[f"test-{living.name}"]
    assert (found.admission, found.new_captures, found.changed_captures, found.gone_captures) == ("admitted", 0, 0, 0)
