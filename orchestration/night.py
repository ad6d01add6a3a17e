"""The conductor: a whole night over one home, step by step.

The command line, the Dagster assets and the schedule all run this.

Imports without Dagster. A run begins with a moment and fixes its nights; it makes one build and works on that build
alone. Moment, nights and build are the run's own (`NightState`): they travel with it, so that a step in another
process, or a run that was overtaken by another, goes on with what it began. Steps may be killed and run again.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from expectations.required import REQUIRED_FILE
from expectations.sheets.load import DBT_PROJECT, sheet_files
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
from warehouse.build.builds import Build, NoBuild
from warehouse.gate.quality import write_quality
from warehouse.gate.record import GateRecord
from warehouse.gate.run import run_gate
from warehouse.release.publish import Published, publish
from warehouse.release.tree import published_before

Progress = Callable[[str, str, int, int], None]
"""Called with (stage, what is under way, done, total)."""
STAGES = ("collect", "parse", "check", "assemble", "model", "files", "gate", "publish")
#: Names of the tags that carry a run's state.
TAG_PREFIX = "infitah/"


def _silent(stage: str, what: str, done: int, total: int) -> None:
    """Says nothing."""


@dataclass(frozen=True)
class Project:
    """The reviewed parts of the project that a night runs with; tests run with altered copies."""

    dbt: Path = DBT_PROJECT
    suites: Path = SUITES
    required: Path = REQUIRED_FILE


@dataclass(frozen=True)
class NightState:
    """What is a run's own: fixed once, carried from step to step."""

    moment: dt.datetime
    """The moment it is run as of (UTC)."""
    nights: tuple[Night, ...] | None = None
    """The nights it runs; None before it began."""
    rows_added: int = 0
    build_name: str | None = None
    """The build that it made; None before."""

    def as_tags(self) -> dict[str, str]:
        """The state as tags of a Dagster run."""
        tags = {"moment": self.moment.isoformat(), "rows_added": str(self.rows_added)}
        if self.nights is not None:
            tags["nights"] = json.dumps([[n.run_id, n.as_of.isoformat()] for n in self.nights])
        if self.build_name is not None:
            tags["build"] = self.build_name
        return {TAG_PREFIX + k: v for k, v in tags.items()}

    def with_tags(self, tags: Mapping[str, str]) -> NightState:
        """This state, with whatever the tags of a run say instead."""
        told = {k.removeprefix(TAG_PREFIX): v for k, v in tags.items() if k.startswith(TAG_PREFIX)}
        nights = self.nights
        if "nights" in told:
            nights = tuple(Night(run_id, dt.datetime.fromisoformat(at)) for run_id, at in json.loads(told["nights"]))
        return NightState(
            moment=dt.datetime.fromisoformat(told["moment"]) if "moment" in told else self.moment,
            nights=nights,
            rows_added=int(told.get("rows_added", self.rows_added)),
            build_name=told.get("build", self.build_name),
        )


