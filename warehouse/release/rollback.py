"""Going back: an earlier release becomes the latest again, by the same switch, after the same verification."""

from __future__ import annotations

from ingest.code import CodeVersion
from ingest.home import Home
from warehouse.catalogue.index import Index, Rollback
from warehouse.gate.record import GateRefused
from warehouse.release.recut import finish_withdrawals
from warehouse.release.tree import read_index, release_folder, switch_tree, verify_release


def rollback(home: Home, release_id: str | None, at: str, code: CodeVersion | None = None) -> str:
    """Make an earlier release the latest again: the one named, or the one before the latest; returns its name.

    Its record is verified against the required checks that it carries; the code may have changed since. A release from
    before a withdrawal does not exist any more: its re-cut does, and is meant when the old name is given.

    Raises:
        GateRefused: no such release, or its record or files do not hold.
    """
    finish_withdrawals(home, code)
    index = read_index(home)
    wanted = _standing(index, _before_latest(index) if release_id is None else release_id)
    if index.entry(wanted) is None:
        known = ", ".join(r.release_id for r in index.releases) or "none"
        raise GateRefused(f"rolling back to {wanted}", [f"no such release; there are: {known}"])
    verify_release(home, release_folder(home, wanted), wanted)
    # By the names that the index bears: `from` is a keyword.
    move = Rollback.model_validate({"from": index.latest, "to": wanted, "at": at})
    switch_tree(home, index.model_copy(update={"latest": wanted, "rollbacks": (*index.rollbacks, move)}))
    return wanted


def _before_latest(index: Index) -> str:
    ids = [r.release_id for r in index.releases]
    position = ids.index(index.latest) if index.latest in ids else 0
    if position == 0:
        raise GateRefused("rolling back", ["there is no release before the latest"])
    return ids[position - 1]


def _standing(index: Index, release_id: str) -> str:
    """The release that stands for one that was cut again."""
    while (gone := index.gone_releases.get(release_id)) and gone.replaced_by:
        release_id = gone.replaced_by
    return release_id
