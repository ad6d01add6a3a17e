"""The network's list of openness projects: title, body in Arabic, body in French, topics one per line of a cell."""

from __future__ import annotations

from ingest.read.subjects import subject_codes
from ingest.read.tables.layout import Layout, TableReader
from ingest.read.tables.resolve import NameResolver
from ingest.read.tables.rows import Row
from ingest.records import OpennessProject
from ingest.text.fold import clean, fold

_TITLE, _BODY_AR, _BODY_FR, _TOPICS = "Titles", "CT1", "CT2", "Topics"
LAYOUT = Layout((_TITLE, _BODY_AR, _BODY_FR, _TOPICS), (_TITLE, _BODY_AR, _BODY_FR))


def read(reader: TableReader, rows: list[Row], resolver: NameResolver) -> None:
    """One project per row; a body that neither name resolves keeps its name and goes to the review queue."""
    counts: dict[str, int] = {}
    for row in rows:
        title, name_ar, name_fr = (clean(reader.cell(row, c)) for c in (_TITLE, _BODY_AR, _BODY_FR))
        if not title:
            reader.find(row, "missing_title", f"row {row.number}", _TITLE)
            continue
        found = resolver.resolve(name_ar, name_fr)
        if found.problem is not None:
            reader.find(row, found.problem, name_ar or name_fr, _BODY_AR, f"{name_ar} / {name_fr}")
        body = name_ar or name_fr
        key = f"openness_project|{fold(body)}|{fold(title)}"
        counts[key] = counts.get(key, 0) + 1
        if counts[key] > 1:
            reader.find(row, "duplicate_row", body, _TITLE, title)
        topics = [clean(t) for t in reader.cell(row, _TOPICS).split("\n")]
        reader.records.append(
            OpennessProject(
                natural_key=key if counts[key] == 1 else f"{key}|{counts[key]}",
                collectivity_id=found.collectivity_id,
                plan_key=None,
                collectivity_name=body or None,
                project_number=None,
                title=title,
                subjects=subject_codes(title),
                axis_name=None,
                topic_names="; ".join(dict.fromkeys(t for t in topics if t)) or None,
                status_code="unstated",
                status_raw=None,
                origin=reader.source(row),
            )
        )
