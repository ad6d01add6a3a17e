"""dbt's own process of a night: the project is parsed once, built, and documented (starting dbt costs some seconds).

Run as a program by `warehouse.build.dbt`, in the build's folder; what dbt says goes to standard output.
"""

from __future__ import annotations

import sys

from dbt.cli.main import dbtRunner, dbtRunnerResult

#: As dbt's own command line ends: all went well; a node failed (a test that fails is a result); dbt itself failed.
DONE, NODE_FAILED, FAILED = 0, 1, 2

_GLOBAL = ("--no-use-colors", "--warn-error-options", '{"error": ["NodeNotFoundOrDisabled"]}')


def main() -> int:
    """Build the project that dbt's environment variables name, then write its documentation as one static page."""
    parsed = _invoke(dbtRunner(), "parse")
    if not parsed.success:
        return FAILED
    dbt = dbtRunner(manifest=parsed.result)  # type: ignore[arg-type]  # A parse gives a manifest.
    built = _invoke(dbt, "build", "--exclude-resource-type", "unit_test")
    if built.exception:
        return FAILED
    # Not compiled again: the manifest holds what `build` compiled.
    if not _invoke(dbt, "docs", "generate", "--static", "--no-compile").success:
        return FAILED
    return DONE if built.success else NODE_FAILED


def _invoke(dbt: dbtRunner, *command: str) -> dbtRunnerResult:
    result = dbt.invoke([*_GLOBAL, *command])
    if result.exception:
        print(f"dbt {' '.join(command)}: {result.exception}", flush=True)
    return result


if __name__ == "__main__":
    sys.exit(main())
