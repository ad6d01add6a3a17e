"""A whole night, step by step: what the command line, the Dagster assets and the schedule all run.

Each step reads its state from disk, so that any of them can be run alone or again after a kill; the steps of one run
share the moment they run as of.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from expectations.required import REQUIRED_FILE
from expectations.suites import SUITES
from ingest.admit import admit
from ingest.archive.captures import load_index
from ingest.code import CodeVersion, code_version
from ingest.collect.collection import collect
from ingest.collect.crawl.night import CrawlSettings, configured_contact
from ingest.home import Home, run_lock
from ingest.ledger.store import Run, load_runs
from ingest.nights import Night, due_nights
from ingest.opening import Ingest, open_ingest
from ingest.reading import parse
from warehouse import files
from warehouse.build import builds, steps
from warehouse.build.builds import Build
from warehouse.build.tables import DBT_PROJECT, MARTS_URL, marts_file
from warehouse.gate.record import GateRecord
from warehouse.gate.run import run_gate
from warehouse.release.publish import Published, publish
from warehouse.release.tree import published_before

Progress = Callable[[str, str, int, int], None]
"""Called with (stage, what is under way, done, total)."""


def _silent(stage: str, what: str, done: int, total: int) -> None:
    """Says nothing."""


@dataclass(frozen=True)
class Project:
    """The reviewed parts of the project that a night runs with; tests run with altered copies."""

    dbt: Path = DBT_PROJECT
    suites: Path = SUITES
    required: Path = REQUIRED_FILE


@dataclass
class NightRun:
    """One run over one home.

    Args:
        now: the moment it is run as of (UTC); a sample home's clock is its archive's.
        until: in a sample home, the last night to replay.
        only: ids of sources to take; all when empty.
    """

    home: Home
    now: dt.datetime
    until: str | None = None
    only: tuple[str, ...] = ()
    progress: Progress = _silent
    offline: bool = False
    """Ask no site: work from the archive and the inbox alone."""
    max_documents: int | None = None
    """Documents asked for per site; for trying a source out."""
    known_on: dt.datetime | None = None
    """Build what was known at this earlier moment; such a build is never published."""
    is_local: bool = False
    """Build with sources whose publish flag is off; such a build is never published."""
    project: Project = field(default_factory=Project)
    runs: list[Run] = field(default_factory=list)
    rows_added: int = 0
    captures_added: int = 0
    published: Published | None = None
    _held: bool = False
    _code: CodeVersion | None = None
    _ingest: Ingest | None = None

    @property
    def code(self) -> CodeVersion:
        if self._code is None:
            self._code = code_version()
        return self._code

    @property
    def ingest(self) -> Ingest:
        if self._ingest is None:
            self._ingest = open_ingest(
                self.home, only=self.only, project_files={MARTS_URL: marts_file(self.project.dbt)}
            )
        return self._ingest

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Hold the home's run lock; steps inside need not take it again."""
        if self._held:
            yield
            return
        with run_lock(self.home):
            self._held = True
            try:
                yield
            finally:
                self._held = False

    def due(self) -> list[Night]:
        return due_nights(self.home, self.now, until=self.until)

    def as_of(self) -> dt.datetime:
        """The moment a build describes: now, or the last capture that was made since; in a sample home the last night."""
        if self.home.kind != "sample":
            last = max((_moment(c.captured_at) for c in load_index(self.home)), default=self.now)
            return max(self.now, last)
        runs = load_runs(self.home)
        return _moment(runs[-1].as_of)

    def collect(self) -> int:
        """Captures into the archive; returns how many are new.

        Raises:
            NoContact: sites are due and no contact is configured.
        """
        with self.locked():
            for night in self.due():
                self.captures_added += collect(
                    self.ingest,
                    night,
                    self._say("collect"),
                    crawling=self.crawling(),
                    crawl_progress=self._say("crawl"),
                )
        return self.captures_added

    def crawling(self) -> CrawlSettings | None:
        """How sites are asked; None when there is none to ask."""
        if self.offline or not any(s.is_crawlable for s in self.ingest.sources.values()):
            return None
        return CrawlSettings(configured_contact(), self.max_documents)

    def parse(self) -> int:
        """New captures into bronze; returns the rows added."""
        with self.locked():
            due = self.due() or [Night("replay.0", self.now)]
            self.rows_added += parse(self.ingest, due[0], self._say("parse"))
        return self.rows_added

    def admit(self) -> list[Run]:
        """Source checks, admissions and ids of every due night, into the ledger."""
        with self.locked():
            for night in self.due():
                self.runs.append(admit(self.ingest, night, self.code.text, self.rows_added, self._say("check")))
        return self.runs

    def assemble(self) -> Build:
        """A new build with its inputs frozen."""
        with self.locked():
            self.progress("assemble", "inputs", 0, 1)
            build = steps.start_build(
                self.ingest,
                published_before(self.home),
                self.as_of(),
                self.code,
                self.project.dbt,
                self.known_on,
                is_local=self.is_local,
            )
            self.progress("assemble", "", 1, 1)
            return build

    def model(self) -> dict[str, float]:
        """dbt models and tests of the newest build; returns seconds per model."""
        with self.locked():
            return steps.model(self.home, builds.candidate(self.home), self._say("model"), self.project.dbt)

    def render(self) -> None:
        """Files of the newest build."""
        with self.locked():
            build, previous = builds.candidate(self.home), published_before(self.home)
            files.render(self.home, build, previous, self._say("files"), self.project.dbt)

    def gate(self) -> GateRecord:
        """Checks and the signed record of the newest build."""
        with self.locked():
            return run_gate(
                self.home,
                builds.candidate(self.home),
                published_before(self.home),
                self.code,
                self._say("gate"),
                self.project.dbt,
                self.project.required,
                self.project.suites,
            )

    def publish(self) -> Published:
        """Verify the newest build's record and switch the link.

        Raises:
            GateRefused: the record does not hold.
        """
        with self.locked():
            self.progress("publish", "verify", 0, 1)
            self.published = publish(self.home, self.code, required_file=self.project.required)
            self.progress("publish", "", 1, 1)
            return self.published

    def _say(self, stage: str) -> Callable[[str, int, int], None]:
        return lambda what, done, total: self.progress(stage, what, done, total)


def _moment(text: str) -> dt.datetime:
    return dt.datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=dt.UTC)


STAGES = ("collect", "parse", "check", "assemble", "model", "files", "gate", "publish")
