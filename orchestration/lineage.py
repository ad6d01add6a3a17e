"""Which dbt model reads which: from the `ref()` and `source()` calls of the model files, without starting dbt."""

from __future__ import annotations

import re
from pathlib import Path

_REF = re.compile(r"ref\('(\w+)'(?:\s*~)?")
_STAGED = re.compile(r"(?:admitted|observed|reference_rows)\(")
_BRONZE = re.compile(r"^    '(\w+)': \{'id'(.*?)(?=^    '\w+': \{'id'|^\}\))", re.DOTALL | re.MULTILINE)
_LOOKUP = re.compile(r"\('\w+', '(\w+)', '\w+', (?:true|false)\)")


def model_dependencies(dbt_project: Path) -> dict[str, set[str]]:
    """Model → the models it reads; staging models read none."""
    models = {p.stem: p.read_text("utf-8") for p in sorted((dbt_project / "models").rglob("*.sql"))}
    bronze = (dbt_project / "macros" / "bronze.sql").read_text("utf-8")
    lookups = {m[1]: set(_LOOKUP.findall(m[2])) for m in _BRONZE.finditer(bronze)}
    found: dict[str, set[str]] = {}
    for name, text in models.items():
        references = {r for r in _REF.findall(text) if r in models}
        if _STAGED.search(text):
            references.add("int_captures__visible")
            own = name.removeprefix("stg_bronze__")
            # What a bronze table refers to stands in the macro; the quarantine looks at all of them.
            wanted = lookups.get(own, set()) if own in lookups else set().union(*lookups.values())
            references |= {
                f"stg_bronze__{k}" for k in wanted if k != own and name.startswith(("stg_", "int_quarantine"))
            }
        if "'stg_bronze__' ~" in text:
            references |= {
                m
                for m in models
                if m.startswith("stg_bronze__") and m not in ("stg_bronze__mentions", "stg_bronze__documents")
            }
        found[name] = references
    return found
