"""Promise 1: which code runs is told from its files, whatever git was told to overlook."""

from __future__ import annotations

import datetime as dt
import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from ingest.code import FOLDERS, CodeVersion, VersionError, accept_version, code_version, load_versions, versions_file
from ingest.home import Home

NOW = dt.datetime(2026, 11, 22, 2, 30, tzinfo=dt.UTC)
READER = "ingest/read/reader.py"
MODEL = "dbt_project/models/sessions.sql"


def git(tree: Path, *arguments: str) -> str:
    given = {k: v for k, v in os.environ.items() if not k.startswith("GIT_")}
    command = ["git", "-C", str(tree), "-c", "user.name=a", "-c", "user.email=a@example.org", *arguments]
    return subprocess.run(command, env=given, capture_output=True, text=True, check=True).stdout


def write(tree: Path, name: str, text: str) -> None:
    path = tree / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


@pytest.fixture
def unpacked(tmp_path: Path) -> Path:
    """A small project without git."""
    tree = tmp_path / "tree"
    for folder in FOLDERS:
        write(tree, f"{folder}/__init__.py", '"""A room."""\n')
    write(tree, READER, "ANSWER = 1\n")
    write(tree, MODEL, "select 1\n")
    write(tree, "ingest/read/words.yml", "a: b\n")
    write(tree, ".gitignore", "__pycache__/\n*.pyc\n/data/\n*.local.py\ndbt_project/target/\n")
    write(tree, "README.md", "Read me.\n")
    return tree


@pytest.fixture
def tree(unpacked: Path) -> Path:
    """The same, committed."""
    git(unpacked, "init", "--quiet")
    git(unpacked, "add", "--all")
    git(unpacked, "commit", "--quiet", "--message", "All")
    return unpacked


def test_a_committed_tree_is_its_commit(tree: Path) -> None:
    code = code_version(tree)
    assert code == CodeVersion(git(tree, "rev-parse", "HEAD").strip(), is_dirty=False)
    assert code.text == code.commit
    assert (len(code.digest), code.differences) == (64, ())


def test_what_is_no_code_leaves_it_clean(tree: Path) -> None:
    """Bytecode beside its source, a home, what dbt leaves when it is run by hand."""
    write(tree, "ingest/__pycache__/home.cpython-311.pyc", "x")
    write(tree, "data/home.json", "{}")
    write(tree, "dbt_project/target/manifest.json", "{}")
    assert not code_version(tree).is_dirty


def edit(tree: Path, name: str) -> None:
    (tree / name).write_text("ANSWER = 2\n", "utf-8")


def assume_unchanged(tree: Path) -> None:
    git(tree, "update-index", "--assume-unchanged", READER)
    edit(tree, READER)


def assume_unchanged_data(tree: Path) -> None:
    git(tree, "update-index", "--assume-unchanged", "ingest/read/words.yml")
    edit(tree, "ingest/read/words.yml")


def skip_worktree(tree: Path) -> None:
    git(tree, "update-index", "--skip-worktree", MODEL)
    edit(tree, MODEL)


def skip_worktree_deleted(tree: Path) -> None:
    git(tree, "update-index", "--skip-worktree", READER)
    (tree / READER).unlink()


def excluded(tree: Path) -> None:
    write(tree, ".git/info/exclude", "extra.py\n")
    write(tree, "warehouse/extra.py", "X = 1\n")


def excluded_by_the_user(tree: Path) -> None:
    write(tree, ".git/excludes", "*.sql\n")
    git(tree, "config", "core.excludesFile", str(tree / ".git/excludes"))
    write(tree, "dbt_project/models/extra.sql", "select 2\n")


def ignored_module(tree: Path) -> None:
    write(tree, "ingest/more.local.py", "X = 1\n")


def ignored_bytecode(tree: Path) -> None:
    """A module without source is imported like any other."""
    write(tree, "ingest/hidden.pyc", "x")


def ignored_at_the_root(tree: Path) -> None:
    """`python -m infitah` in the tree imports it before the library."""
    write(tree, ".git/info/exclude", "yaml.py\n")
    write(tree, "yaml.py", "X = 1\n")


def ignored_package_at_the_root(tree: Path) -> None:
    write(tree, ".git/info/exclude", "duckdb/\n")
    write(tree, "duckdb/__init__.py", "X = 1\n")


def untracked_are_not_shown(tree: Path) -> None:
    git(tree, "config", "status.showUntrackedFiles", "no")
    write(tree, "expectations/extra.json", "{}")


def repository_inside(tree: Path) -> None:
    """git does not look into a repository inside its own, and an excluded one it does not even name."""
    write(tree, ".git/info/exclude", "inner/\n")
    write(tree, "ingest/inner/__init__.py", "X = 1\n")
    git(tree / "ingest/inner", "init", "--quiet")


def cleaned_by_a_filter(tree: Path) -> None:
    """A filter gives git the committed bytes, whatever the file holds."""
    write(tree, ".git/info/attributes", f"{READER} filter=old\n")
    git(tree, "config", "filter.old.clean", "printf 'ANSWER = 1\\n'")
    edit(tree, READER)


def replaced_commit(tree: Path) -> None:
    """The commit keeps its name and shows other files."""
    first = git(tree, "rev-parse", "HEAD").strip()
    edit(tree, READER)
    git(tree, "commit", "--quiet", "--all", "--message", "Second")
    second = git(tree, "rev-parse", "HEAD").strip()
    git(tree, "reset", "--quiet", "--soft", first)
    git(tree, "replace", first, second)


