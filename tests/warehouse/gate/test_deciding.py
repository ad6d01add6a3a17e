"""Promise 1: the digest of the checks covers the code that decides them; whoever disarms it is refused by name."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from expectations.required import code_differences, load_required
from ingest.closure import PROJECT
from tests.warehouse.gate.disarmed import DISARMED, Edit, apply
from warehouse.gate.deciding import deciding_code


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder with a copy of the packages, their large data aside."""
    ignored = shutil.ignore_patterns("__pycache__", "archive", "sources", "suites", "templates")
    for package in ("expectations", "ingest", "warehouse"):
        shutil.copytree(PROJECT / package, tmp_path / package, ignore=ignored)
    shutil.copytree(PROJECT / "ingest" / "archive", tmp_path / "ingest" / "archive", dirs_exist_ok=True)
    return tmp_path


def test_the_required_list_is_of_todays_code() -> None:
    told = code_differences(load_required().code, deciding_code())
    assert told == [], (
        f"{told}\nreview the edit, then: make checks (or, where no check changed: infitah checks write --code)"
    )


def test_a_copy_has_the_code_of_what_it_was_copied_from(root: Path) -> None:
    assert deciding_code(root) == deciding_code()


@pytest.mark.parametrize("edit", DISARMED, ids=lambda e: e.name)
def test_promise_1_a_disarming_edit_is_refused_although_the_list_is_unchanged(root: Path, edit: Edit) -> None:
    apply(edit, root)
    (told,) = code_differences(load_required().code, deciding_code(root))
    assert re.match(rf"deciding code: {re.escape(edit.file)}: not as in the required list", told)


def _new_module(root: Path) -> str:
    (root / "expectations" / "lenient.py").write_text('"""Lenient."""\n', "utf-8")
    return "expectations/lenient.py"


def _new_words(root: Path) -> str:
    (root / "expectations" / "personal_data" / "words.yml").write_text("{}\n", "utf-8")
    return "expectations/personal_data/words.yml"


def _deleted_words(root: Path) -> str:
    (root / "ingest" / "read" / "people.yml").unlink()
    return "ingest/read/people.yml"


def _new_import(root: Path) -> str:
    """What a deciding module imports decides from then on."""
    path = root / "expectations" / "outcome.py"
    path.write_text(
        path.read_text("utf-8").replace("import json\n", "import json\nimport warehouse.files\n", 1), "utf-8"
    )
    return "warehouse/files.py"


@pytest.mark.parametrize("change", [_new_module, _new_words, _deleted_words, _new_import], ids=lambda c: c.__name__)
def test_what_comes_or_goes_is_seen(root: Path, change: Callable[[Path], str]) -> None:
    name = change(root)
    before, after = load_required().code or {}, deciding_code(root)
    assert name in before.keys() ^ after.keys()


def test_what_only_renders_collects_or_conducts_decides_nothing(root: Path) -> None:
    before = deciding_code(root)
    outside = [
        *(root / "warehouse" / "formats").rglob("*.py"),
        *(root / "warehouse" / "pages").rglob("*.py"),
        *(root / "warehouse" / "pages").rglob("*.yml"),
        *(p for p in (root / "warehouse" / "catalogue").rglob("*.py") if p.stem not in ("__init__", "inventory")),
        *(root / "warehouse" / "release").rglob("*.py"),
        *(root / "ingest" / "collect").rglob("*.py"),
        root / "warehouse" / "gate" / "quality.py",
    ]
    for file in outside:
        file.write_text(file.read_text("utf-8") + "\n# A remark.\n", "utf-8")
    assert len(outside) > 40
    assert deciding_code(root) == before


def test_the_list_does_not_count_itself(root: Path) -> None:
    before = deciding_code(root)
    (root / "expectations" / "required.json").write_text("{}\n", "utf-8")
    assert deciding_code(root) == before
