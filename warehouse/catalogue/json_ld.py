"""The type of a JSON-LD document: JSON, whose keys are those of its vocabulary."""

from __future__ import annotations

from pydantic import JsonValue

JsonLd = dict[str, JsonValue]
