"""One asset per step of a night, and one per dbt model: the lineage from source to release.

Annotations are evaluated here: Dagster reads the type of a step's context from them.
"""

from collections.abc import Iterator
from graphlib import TopologicalSorter
from typing import Any

import dagster as dg

from expectations.required import ALL, Line, load_required
from expectations.sheets.load import load_tables
from expectations.sheets.model import Table
from ingest.ledger.source_checks import CHECK_IDS
from orchestration.night import NightRun, Project
from orchestration.resource import NIGHT, keep, night_of
from warehouse.build.manifest import Model, Models
from warehouse.gate.record import GateRefused, read_record

CAPTURES, BRONZE, ADMISSIONS, INPUTS = (
    dg.AssetKey(["ingest", n]) for n in ("captures", "bronze", "admissions", "build_inputs")
)
FILES, GATE, RELEASE = (dg.AssetKey(["release", n]) for n in ("files", "gate_record", "release"))


def model_key(name: str) -> dg.AssetKey:
    return dg.AssetKey(["warehouse", name])


def make_assets(project: Project, models: Models) -> dict[str, dg.AssetsDefinition]:
    """Every asset, by short name.

    Args:
        models: dbt's models with their parents and columns, from its manifest.
    """
    tables = load_tables(project.dbt)
    return {**_ingest_assets(), "models": _model_assets(models, tables), **_release_assets(models, tables)}


def _ingest_assets() -> dict[str, dg.AssetsDefinition]:
    @dg.asset(
        key=CAPTURES,
        group_name="ingest",
        required_resource_keys={NIGHT},
        description="Captures archived as WARC, before anything reads them.",
    )
    def captures(context: dg.AssetExecutionContext) -> dg.MaterializeResult[Any]:
        night = night_of(context)
        # Fixed before anything is asked: a run that is cut off goes on with the same nights.
        nights = [n.run_id for n in night.nights]
        keep(context, night)
        return dg.MaterializeResult(metadata={"new_captures": night.collect(), "nights": ", ".join(nights) or "none"})

    @dg.asset(
        key=BRONZE,
        deps=[CAPTURES],
        group_name="ingest",
        required_resource_keys={NIGHT},
        description="Typed records of every capture: a pure function of the archive.",
    )
    def bronze(context: dg.AssetExecutionContext) -> dg.MaterializeResult[Any]:
        night = night_of(context)
        added = night.parse()
        keep(context, night)
        return dg.MaterializeResult(metadata={"rows_added": added})

    @dg.asset(
        key=ADMISSIONS,
        deps=[BRONZE],
        group_name="ingest",
        required_resource_keys={NIGHT},
        description="Per source and night: checked, then admitted or held; permanent ids; the ledger.",
        check_specs=[dg.AssetCheckSpec(c.replace(".", "__"), asset=ADMISSIONS) for c in CHECK_IDS],
    )
    def admissions(context: dg.AssetExecutionContext) -> Iterator[Any]:
        yield from _admission_results(night_of(context))

    @dg.asset(
        key=INPUTS,
        deps=[ADMISSIONS],
        group_name="ingest",
        required_resource_keys={NIGHT},
        description="Bronze and ledger frozen for one build, which is this run's from here on.",
    )
    def build_inputs(context: dg.AssetExecutionContext) -> dg.MaterializeResult[Any]:
        night = night_of(context)
        build = night.assemble()
        keep(context, night)
        return dg.MaterializeResult(metadata={"build": build.name, "build_id": build.build_id})

    return {"captures": captures, "bronze": bronze, "admissions": admissions, "build_inputs": build_inputs}


def _admission_results(night: NightRun) -> Iterator[Any]:
    runs = night.admit()
    sources = [s for r in runs for s in r.sources.values()]
    held = [s.source_id for s in sources if s.admission == "held"]
    yield dg.MaterializeResult(
        metadata={"nights": len(runs), "sources": len(sources), "held": ", ".join(held) or "none"}
    )
    for check_id in CHECK_IDS:
        failed = [s.source_id for s in sources for c in s.checks if c.check_id == check_id and c.verdict == "fail"]
        # A failing source is held, alone; the night goes on.
        yield dg.AssetCheckResult(
            passed=not failed,
            check_name=check_id.replace(".", "__"),
            asset_key=ADMISSIONS,
            severity=dg.AssetCheckSeverity.WARN,
            metadata={"held_sources": ", ".join(failed) or "none"},
        )


def _model_assets(models: Models, tables: dict[str, Table]) -> dg.AssetsDefinition:
    specs = [_model_spec(m, tables.get(m.name)) for m in models.values()]
    order = list(TopologicalSorter({m.name: m.parents for m in models.values()}).static_order())

    @dg.multi_asset(specs=specs, name="dbt_models", can_subset=False, required_resource_keys={NIGHT})
    def dbt_models(context: dg.AssetExecutionContext) -> Iterator[Any]:
        seconds = night_of(context).model()
        for name in order:
            yield dg.MaterializeResult(asset_key=model_key(name), metadata={"seconds": seconds.get(name, 0.0)})

    return dbt_models


