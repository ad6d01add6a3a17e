"""Promise 1: nothing is published unless every required check passed for exactly these bytes, on every path."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import dagster as dg
import pytest

from expectations.required import parse_required, required_json
from ingest.code import CodeVersion, code_version
from ingest.home import Home, open_home, write_json
from orchestration.assets import RELEASE, make_assets
from orchestration.build import JOB, build_defs
from orchestration.instance import open_instance
from orchestration.night import NightRun
from orchestration.resource import NIGHT, night_resource
from tests.conftest import NOW
from warehouse.build.builds import Build, candidate
from warehouse.build.manifest import load_models
from warehouse.gate.record import RECORD, REQUIRED, SIGNATURE, GateRefused, parse_record
from warehouse.gate.verify import verify_build
from warehouse.release.publish import publish
from warehouse.release.tree import read_index
from warehouse.signing.keys import open_signer

Attack = Callable[[Home, Build], None]


def _resign(home: Home, build: Build, record: dict[str, object]) -> None:
    """What an attacker with the home's own key would do: sign the forged record."""
    write_json(build.gate / RECORD, record)
    (build.gate / SIGNATURE).write_text(open_signer(home).sign((build.gate / RECORD).read_bytes()))


def _load(build: Build) -> dict[str, object]:
    loaded: dict[str, object] = json.loads((build.gate / RECORD).read_text("utf-8"))
    return loaded


def flipped_verdict(home: Home, build: Build) -> None:
    """A check that failed is recorded as passed, hashes and signature made anew."""
    record = _load(build)
    checks: list[dict[str, object]] = record["checks"]  # type: ignore[assignment]
    checks[0] |= {"observed": 3.0, "verdict": "pass"}
    _resign(home, build, record)


def failed_check(home: Home, build: Build) -> None:
    record = _load(build)
    checks: list[dict[str, object]] = record["checks"]  # type: ignore[assignment]
    checks[0] |= {"observed": 3.0, "verdict": "fail"}
    _resign(home, build, record)


def nothing_observed(home: Home, build: Build) -> None:
    record = _load(build)
    checks: list[dict[str, object]] = record["checks"]  # type: ignore[assignment]
    checks[0] |= {"observed": None, "verdict": "no_history"}
    _resign(home, build, record)


def deleted_check(home: Home, build: Build) -> None:
    record = _load(build)
    checks: list[dict[str, object]] = record["checks"]  # type: ignore[assignment]
    del checks[5]
    _resign(home, build, record)


def trivial_check_of_the_same_name(home: Home, build: Build) -> None:
    record = _load(build)
    checks: list[dict[str, object]] = record["checks"]  # type: ignore[assignment]
    checks[5] |= {"definition_sha256": "0" * 64}
    _resign(home, build, record)


def weakened_severity(home: Home, build: Build) -> None:
    record = _load(build)
    checks: list[dict[str, object]] = record["checks"]  # type: ignore[assignment]
    checks[5] |= {"severity": "warn", "owner": "nobody", "until": "2099-12-31"}
    _resign(home, build, record)


def raised_threshold(home: Home, build: Build) -> None:
    record = _load(build)
    checks: list[dict[str, object]] = record["checks"]  # type: ignore[assignment]
    checks[5] |= {"operator": "le", "threshold": 1e9}
    _resign(home, build, record)


def check_that_nobody_reviewed(home: Home, build: Build) -> None:
    record = _load(build)
    checks: list[dict[str, object]] = record["checks"]  # type: ignore[assignment]
    checks.append({**checks[5], "check_id": "dbt.everything__fine"})
    _resign(home, build, record)


def other_deciding_code(home: Home, build: Build) -> None:
    """The record of a gate whose code was edited."""
    record = _load(build)
    code: dict[str, str] = record["deciding_code"]  # type: ignore[assignment]
    _resign(home, build, {**record, "deciding_code": {**code, "warehouse/gate/run.py": "0" * 64}})


def unsaid_deciding_code(home: Home, build: Build) -> None:
    """A record that looks like one of before the code was counted."""
    record = _load(build)
    del record["deciding_code"]
    _resign(home, build, record)


def weakened_list_carried_by_the_build(home: Home, build: Build) -> None:
    required = parse_required((build.gate / REQUIRED).read_bytes())
    required.checks.pop(next(iter(required.checks)))
    (build.gate / REQUIRED).write_bytes(required_json(required))


