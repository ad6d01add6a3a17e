"""Which dbt model reads which: from the `ref()` and `source()` calls of the model files, without starting dbt."""

from __future__ import annotations

import re
from pathlib import Path

_REF = re.compile(r"ref\('(\w+)'(?:\s*~)?")
_ADMITTED = re.compile(r"admitted\('(\w+)'")


def model_dependencies(dbt_project: Path) -> dict[str, set[str]]:
    """Model → the models it reads; staging models read none."""
    models = {p.stem: p.read_text("utf-8") for p in sorted((dbt_project / "models").rglob("*.sql"))}
    found: dict[str, set[str]] = {}
    for name, text in models.items():
        references = {r for r in _REF.findall(text) if r in models}
        if _ADMITTED.search(text):
            references.add("int_captures__visible")
        if "'stg_bronze__' ~" in text:
            references |= {
                m
                for m in models
                if m.startswith("stg_bronze__") and m not in ("stg_bronze__mentions", "stg_bronze__documents")
            }
        found[name] = references
    return found