def linked_folder(tree: Path) -> None:
    other = tree.parent / "other"
    (tree / "orchestration").rename(other)
    (tree / "orchestration").symlink_to(other)


def linked_file(tree: Path) -> None:
    (tree.parent / "reader.py").write_bytes((tree / READER).read_bytes())
    (tree / READER).unlink()
    (tree / READER).symlink_to(tree.parent / "reader.py")


def plain_edit(tree: Path) -> None:
    edit(tree, READER)


def edit_elsewhere(tree: Path) -> None:
    edit(tree, "README.md")


TRICKS = [
    plain_edit, edit_elsewhere, assume_unchanged, assume_unchanged_data, skip_worktree, skip_worktree_deleted, excluded,
    excluded_by_the_user, ignored_module, ignored_bytecode, ignored_at_the_root, ignored_package_at_the_root,
    untracked_are_not_shown, repository_inside, cleaned_by_a_filter, replaced_commit, linked_folder, linked_file,
]  # fmt: skip


@pytest.mark.parametrize("trick", TRICKS, ids=lambda f: f.__name__)
def test_promise_1_a_change_hidden_from_git_is_seen(tree: Path, trick: Callable[[Path], None]) -> None:
    trick(tree)
    code = code_version(tree)
    assert code.is_dirty
    assert code.text.endswith("+dirty")
    assert code.differences


def test_the_environment_does_not_say_which_tree(tree: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An index, a folder or a work tree named by the environment is of another question."""
    commit = code_version(tree).commit
    edit(tree, READER)
    git(tmp_path, "init", "--quiet", "other")
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "other/.git"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "index"))
    code = code_version(tree)
    assert (code.commit, code.is_dirty) == (commit, True)


@pytest.mark.parametrize("name", [READER, MODEL, "ingest/read/words.yml", "warehouse/new.py"])
def test_the_digest_changes_with_any_file(unpacked: Path, name: str) -> None:
    before = code_version(unpacked).digest
    write(unpacked, name, "ANSWER = 2\n")
    assert code_version(unpacked).digest != before


def test_the_digest_changes_with_a_name(unpacked: Path) -> None:
    before = code_version(unpacked).digest
    (unpacked / READER).rename(unpacked / "ingest/read/other.py")
    assert code_version(unpacked).digest != before


def test_the_digest_is_the_same_with_git_and_without(tree: Path) -> None:
    before = code_version(tree).digest
    (tree / ".git").rename(tree.parent / "away")
    code = code_version(tree)
    assert code.digest == before
    assert code.commit == f"files-{before[:40]}"


def test_a_tree_inside_another_repository_has_no_commit(unpacked: Path, tmp_path: Path) -> None:
    """An environment often lies in the folder of somebody's own project."""
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", "--all")
    git(tmp_path, "commit", "--quiet", "--message", "Mine")
    assert not code_version(unpacked).has_commit


def accept(home: Home, tree: Path, *, because: str = "the wheel of release 0.1.0", by: str = "A. Person") -> None:
    accept_version(home, because=because, by=by, now=NOW, root=tree)


def test_without_git_a_person_sets_the_version_down(real_home: Home, unpacked: Path) -> None:
    before = code_version(unpacked, home=real_home)
    assert before.is_dirty
    accept(real_home, unpacked)
    after = code_version(unpacked, home=real_home)
    assert (after.commit, after.is_dirty) == (before.commit, False)
    assert code_version(unpacked).is_dirty, "a decision counts in its own home"

    [kept] = json.loads(versions_file(real_home).read_text("utf-8"))
    assert kept == {
        "digest": after.digest, "because": "the wheel of release 0.1.0", "by": "A. Person", "at": "2026-11-22T02:30:00Z",
    }  # fmt: skip


@pytest.mark.parametrize("name", [READER, "dbt_project/models/new.sql"])
def test_a_version_set_down_is_of_these_files_alone(real_home: Home, unpacked: Path, name: str) -> None:
    accept(real_home, unpacked)
    write(unpacked, name, "select 2\n")
    assert code_version(unpacked, home=real_home).is_dirty
    accept(real_home, unpacked, because="mended by hand, see the issue")
    assert not code_version(unpacked, home=real_home).is_dirty
    assert len(load_versions(real_home)) == 2


def test_a_git_tree_is_committed_not_set_down(real_home: Home, tree: Path) -> None:
    with pytest.raises(VersionError, match="Commit"):
        accept(real_home, tree)
    edit(tree, READER)
    with pytest.raises(VersionError, match="Commit"):
        accept(real_home, tree)
    assert load_versions(real_home) == []


def test_nobody_and_no_reason_set_nothing_down(real_home: Home, unpacked: Path) -> None:
    for words in ({"because": "why not"}, {"by": " "}):
        with pytest.raises(VersionError, match="--because"):
            accept(real_home, unpacked, **words)
    accept(real_home, unpacked)
    with pytest.raises(VersionError, match="already"):
        accept(real_home, unpacked)


@pytest.mark.parametrize("trick", [linked_folder, lambda tree: (tree / "ingest/more").symlink_to(tree.parent)])
def test_what_no_digest_covers_is_not_set_down(real_home: Home, unpacked: Path, trick: Callable[[Path], None]) -> None:
    trick(unpacked)
    with pytest.raises(VersionError, match="link"):
        accept(real_home, unpacked)


def test_the_running_code_is_where_it_is_looked_at() -> None:
    assert not [d for d in code_version().differences if "imported from" in d]


def test_a_package_from_another_place_is_seen(unpacked: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ingest.code.ROOT", unpacked)
    assert [d for d in code_version().differences if d.startswith("warehouse is imported from")]
