"""`infitah serve`: ranges, validators, caching, tombstones, nothing outside the public tree."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from ingest.home import Home
from warehouse.catalogue.index import Gone
from warehouse.release.serve import make_app
from warehouse.release.tree import latest_folder, read_index, switch_tree


@pytest.fixture(scope="module")
def client(sample_home: Home) -> TestClient:
    return TestClient(make_app(sample_home), follow_redirects=False)


@pytest.fixture(scope="module")
def release(sample_home: Home) -> Path:
    folder = latest_folder(sample_home)
    assert folder is not None
    return folder


def test_ranges_and_validators(client: TestClient, release: Path) -> None:
    name = f"/releases/{release.name}/sample-collectivities.parquet"
    whole = (release / "sample-collectivities.parquet").read_bytes()
    got = client.get(name)
    assert (got.status_code, got.content) == (200, whole)
    assert got.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert got.headers["access-control-allow-origin"] == "*"
    assert got.headers["content-type"] == "application/vnd.apache.parquet"
    part = client.get(name, headers={"Range": "bytes=-100"})
    assert (part.status_code, part.content) == (206, whole[-100:])
    assert client.get(name, headers={"Range": f"bytes={len(whole)}-"}).status_code == 416
    again = client.get(name, headers={"If-None-Match": got.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert client.get(name, headers={"If-None-Match": '"another"'}).status_code == 200
    assert client.options(name).status_code == 204


def test_moving_names_redirect_and_are_asked_again(client: TestClient, release: Path) -> None:
    got = client.get("/latest/sample-sessions.csv")
    assert (got.status_code, got.headers["location"]) == (307, f"/releases/{release.name}/sample-sessions.csv")
    assert client.get("/index.json").headers["cache-control"] == "public, max-age=0, must-revalidate"
    page = client.get("/")
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert '<html lang="ar" dir="rtl">' in page.text


@pytest.mark.parametrize(
    "path",
    ["/../../home.json", "/releases/../../../keys/signing.pem", "/nothing", "/releases/nothing/x.csv", "/releases"],
)
def test_nothing_else_is_served(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_what_is_gone_says_so(home_copy: Home) -> None:
    gone = {"sample-2026-01-01": Gone(reason_code="withdrawal", at="2026-11-21", replaced_by=None)}
    switch_tree(home_copy, read_index(home_copy).model_copy(update={"gone_releases": gone}))
    got = TestClient(make_app(home_copy)).get("/releases/sample-2026-01-01/sample-sessions.csv")
    assert got.status_code == 410
    assert got.json()["reason_code"] == "withdrawal"


def test_an_empty_home_says_so(tmp_path: Path) -> None:
    from ingest.home import open_home

    home = open_home(tmp_path / "home", sample=True)
    assert TestClient(make_app(home)).get("/index.json").status_code == 404