def changed_artefact_byte(home: Home, build: Build) -> None:
    path = build.files / "sample-sessions.csv"
    data = bytearray(path.read_bytes())
    data[-2] ^= 1
    path.write_bytes(data)


def added_file(home: Home, build: Build) -> None:
    (build.files / "sample-extra.csv").write_text("a\n1\n")


def swapped_build(home: Home, build: Build) -> None:
    """Another build's label over this build's record and files."""
    label = json.loads((build.folder / "build.json").read_text("utf-8"))
    write_json(build.folder / "build.json", {**label, "build_id": "b" * 16})


def forged_signature(home: Home, build: Build) -> None:
    record = _load(build)
    record["as_of"] = "2026-11-25T00:00:00Z"
    write_json(build.gate / RECORD, record)


def no_record(home: Home, build: Build) -> None:
    shutil.rmtree(build.gate)


ATTACKS: list[Attack] = [
    flipped_verdict, failed_check, nothing_observed, deleted_check, trivial_check_of_the_same_name, weakened_severity,
    raised_threshold, check_that_nobody_reviewed, other_deciding_code, unsaid_deciding_code, weakened_list_carried_by_the_build, changed_artefact_byte, added_file, swapped_build, forged_signature, no_record,
]  # fmt: skip


def by_command_line(home: Home, attack: Attack) -> str:
    from click.testing import CliRunner

    from infitah.cli import main

    attack(home, candidate(home))
    result = CliRunner().invoke(main, ["publish", "--home", str(home.root)])
    assert result.exit_code == 1
    return result.output


def by_release_asset_alone(home: Home, attack: Attack) -> str:
    attack(home, candidate(home))
    night = NightRun(home, NOW, build_name=candidate(home).name)
    assets = make_assets(night.project, load_models(night.project.dbt))
    with open_instance(home) as instance:
        result = dg.materialize(
            [assets["release"]],
            selection=[RELEASE],
            instance=instance,
            raise_on_error=False,
            resources={NIGHT: night_resource(lambda: night)},
        )
    assert not result.success
    return _failures(result)


def by_the_schedules_job(home: Home, attack: Attack) -> str:
    """The schedule's own job and release asset; the steps before are replaced, the last by the attacker's work."""
    night = NightRun(home, NOW, build_name=candidate(home).name)
    real = make_assets(night.project, load_models(night.project.dbt))

    def idle(name: str) -> dg.AssetsDefinition:
        keys = list(real[name].keys)

        @dg.multi_asset(specs=[s for k in keys for s in [real[name].get_asset_spec(k)]], name=f"idle_{name}")
        def body():  # type: ignore[no-untyped-def]
            if name == "gate_record":
                attack(home, candidate(home))
            from graphlib import TopologicalSorter

            specs = {
                s.key: {d.asset_key for d in s.deps} & set(keys) for s in (real[name].get_asset_spec(k) for k in keys)
            }
            for key in TopologicalSorter(specs).static_order():
                yield dg.MaterializeResult(asset_key=key)

        return body

    overrides = {n: idle(n) for n in real if n != "release"}
    defs = build_defs(open_night=lambda: night, asset_overrides=overrides)
    schedule = defs.resolve_schedule_def("every_night")
    assert schedule.job_name == JOB
    with open_instance(home) as instance:
        result = defs.resolve_job_def(schedule.job_name).execute_in_process(instance=instance, raise_on_error=False)
    assert not result.success
    return _failures(result)


def _failures(result: dg.ExecuteInProcessResult) -> str:
    return "\n".join(
        str(
            e.step_failure_data.user_failure_data.description
            if e.step_failure_data.user_failure_data
            else e.step_failure_data.error
        )
        for e in result.all_events
        if e.is_step_failure
    )


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda a: a.__name__)
def test_promise_1_nothing_is_published_unless_every_check_passed_command_line(home_copy: Home, attack: Attack) -> None:
    _refused(home_copy, by_command_line, attack)


ALONE = [a for a in ATTACKS if a not in (weakened_severity, raised_threshold, check_that_nobody_reviewed)]


@pytest.mark.parametrize("attack", ALONE, ids=lambda a: a.__name__)
def test_promise_1_holds_when_the_release_asset_is_materialised_alone(home_copy: Home, attack: Attack) -> None:
    _refused(home_copy, by_release_asset_alone, attack)


