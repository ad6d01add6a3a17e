"""What a crawl leaves in the archive: finished after a kill, read by other tools, checked byte for byte."""

from __future__ import annotations

import re
import subprocess
from collections import Counter
from pathlib import Path

import pytest

from ingest.archive.captures import load_index
from ingest.archive.verify import verify_archive
from ingest.archive.writer import recover
from tests.ingest.collect.crawl.front_door import command, environment, night
from tests.ingest.collect.crawl.site import Site, declare

SOURCE = "test-site"


def test_a_killed_archive_is_finished_by_the_next_run(tmp_path: Path) -> None:
    """A WARC file cut anywhere keeps every whole record."""
    with Site() as site:
        site.fill(6)
        declare(tmp_path, SOURCE, site)
        result = night(tmp_path, "2026-11-01")
        [warc] = (result.home.archive / SOURCE).glob("*.warc.gz")
        whole, lines = warc.read_bytes(), [c for c in load_index(result.home) if c.source_id == SOURCE]
        for cut in (1, len(whole) // 3, len(whole) // 2, len(whole) - 1, len(whole)):
            warc.with_name(warc.name + ".open").write_bytes(whole[:cut])
            warc.unlink(missing_ok=True)
            warc.with_name(warc.name.replace(".warc.gz", ".cdxj")).unlink(missing_ok=True)
            recover(result.home)
            kept = [c for c in load_index(result.home) if c.source_id == SOURCE]
            assert [c.offset for c in kept] == [c.offset for c in lines if c.offset in {k.offset for k in kept}]
            assert all(c in lines for c in kept)
            if cut == len(whole):
                assert kept == lines
        assert verify_archive(result.home).problems == []


def test_another_tool_reads_the_crawl_s_archive(tmp_path: Path) -> None:
    """fastwarc, which shares no code with warcio: every record, digests checked; revisits name what they repeat."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    with Site() as site:
        site.fill(12)
        declare(tmp_path, SOURCE, site, walk={"recheck_nights": 1})
        night(tmp_path, "2026-11-01")
        result = night(tmp_path, "2026-11-02")
    kinds: Counter[str] = Counter()
    for warc in sorted((result.home.archive / SOURCE).glob("*.warc.gz")):
        with warc.open("rb") as stream:
            for record in ArchiveIterator(stream, parse_http=True):
                kinds[str(record.record_type).rpartition(".")[2]] += 1
                if record.record_type == WarcRecordType.response:
                    assert record.verify_payload_digest()
                if record.record_type == WarcRecordType.revisit:
                    assert record.headers["WARC-Profile"].startswith("http://netpreserve.org/warc/1.1/revisit/")
                    assert re.fullmatch(r"sha256:[0-9a-f]{64}", record.headers["WARC-Payload-Digest"])
                    assert (
                        record.headers["WARC-Refers-To-Date"]
                        == "2026-11-01T02:30:00Z"[:11] + record.headers["WARC-Refers-To-Date"][11:]
                    )
    # In the second night robots.txt is not there as before (404), and two list pages and twelve items are as they were.
    assert kinds["response"] == 1 + 2 + 12 + 1
    assert kinds["revisit"] == 2 + 12
    assert kinds["request"] == 2 * 15


@pytest.mark.parametrize("place", [0.2, 0.6])
def test_a_flipped_byte_is_found_by_verify(tmp_path: Path, place: float) -> None:
    with Site() as site:
        site.fill(3)
        declare(tmp_path, SOURCE, site)
        result = night(tmp_path, "2026-11-01")
    [warc] = (result.home.archive / SOURCE).glob("*.warc.gz")
    data = bytearray(warc.read_bytes())
    data[int(len(data) * place)] ^= 1
    warc.write_bytes(data)
    said = subprocess.run(
        [*command(tmp_path)[:3], "archive", "verify", "--home", str(tmp_path)],
        capture_output=True,
        text=True,
        env=environment(),
    )
    assert said.returncode == 1
    assert warc.name in said.stdout
