"""Collectivities of one captured table: a package table, or the sample home's fictitious ones."""

from __future__ import annotations

from ingest.archive.capture import Capture
from ingest.read.origin import line_origin
from ingest.records import Collectivity
from ingest.territory.reference import known_ids, read_fictitious, read_table
from ingest.text.fold import clean


def read_territory(capture: Capture, payload: bytes, extractor_version: str) -> list[Collectivity]:
    """Collectivities of one captured table: a package table, or the sample home's fictitious ones."""
    name = capture.url.rsplit("/", 1)[-1]
    if name == "territory.csv":
        rows = read_fictitious(payload)
    elif "crosswalk" in capture.url:
        return []
    else:
        rows = read_table(name.removesuffix(".csv.gz"), payload)
    ids = {(level, code): i for (level, code), i in known_ids().items()}
    origin = line_origin(capture, extractor_version)
    found = []
    for t in rows:
        region = ids.get(("region", t.region_code or "")) if not t.is_fictitious else t.region_code
        province = (
            t.province_code
            if t.is_fictitious
            else (ids.get(("province", t.province_code or "")) or ids.get(("prefecture", t.province_code or "")))
        )
        found.append(
            Collectivity(
                natural_key=f"collectivity|{t.collectivity_id}",
                collectivity_id=t.collectivity_id,
                level_code=t.level_code,
                name_ar=clean(t.name_ar),
                name_fr=clean(t.name_fr),
                region_id=region,
                province_id=province if t.level_code == "commune" else None,
                hcp_code_2024=t.hcp_code_2024,
                hcp_code_2014=t.hcp_code_2014,
                population_2024_count=t.population_2024_count,
                population_2014_count=t.population_2014_count,
                is_fictitious=t.is_fictitious,
                origin=origin(t.line, f"{t.hcp_code_2024}|{t.name_fr}|{t.name_ar}"),
            )
        )
    return found
