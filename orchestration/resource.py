"""The night as a Dagster resource: opened when a run begins, holding the home's lock until it ends.

Nothing is fixed when definitions are imported: the clock is read here. What is the run's own (its moment, its nights,
its build) stands in the run's tags, so that a step that is run again, in this process or another, goes on with it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import dagster as dg

from orchestration.night import NightRun

NIGHT = "night"


def night_resource(open_night: Callable[[], NightRun]) -> dg.ResourceDefinition:
    """The resource that every step of a night asks for.

    A run that begins while another one works in the same home is refused (`HomeError`): two nights never overlap.
    """

    @dg.resource(description="The night under way in this home; refuses a second one.")
    def night(context: dg.InitResourceContext) -> Iterator[NightRun]:
        run = open_night()
        if context.run is not None:
            run.resumed(context.run.tags)
        with run.locked():
            yield run

    return night


def night_of(context: dg.AssetExecutionContext | dg.AssetCheckExecutionContext) -> NightRun:
    """The night that a step belongs to, with the state that its run carries."""
    night: NightRun = getattr(context.resources, NIGHT)
    # The run as it is kept, not as it was when this step began: the steps before wrote into it.
    run = context.instance.get_run_by_id(context.run.run_id)
    return night.resumed(run.tags) if run is not None else night


def keep(context: dg.AssetExecutionContext, night: NightRun) -> None:
    """Write the night's state into its run's tags."""
    context.instance.add_run_tags(context.run_id, night.state.as_tags())
