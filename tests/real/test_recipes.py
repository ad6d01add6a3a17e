"""The recipes of CONTRIBUTING.md, word by word in a copy of the project, each up to a night that passes."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from ingest.code import ROOT

pytestmark = pytest.mark.real

#: What a recipe may ask of a person at most: files written or changed by hand.
FILES = {
    "A council": 1,
    "A platform family": 1,
    "A wording": 1,
    "A published column": 5,
    "A kind of fact": 6,
}
_BLOCK = re.compile(r"(?:New file `(?P<new>[^`]+)`:\n\n)?```(?P<kind>\w+)\n(?P<text>.*?)```\n", re.DOTALL)
#: Folders that git does not follow and a copy does not need.
_LEFT_OUT = shutil.ignore_patterns(
    ".git", ".venv", ".judges", "data", "data-sample", "__pycache__", ".*_cache", "target", "logs"
)


@dataclass(frozen=True)
class Recipe:
    """One recipe: files to write, changes to make, commands to run."""

    new: dict[str, str]
    changes: list[str]
    commands: list[str]

    @property
    def files(self) -> set[str]:
        changed = {m for c in self.changes for m in re.findall(r"^\+\+\+ b/(\S+)", c, re.MULTILINE)}
        return changed | set(self.new)


def recipes() -> dict[str, Recipe]:
    """Every recipe of the page, by its heading."""
    page = (ROOT / "CONTRIBUTING.md").read_text("utf-8").partition("\n## Recipes\n")[2]
    found = {}
    for section in re.split(r"^### ", page, flags=re.MULTILINE)[1:]:
        title, _, body = section.partition("\n")
        new, changes, commands = {}, [], []
        for m in _BLOCK.finditer(body):
            if m["new"]:
                new[m["new"]] = m["text"]
            elif m["kind"] == "diff":
                changes.append(m["text"])
            else:
                commands += m["text"].strip().splitlines()
        found[title.strip()] = Recipe(new, changes, commands)
    return found


RECIPES = recipes()


class Project:
    """A copy of the project under git, whose own code every command runs."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "project"
        shutil.copytree(ROOT, self.root, ignore=_LEFT_OUT, symlinks=True)
        self.environment = {
            **os.environ,
            "PYTHONPATH": str(self.root),
            "INFITAH_HOME": str(folder / "home"),
            "GIT_AUTHOR_NAME": "Nobody",
            "GIT_AUTHOR_EMAIL": "nobody@infitah.example",
            "GIT_COMMITTER_NAME": "Nobody",
            "GIT_COMMITTER_EMAIL": "nobody@infitah.example",
        }
        for command in ("git init -q", "git add -A", 'git commit -qm "The project as it was"'):
            self.run(command)

    def run(self, command: str, given: str | None = None) -> str:
        """A command of the recipe; `infitah` and `make sheets` are those of the copy."""
        infitah = f"{sys.executable} -m infitah"
        command = re.sub(r"^make sheets$", f"{infitah} sheets write", command)
        command = re.sub(r"^infitah ", f"{infitah} ", command)
        done = subprocess.run(
            command, shell=True, cwd=self.root, env=self.environment, input=given, capture_output=True, text=True
        )
        assert done.returncode == 0, f"{command}\n{done.stdout[-3000:]}\n{done.stderr[-3000:]}"
        return done.stdout

    def follow(self, recipe: Recipe) -> str:
        """Carry it out; returns what the last command printed."""
        for path, text in recipe.new.items():
            (self.root / path).write_text(text, "utf-8")
        for change in recipe.changes:
            self.run("git apply --unidiff-zero --whitespace=nowarn -", change)
        printed = ""
        for command in recipe.commands:
            printed = self.run(command)
        return printed


@pytest.mark.parametrize("title", FILES)
def test_a_recipe_asks_for_few_files(title: str) -> None:
    assert 1 <= len(RECIPES[title].files) <= FILES[title]


def test_every_recipe_is_carried_out() -> None:
    assert set(RECIPES) == set(FILES)


def test_a_council(tmp_path: Path) -> None:
    project = Project(tmp_path)
    assert "release: sample-" in project.follow(RECIPES["A council"])
    assert "ma-commune-exemple" in project.run("infitah sources list")
    asked = project.run(
        "infitah sql --sample \"select state_code from _sources where source_id = 'ma-commune-exemple'\""
    )
    assert "never_run" in asked


def test_a_platform_family(tmp_path: Path) -> None:
    project = Project(tmp_path)
    assert "release: sample-" in project.follow(RECIPES["A platform family"])
    asked = "select count(*) from _dictionary where column_id = 'sources.platform_code' and contains(codes, 'spip')"
    assert "1" in project.run(f'infitah sql --sample "{asked}"').splitlines()[1]


def test_a_wording(tmp_path: Path) -> None:
    project = Project(tmp_path)
    _hand_in(
        project,
        "plan",
        "Plan d'action\nTitre de l'engagement : Portail ouvert\nStatut : bouclé\nPorteur : Service informatique\n",
    )
    before = project.run("infitah run --sample --no-publish")
    assert "commitments" in before
    assert "release: sample-" in project.follow(RECIPES["A wording"])


def test_a_published_column(tmp_path: Path) -> None:
    project = Project(tmp_path)
    assert "release: sample-" in project.follow(RECIPES["A published column"])
    assert "false" in project.run('infitah sql --sample "select distinct is_secret from votes"').lower()


def test_a_kind_of_fact(tmp_path: Path) -> None:
    project = Project(tmp_path)
    _hand_in(
        project,
        "live",
        "Session ordinaire du conseil\n\nLes travaux de la session seront retransmis en direct sur YouTube.\n",
    )
    assert "release: sample-" in project.follow(RECIPES["A kind of fact"])
    assert "youtube" in project.run('infitah sql --sample "select channel_code from broadcasts"')


def _hand_in(project: Project, name: str, text: str) -> None:
    """A made-up document in the copy's inbox."""
    document, card = project.root.parent / f"{name}.txt", project.root.parent / f"{name}.yml"
    document.write_text(text, "utf-8")
    card.write_text("origin: made up for a test\npublisher: Nobody\nlicence: CC0-1.0\n", "utf-8")
    project.run(f"infitah inbox add --sample {document} --sidecar {card}")
