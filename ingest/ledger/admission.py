"""Which run admitted a capture: its own, the one after a kill, or the one that carried it (ADR 0003, 0012)."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.ledger.store import Run, run_order
from ingest.web.outcomes import UNSEEN

DROPPED = "dropped"


class Admissions:
    """The ledger asked by source and run."""

    def __init__(self, runs: Sequence[Run]) -> None:
        self._nights: dict[str, list[tuple[tuple[str, int], str, str]]] = {}
        for run in sorted(runs, key=lambda r: run_order(r.run_id)):
            for source_id, night in run.sources.items():
                state = night.admission
                if state == "held" and night.cause in UNSEEN:
                    state = "carried"
                self._nights.setdefault(source_id, []).append((run_order(run.run_id), run.run_id, state))

    def admitted_in(self, source_id: str, run_id: str) -> str | None:
        """Id of the run that admitted what `run_id` captured.

        None while it waits: its run was killed before its ledger entry, or held because the site was not seen whole,
        and no later night took it up. `DROPPED` when its night was held for what the pages held.
        """
        order = run_order(run_id)
        for night_order, night_id, state in self._nights.get(source_id, ()):
            if night_order < order:
                continue
            if state == "admitted":
                return night_id
            if state == "held":
                return DROPPED
        return None

    def last_admitted(self, source_id: str) -> str | None:
        return next((r for _, r, state in reversed(self._nights.get(source_id, [])) if state == "admitted"), None)
