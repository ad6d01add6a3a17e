"""`infitah publish --to`: a folder and a real S3 server (moto's), verified after writing, index last, nothing sent twice."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import boto3
import pytest
from click.testing import CliRunner
from moto.server import ThreadedMotoServer

from infitah.cli import main
from ingest.home import Home
from tests.real.wordpress.server import free_port
from warehouse.catalogue.index import Gone
from warehouse.release.deploy import DeployError, FolderTarget, deploy
from warehouse.release.tree import current, latest_folder, read_index, switch_tree


def test_a_folder(home_copy: Home, tmp_path: Path) -> None:
    target = tmp_path / "public"
    done = deploy(home_copy, str(target))
    tree = current(home_copy)
    assert tree is not None
    release = latest_folder(home_copy)
    assert release is not None
    assert (target / "index.json").read_bytes() == (tree / "index.json").read_bytes()
    for path in release.iterdir():
        assert (target / "releases" / release.name / path.name).read_bytes() == path.read_bytes()
    again = deploy(home_copy, str(target))
    assert again.kept == len(list(release.iterdir()))
    assert again.uploaded == done.uploaded - again.kept
    # A release that is gone leaves its tombstone there too.
    index = read_index(home_copy)
    again_cut = "sample-2026-11-22"
    now = {
        "releases": tuple(r.model_copy(update={"release_id": again_cut}) for r in index.releases),
        "gone_releases": {release.name: Gone(reason_code="withdrawal", at="2026-11-22", replaced_by=again_cut)},
        "latest": again_cut,
    }
    release.rename(release.with_name(again_cut))
    switch_tree(home_copy, index.model_copy(update=now))
    third = deploy(home_copy, str(target))
    assert third.removed == again.kept
    assert [p.name for p in (target / "releases" / release.name).iterdir()] == ["gone.json"]


class Forgetful(FolderTarget):
    """A store that damages one file."""

    def put(self, name: str, path: Path, *, is_immutable: bool) -> None:
        super().put(name, path, is_immutable=is_immutable)
        if name.endswith("sessions.parquet"):
            (self._root / name).write_bytes(b"damaged")


def test_a_store_that_damages_a_file_is_found_out_before_the_index_is_written(home_copy: Home, tmp_path: Path) -> None:
    with pytest.raises(DeployError, match=r"sessions\.parquet.*read back"):
        deploy(home_copy, str(tmp_path), target=Forgetful(tmp_path / "public"))
    assert not (tmp_path / "public" / "index.json").exists()


@pytest.fixture(scope="module")
def s3(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    port = free_port()
    server = ThreadedMotoServer(port=port, verbose=False)
    server.start()
    yield f"http://127.0.0.1:{port}"
    server.stop()


def test_a_bucket(home_copy: Home, s3: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in (
        ("AWS_ENDPOINT_URL", s3), ("AWS_ACCESS_KEY_ID", "test"), ("AWS_SECRET_ACCESS_KEY", "test"), ("AWS_DEFAULT_REGION", "us-east-1"),
    ):  # fmt: skip
        monkeypatch.setenv(name, value)
    client = boto3.client("s3")
    client.create_bucket(Bucket="infitah")
    told = CliRunner().invoke(main, ["publish", "--home", str(home_copy.root), "--to", "s3://infitah/open"])
    assert told.exit_code == 0, told.output
    release = latest_folder(home_copy)
    assert release is not None
    head = client.get_object(Bucket="infitah", Key=f"open/releases/{release.name}/sample-sessions.parquet")
    assert head["Body"].read() == (release / "sample-sessions.parquet").read_bytes()
    assert head["ContentType"] == "application/vnd.apache.parquet"
    assert head["CacheControl"] == "public, max-age=31536000, immutable"
    index = json.loads(client.get_object(Bucket="infitah", Key="open/index.json")["Body"].read())
    assert index["latest"] == release.name
    assert "files copied and verified" in told.output


def test_nothing_published_yet(tmp_path: Path) -> None:
    from ingest.home import open_home

    with pytest.raises(DeployError, match="nothing is published"):
        deploy(open_home(tmp_path / "home", sample=True), str(tmp_path / "public"))
