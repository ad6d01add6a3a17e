"""Rows as a table, CSV or JSON."""

from __future__ import annotations

import csv
import io
import json
from typing import Any


def render_rows(names: list[str], rows: list[tuple[Any, ...]], output: str) -> str:
    """Text of a query's result."""
    if output == "json":
        return json.dumps([dict(zip(names, r, strict=True)) for r in rows], ensure_ascii=False, indent=1, default=str)
    if output == "csv":
        buffer = io.StringIO()
        writer = csv.writer(buffer, lineterminator="\n")
        writer.writerow(names)
        writer.writerows(rows)
        return buffer.getvalue().rstrip("\n")
    cells = [[("" if v is None else str(v)).replace("\n", " ") for v in r] for r in rows]
    widths = [min(60, max([len(n), *(len(r[i]) for r in cells)])) for i, n in enumerate(names)]
    lines = ["  ".join(n.ljust(w) for n, w in zip(names, widths, strict=True))]
    lines += [
        "  ".join((c if len(c) <= w else c[: w - 1] + "…").ljust(w) for c, w in zip(r, widths, strict=True))
        for r in cells
    ]
    return "\n".join([*(line.rstrip() for line in lines), f"({len(rows)} rows)"])
