"""A table or column that is not described is not published: nothing is built, and every gap is named at once."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from warehouse.build.tables import ModelError, marts_file

from expectations.sheets.load import DBT_PROJECT, load_tables


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("licence: CC-BY-4.0", "ease: 1", "collectivities: no licence"),
        ("class: key, personal_data: none", "personal_data: none", "collectivities.collectivity_id: no class"),
        ('label: {ar: "المستوى", fr: "Niveau", en: "Level"}', 'label: {ar: "المستوى", fr: "", en: "Level"}', "collectivities.level_code: no label in fr"),
        ("      - &capture_sha256\n        name: capture_sha256", "      - &capture_sha256\n        name: something_else", "no provenance column capture_sha256"),
    ],
)  # fmt: skip
def test_what_is_not_described_is_not_published(tmp_path: Path, old: str, new: str, told: str) -> None:
    project = tmp_path / "dbt_project"
    shutil.copytree(DBT_PROJECT, project, ignore=shutil.ignore_patterns("target", "logs"))
    path = marts_file(project)
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(ModelError, match=told):
        load_tables(project)