@dataclass
class NightRun:
    """One run over one home.

    Args:
        now: the moment it is run as of (UTC); a sample home's clock is its archive's.
        until: in a sample home, the last night to replay.
        only: ids of sources to take; all when empty.
        build_name: a build that was made before, to go on with; steps after `assemble` need one.
    """

    home: Home
    now: dataclasses.InitVar[dt.datetime]
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
    build_name: dataclasses.InitVar[str | None] = None
    runs: list[Run] = field(default_factory=list)
    captures_added: int = 0
    published: Published | None = None
    state: NightState = field(init=False)
    _held: bool = False
    _code: CodeVersion | None = None
    _ingest: Ingest | None = None

    def __post_init__(self, now: dt.datetime, build_name: str | None) -> None:
        self.state = NightState(now, build_name=build_name)

    def resumed(self, tags: Mapping[str, str]) -> Self:
        """Go on with the state that the tags of a run carry."""
        self.state = self.state.with_tags(tags)
        return self

    @property
    def code(self) -> CodeVersion:
        if self._code is None:
            self._code = code_version(home=self.home)
        return self._code

    @property
    def ingest(self) -> Ingest:
        if self._ingest is None:
            self._ingest = open_ingest(self.home, only=self.only, project_files=sheet_files(self.project.dbt))
        return self._ingest

    @property
    def rows_added(self) -> int:
        """Rows that reading added to bronze."""
        return self.state.rows_added

    @property
    def nights(self) -> tuple[Night, ...]:
        """The nights of this run, fixed when they are first asked for."""
        if self.state.nights is None:
            due = due_nights(self.home, self.state.moment, until=self.until)
            self.state = dataclasses.replace(self.state, nights=tuple(due))
        return self.state.nights or ()

    @property
    def build(self) -> Build:
        """The build of this run.

        Raises:
            NoBuild: it has none yet; no other run's is taken instead.
        """
        if self.state.build_name is None:
            made = ", ".join(sorted(p.parent.name for p in self.home.builds.glob("*/build.json"))) or "none"
            raise NoBuild(
                "this run has made no build, and takes no other run's. Run the steps before, or name the build that is "
                f"meant (in Dagster: the run's tag {TAG_PREFIX}build); there are: {made}"
            )
        return builds.candidate(self.home, self.state.build_name)

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Hold the home's run lock; steps inside need not take it again.

        Raises:
            HomeError: another run is under way in this home.
        """
        if self._held:
            yield
            return
        with run_lock(self.home):
            self._held = True
            try:
                yield
            finally:
                self._held = False

    def as_of(self) -> dt.datetime:
        """The moment a build describes: now, or the last capture made since; in a sample home the last night."""
        if self.home.kind != "sample":
            last = max((_moment(c.captured_at) for c in load_index(self.home)), default=self.state.moment)
            return max(self.state.moment, last)
        return _moment(load_runs(self.home)[-1].as_of)

    def collect(self) -> int:
        """Captures into the archive; returns how many are new.

        Raises:
            NoContact: sites are due and no contact is configured.
        """
        with self.locked():
            for night in self._open_nights():
                self.captures_added += collect(
                    self.home,
                    self.ingest.sources.values(),
                    night,
                    self._say("collect"),
                    project_files=self.ingest.project_files,
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
            first = next(iter(self.nights), Night("replay.0", self.state.moment))
            added = self.rows_added + parse(self.ingest, first, self._say("parse"))
            self.state = dataclasses.replace(self.state, rows_added=added)
        return added

    def admit(self) -> list[Run]:
        """Source checks, admissions and ids of every night of this run, into the ledger."""
        with self.locked():
            for night in self._open_nights():
                self.runs.append(admit(self.ingest, night, self.code.text, self.rows_added, self._say("check")))
        return self.runs

    def _open_nights(self) -> list[Night]:
        """Nights of this run without a ledger entry: what is written there is done, by whichever run."""
        done = {r.run_id for r in load_runs(self.home)}
        return [n for n in self.nights if n.run_id not in done]

    def assemble(self) -> Build:
        """A new build with its inputs frozen: this run's from here on."""
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
            self.state = dataclasses.replace(self.state, build_name=build.name)
            self.progress("assemble", "", 1, 1)
            return build

    def model(self) -> dict[str, float]:
        """dbt models and tests of this run's build; returns model → seconds."""
        with self.locked():
            return steps.model(self.home, self.build, self._say("model"), self.project.dbt)

    def render(self) -> None:
        """Files of this run's build."""
        with self.locked():
            files.render(self.home, self.build, published_before(self.home), self._say("files"), self.project.dbt)

    def gate(self) -> GateRecord:
        """Checks and the signed record of this run's build."""
        with self.locked():
            return run_gate(
                self.home,
                self.build,
                published_before(self.home),
                self.code,
                write_quality,
                self._say("gate"),
                self.project.dbt,
                self.project.required,
                self.project.suites,
            )

    def publish(self) -> Published:
        """Verify the record of this run's build and switch the link.

        Raises:
            GateRefused: the record does not hold.
        """
        with self.locked():
            self.progress("publish", "verify", 0, 1)
            self.published = publish(self.home, self.code, self.build.name, required_file=self.project.required)
            self.progress("publish", "", 1, 1)
            return self.published

    def _say(self, stage: str) -> Callable[[str, int, int], None]:
        return lambda what, done, total: self.progress(stage, what, done, total)


def _moment(text: str) -> dt.datetime:
    return dt.datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=dt.UTC)
