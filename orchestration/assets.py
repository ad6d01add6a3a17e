"""One asset per step of a night, and one per dbt model: the lineage from source to release."""

from __future__ import annotations

from collections.abc import Iterator
from graphlib import TopologicalSorter
from typing import Any

import dagster as dg

from expectations.required import load_required
from ingest.ledger.source_checks import CHECK_IDS
from orchestration.lineage import model_dependencies
from orchestration.night import NightRun
from warehouse.build.builds import candidate
from warehouse.build.tables import load_tables
from warehouse.gate.record import GateRefused, read_record

CAPTURES, BRONZE, ADMISSIONS, INPUTS = (
    dg.AssetKey(["ingest", n]) for n in ("captures", "bronze", "admissions", "build_inputs")
)
FILES, GATE, RELEASE = (dg.AssetKey(["release", n]) for n in ("files", "gate_record", "release"))


def model_key(name: str) -> dg.AssetKey:
    return dg.AssetKey(["warehouse", name])


def make_assets(night: NightRun) -> dict[str, dg.AssetsDefinition]:
    """The assets of one home, by short name."""

    @dg.asset(key=CAPTURES, group_name="ingest", description="Captures archived as WARC, before anything reads them.")
    def captures() -> dg.MaterializeResult[Any]:
        return dg.MaterializeResult(metadata={"new_captures": night.collect()})

    @dg.asset(
        key=BRONZE,
        deps=[CAPTURES],
        group_name="ingest",
        description="Typed records of every capture: a pure function of the archive.",
    )
    def bronze() -> dg.MaterializeResult[Any]:
        return dg.MaterializeResult(metadata={"rows_added": night.parse()})

    @dg.asset(
        key=ADMISSIONS, deps=[BRONZE], group_name="ingest",
        description="Per source and night: checked, then admitted or held; permanent ids; the ledger.",
        check_specs=[dg.AssetCheckSpec(c.replace(".", "__"), asset=ADMISSIONS) for c in CHECK_IDS],
    )  # fmt: skip
    def admissions() -> Iterator[Any]:
        runs = night.admit()
        sources = [s for r in runs for s in r.sources.values()]
        held = [s.source_id for s in sources if s.admission == "held"]
        yield dg.MaterializeResult(
            metadata={"nights": len(runs), "sources": len(sources), "held": ", ".join(held) or "none"}
        )
        for check_id in CHECK_IDS:
            failed = [
                s.source_id for s in sources for c in s.checks if c["check_id"] == check_id and c["verdict"] == "fail"
            ]
            # A failing source is held, alone; the night goes on.
            yield dg.AssetCheckResult(
                passed=not failed, check_name=check_id.replace(".", "__"), asset_key=ADMISSIONS,
                severity=dg.AssetCheckSeverity.WARN, metadata={"held_sources": ", ".join(failed) or "none"},
            )  # fmt: skip

    @dg.asset(key=INPUTS, deps=[ADMISSIONS], group_name="ingest", description="Bronze and ledger frozen for one build.")
    def build_inputs() -> dg.MaterializeResult[Any]:
        build = night.assemble()
        return dg.MaterializeResult(metadata={"build": build.name, "build_id": build.build_id})

    dependencies = model_dependencies(night.project.dbt)
    tables = load_tables(night.project.dbt)
    specs = [
        dg.AssetSpec(
            model_key(name),
            deps=[*(model_key(d) for d in sorted(deps)), *([] if deps else [INPUTS])],
            group_name="marts" if name in tables else "models",
            description=tables[name].definition["en"] if name in tables else None,
        )
        for name, deps in sorted(dependencies.items())
    ]

    @dg.multi_asset(specs=specs, name="dbt_models", can_subset=False)
    def models() -> Iterator[Any]:
        seconds = night.model()
        for name in TopologicalSorter(dependencies).static_order():
            yield dg.MaterializeResult(asset_key=model_key(name), metadata={"seconds": seconds.get(name, 0.0)})

    @dg.asset(
        key=FILES,
        deps=[model_key(t) for t in tables if t in dependencies],
        group_name="release",
        description="CSV, Parquet, NDJSON, DuckDB, descriptor.",
    )
    def files() -> dg.MaterializeResult[Any]:
        night.render()
        return dg.MaterializeResult()

    @dg.asset(
        key=GATE,
        deps=[FILES],
        group_name="release",
        description="Every check and every file hash of the build, signed.",
    )
    def gate_record() -> dg.MaterializeResult[Any]:
        record = night.gate()
        blocking = ", ".join(o.check_id for o in record.outcomes if o.blocks) or "none"
        return dg.MaterializeResult(
            metadata={"checks": len(record.checks), "blocking": blocking, "rows": dict(record.rows)}
        )

    @dg.asset(
        key=RELEASE, deps=[GATE], group_name="release",
        description="The public tree: switched by one link, only after the newest build's gate record was verified.",
    )  # fmt: skip
    def release() -> dg.MaterializeResult[Any]:
        try:
            published = night.publish()
        except GateRefused as refused:
            raise dg.Failure(description=str(refused), allow_retries=False) from refused
        return dg.MaterializeResult(metadata={"release": published.release_id, "is_new": published.is_new})

    return {
        "captures": captures, "bronze": bronze, "admissions": admissions, "build_inputs": build_inputs, "models": models,
        "files": files, "gate_record": gate_record, "release": release,
    }  # fmt: skip


def make_checks(night: NightRun) -> dg.AssetChecksDefinition:
    """The required checks as Dagster checks, told from the gate record.

    One per table and kind (a Dagster event for each of some 450 single checks cost 20 s a night: measured), each naming
    the single checks that failed; release checks stand alone.
    """
    dependencies = model_dependencies(night.project.dbt)
    groups: dict[tuple[dg.AssetKey, str], list[str]] = {}
    required = load_required(night.project.required)
    for check_id, c in sorted(required.items()):
        key = (
            (model_key(c.table), f"{c.kind}_checks")
            if c.table is not None and c.table in dependencies
            else (FILES, _check_name(check_id))
        )
        groups.setdefault(key, []).append(check_id)

    @dg.multi_asset_check(
        name="table_checks",
        specs=[dg.AssetCheckSpec(name, asset=key, additional_deps=[GATE]) for key, name in groups],
    )
    def table_checks() -> Iterator[dg.AssetCheckResult]:
        record = read_record(candidate(night.home).gate)
        found = {c.outcome.check_id: c for c in record.checks} if record else {}
        for (key, name), check_ids in groups.items():
            failed = [i for i in check_ids if i not in found or found[i].verdict != "pass"]
            is_error = any(required[i].severity == "error" for i in failed)
            yield dg.AssetCheckResult(
                passed=not failed,
                check_name=name,
                asset_key=key,
                severity=dg.AssetCheckSeverity.ERROR if is_error else dg.AssetCheckSeverity.WARN,
                metadata={"checks": len(check_ids), "failed": ", ".join(failed) or "none"},
            )

    return table_checks


def _check_name(check_id: str) -> str:
    return "".join(ch if ch.isalnum() else "_" for ch in check_id)