@pytest.mark.parametrize(
    "attack",
    [flipped_verdict, deleted_check, trivial_check_of_the_same_name, swapped_build, changed_artefact_byte],
    ids=lambda a: a.__name__,
)
def test_promise_1_holds_in_the_schedules_job(home_copy: Home, attack: Attack) -> None:
    _refused(home_copy, by_the_schedules_job, attack)


def _refused(home: Home, path: Callable[[Home, Attack], str], attack: Attack) -> None:
    before = (home.published / "current" / "latest").resolve().name
    message = path(home, attack)
    assert "refused" in message
    assert (home.published / "current" / "latest").resolve().name == before
    if attack is not no_record:
        assert read_index(home).failed_nights, "the public index says that the night failed"


def test_a_record_of_other_code_is_refused(home_copy: Home) -> None:
    with pytest.raises(GateRefused, match="build again"):
        publish(home_copy, CodeVersion("0" * 40, is_dirty=False))


def test_a_sample_homes_key_signs_no_real_release(home_copy: Home, tmp_path: Path) -> None:
    build = candidate(home_copy)
    real = open_home(tmp_path / "real", sample=False)
    shutil.copy(home_copy.keys / "signing.pem", real.keys / "signing.pem")
    with pytest.raises(GateRefused, match="sample home's key"):
        verify_build(
            real,
            gate_folder=build.gate,
            files_folder=build.files,
            build_id=build.build_id,
            code=code_version(),
            what="x",
        )


def test_a_dirty_tree_publishes_only_in_a_sample_home(home_copy: Home, tmp_path: Path) -> None:
    build = candidate(home_copy)
    real = open_home(tmp_path / "real", sample=False)
    record = _load(build) | {"home_kind": "real", "is_dirty": True, "key_name": open_signer(real).name}
    _resign(real, build, record)
    with pytest.raises(GateRefused, match="only a sample home"):
        verify_build(
            real, gate_folder=build.gate, files_folder=build.files, build_id=build.build_id, code=None, what="x"
        )


@pytest.mark.parametrize(
    ("attack", "words"),
    [
        (deleted_check, "1 required, none was run"),
        (trivial_check_of_the_same_name, "not the required ones"),
        (weakened_severity, "not the required ones"),
        (raised_threshold, "not the required ones"),
        (check_that_nobody_reviewed, "1 required, 2 run"),
        (other_deciding_code, "deciding code: warehouse/gate/run.py: not as in the required list"),
        (unsaid_deciding_code, "does not say which code it is"),
    ],
    ids=lambda a: getattr(a, "__name__", ""),
)
def test_a_refusal_says_what_differs_and_how_to_see_it(home_copy: Home, attack: Attack, words: str) -> None:
    build = candidate(home_copy)
    checks: list[dict[str, object]] = _load(build)["checks"]  # type: ignore[assignment]
    attack(home_copy, build)
    with pytest.raises(GateRefused, match=words) as refused:
        publish(home_copy, code_version())
    if "code" not in attack.__name__:
        table, kind = checks[5]["table"], checks[5]["kind"]
        (told,) = [r for r in refused.value.reasons if r.startswith("required checks")]
        assert told.startswith(f"required checks: {table}, {kind}: ")
        assert told.endswith(f"see: infitah checks show {table}")


def test_a_record_checked_by_other_code_than_this_is_refused(home_copy: Home, tmp_path: Path) -> None:
    """Also where the list was made to fit it: the publisher knows its own code."""
    build = candidate(home_copy)
    other_deciding_code(home_copy, build)
    record = parse_record((build.gate / RECORD).read_bytes(), "reading")
    (tmp_path / "required.json").write_bytes(required_json(record.required))
    with pytest.raises(GateRefused, match="checked by other deciding code") as refused:
        publish(home_copy, code_version(), required_file=tmp_path / "required.json")
    assert len(refused.value.reasons) == 1


def test_a_list_that_names_no_code_publishes_nothing(home_copy: Home, tmp_path: Path) -> None:
    build = candidate(home_copy)
    unsaid_deciding_code(home_copy, build)
    record = parse_record((build.gate / RECORD).read_bytes(), "reading")
    (tmp_path / "required.json").write_bytes(required_json(record.required))
    with pytest.raises(GateRefused, match="the reviewed list does not say which code decides"):
        publish(home_copy, code_version(), required_file=tmp_path / "required.json")