def _model_spec(model: Model, table: Table | None) -> dg.AssetSpec:
    columns = [dg.TableColumn(c.name, c.data_type or "?", description=c.description) for c in model.columns]
    inputs = [INPUTS] if model.reads_inputs or not model.parents else []
    return dg.AssetSpec(
        model_key(model.name),
        deps=[*(model_key(p) for p in sorted(model.parents)), *inputs],
        group_name="marts" if table else "models",
        description=table.definition["en"] if table else model.description or None,
        metadata={"dagster/column_schema": dg.TableSchema(columns)} if columns else {},
    )


def _release_assets(models: Models, tables: dict[str, Table]) -> dict[str, dg.AssetsDefinition]:
    @dg.asset(
        key=FILES,
        deps=[model_key(t) for t in tables if t in models],
        group_name="release",
        required_resource_keys={NIGHT},
        description="CSV, Parquet, NDJSON, DuckDB, descriptor.",
    )
    def files(context: dg.AssetExecutionContext) -> dg.MaterializeResult[Any]:
        night = night_of(context)
        night.render()
        return dg.MaterializeResult(metadata={"build": night.build.name})

    @dg.asset(
        key=GATE,
        deps=[FILES],
        group_name="release",
        required_resource_keys={NIGHT},
        description="Every check and every file hash of the build, signed.",
    )
    def gate_record(context: dg.AssetExecutionContext) -> Iterator[Any]:
        night = night_of(context)
        record = night.gate()
        blocking = [o.check_id for o in record.outcomes if o.blocks]
        yield dg.MaterializeResult(metadata={"checks": len(record.checks), "blocking": ", ".join(blocking) or "none"})
        for name, rows in record.rows.items():
            if name in models:
                yield dg.AssetObservation(model_key(name), metadata={"dagster/row_count": rows})

    @dg.asset(
        key=RELEASE,
        deps=[GATE],
        group_name="release",
        required_resource_keys={NIGHT},
        description="The public tree: switched by one link, only after this run's gate record was verified.",
    )
    def release(context: dg.AssetExecutionContext) -> dg.MaterializeResult[Any]:
        try:
            published = night_of(context).publish()
        except GateRefused as refused:
            raise dg.Failure(description=str(refused), allow_retries=False) from refused
        return dg.MaterializeResult(metadata={"release": published.release_id, "is_new": published.is_new})

    return {"files": files, "gate_record": gate_record, "release": release}


def make_checks(project: Project, models: Models) -> dg.AssetChecksDefinition:
    """The required checks as Dagster checks, told from the gate record.

    One per table and kind, as the required list has them (a Dagster event for each of some 450 single checks cost 20 s
    a night: measured), each naming the single checks that failed. What belongs to no model is a check of the files.
    """
    groups: dict[tuple[dg.AssetKey, str], Line] = {}
    for line in load_required(project.required).checks.values():
        of_files = f"{_check_name(line.table)}_{line.kind}_checks"
        key = (model_key(line.table), f"{line.kind}_checks") if line.table in models else (FILES, of_files)
        groups[key] = line

    @dg.multi_asset_check(
        name="table_checks",
        specs=[dg.AssetCheckSpec(name, asset=key, additional_deps=[GATE]) for key, name in groups],
        required_resource_keys={NIGHT},
        can_subset=True,
    )
    def table_checks(context: dg.AssetCheckExecutionContext) -> Iterator[dg.AssetCheckResult]:
        record = read_record(night_of(context).build.gate)
        if record is None:
            return  # Models were made, and no gate yet: nothing is known of their checks.
        run = record.required.checks
        for (key, name), line in groups.items():
            if dg.AssetCheckKey(key, name) not in context.selected_asset_check_keys:
                continue
            group = (line.table, line.kind)
            failed = [o for o in record.outcomes if (o.table or ALL, o.kind) == group and o.verdict != "pass"]
            is_required = run.get(group) == line
            is_error = not is_required or any(o.severity == "error" for o in failed)
            yield dg.AssetCheckResult(
                passed=is_required and not failed,
                check_name=name,
                asset_key=key,
                severity=dg.AssetCheckSeverity.ERROR if is_error else dg.AssetCheckSeverity.WARN,
                metadata={
                    "checks": line.checks,
                    "failed": ", ".join(o.check_id for o in failed) or "none",
                    "as_required": is_required,
                },
            )

    return table_checks


def _check_name(check_id: str) -> str:
    return "".join(ch if ch.isalnum() else "_" for ch in check_id)
