"""The network's projects: bodies resolved by two names that must agree, against a mapping reviewed by hand."""

from __future__ import annotations

import collections
import csv
import re
import unicodedata
from pathlib import Path

import pytest

from ingest.read.documents.reader import DocumentReader
from ingest.read.tables.read import ReadTable, read_table
from ingest.read.tables.resolve import NameResolver, skeleton
from ingest.records import Finding, OpennessProject
from ingest.territory.gazetteer import Gazetteer
from tests.ingest.read.tables.test_ogp import origin


def read(payload: bytes, gazetteer: Gazetteer) -> ReadTable:
    return read_table(payload, "text/csv", "remacto_projects", gazetteer, "test", origin, DocumentReader())


def test_every_body_of_the_real_list(gazetteer: Gazetteer, shared: Path) -> None:
    table = read((shared / "data/tables/remacto-projects.csv").read_bytes(), gazetteer)
    projects = [r for r in table.records if isinstance(r, OpennessProject)]
    assert len(projects) == table.row_count == 690
    gold = list(csv.DictReader((Path(__file__).with_name("remacto_bodies.csv")).open(encoding="utf-8")))
    codes = {t.collectivity_id: t.hcp_code_2024 for t in gazetteer.territories.values()}
    found = {p.collectivity_name: codes.get(p.collectivity_id or "") for p in projects}
    counts = collections.Counter(p.collectivity_name for p in projects)
    assert len(gold) == len(found) == 89
    wrong = {g["name_ar"]: found[g["name_ar"]] for g in gold if found[g["name_ar"]] not in (None, g["hcp_code"])}
    assert wrong == {}
    assert sum(found[g["name_ar"]] is not None for g in gold) >= 87
    assert all(counts[g["name_ar"]] == int(g["project_count"]) for g in gold)


def test_the_mapping_says_what_was_written_by_hand_from_the_names_alone(gazetteer: Gazetteer) -> None:
    """The codes must be those of a list that was written from the 89 names without the resolver in view.

    Level, name and province, 2026-11-26; three spellings are HCP's.
    """
    by_code = {t.hcp_code_2024: t for t in gazetteer.territories.values()}
    for g in csv.DictReader((Path(__file__).with_name("remacto_bodies.csv")).open(encoding="utf-8")):
        place = by_code[g["hcp_code"]]
        province = by_code[place.province_code].name_fr if place.province_code in by_code else ""
        assert place.level_code.replace("prefecture", "province") == g["level"]
        assert letters(g["name_by_hand"]) in letters(place.name_fr)
        assert letters(g["province_by_hand"]) in letters(province)
        others = [
            t
            for t in by_code.values()
            if t.level_code == g["level"]
            and letters(t.name_fr) == letters(g["name_by_hand"])
            and t is not place
            and letters(g["province_by_hand"])
            in letters(by_code[t.province_code].name_fr if t.province_code in by_code else "")
        ]
        assert not others


def letters(name: str) -> str:
    return re.sub(r"[^a-z]", "", unicodedata.normalize("NFKD", name.lower()).encode("ascii", "ignore").decode())


def test_names_that_contradict_each_other_resolve_to_nobody(gazetteer: Gazetteer) -> None:
    row = (
        "Titles,CT1,CT2,Topics\nمشروع مثال,جماعة تطوان,Commune Agadir,\nمشروع آخر,جماعة لا وجود لها,Commune Nulle "
        "Part,\n,جماعة تطوان,Commune Tetouan,\n"
    )
    table = read(row.encode(), gazetteer)
    assert [r.collectivity_id for r in table.records if isinstance(r, OpennessProject)] == [None, None]
    codes = [r.finding_code for r in table.records if isinstance(r, Finding)]
    assert codes == ["names_contradict", "unresolved_name", "missing_title"]


@pytest.mark.parametrize(
    ("name_ar", "name_fr", "problem"),
    [
        # Three communes bear the name; nothing says which.
        ("جماعة أولاد عيسى", "Commune Oulad Aissa", "ambiguous_name"),
        ("سوق الخميس", "Souk El Khemis", "unresolved_name"),
        ("جماعة", "Commune", "unresolved_name"),
    ],
)
def test_a_shared_or_levelless_name_is_not_guessed(
    gazetteer: Gazetteer, name_ar: str, name_fr: str, problem: str
) -> None:
    found = NameResolver(gazetteer).resolve(name_ar, name_fr)
    assert (found.collectivity_id, found.problem) == (None, problem)


def test_transliterations_share_a_skeleton() -> None:
    assert skeleton("ksar el kebir") == skeleton("ksar kbir")
    assert skeleton("bni mellal") == skeleton("beni mellal")
    assert skeleton("ouad zem") == skeleton("oued zem")
    assert skeleton("sidi kacem") != skeleton("sidi slimane")


def test_every_collectivity_resolves_from_its_own_names(gazetteer: Gazetteer) -> None:
    """To itself or to nobody: a shared name never to another one."""
    resolver = NameResolver(gazetteer)
    words = {
        "region": ("جهة", "Region"),
        "commune": ("جماعة", "Commune"),
        "province": ("إقليم", "Province"),
        "prefecture": ("عمالة", "Prefecture"),
    }
    unresolved = 0
    for t in gazetteer.territories.values():
        ar, fr = words[t.level_code]
        found = resolver.resolve(f"{ar} {t.name_ar}", f"{fr} {t.name_fr}")
        assert found.collectivity_id in (None, t.collectivity_id), (t.name_ar, t.name_fr)
        unresolved += found.collectivity_id is None
    assert unresolved <= len(gazetteer.territories) * 0.02
