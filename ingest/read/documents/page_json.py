"""JSON that pages carry for their scripts, or that an endpoint answers with, and values in it by dotted paths."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from itertools import islice
from typing import TypeAlias

_SCRIPT = re.compile(r"<script\b(?P<attributes>[^<>]{0,4000})>", re.IGNORECASE)
_SCRIPT_END = re.compile(r"</script", re.IGNORECASE)
#: `window.__STATE__ = {…}` and `const data = […]`.
_ASSIGNED = re.compile(r"=\s{0,100}(?=[{\[])")
_PARSED = re.compile(r"JSON\.parse\(\s{0,100}(?P<quote>['\"`])")
#: An attribute that holds an object (Inertia's data-page).
_ATTRIBUTE = re.compile(r"\sdata-[\w-]{1,100}=(?P<quote>[\"'])(?=\{|\[|&#123;|&#91;)")
_BODY_CHARS = 20_000_000
#: Shorter values are settings of scripts, and a script is looked through for so many.
_MIN_CHARS = 30
_MAX_TRIES = 50
_DECODER = json.JSONDecoder()

Json: TypeAlias = dict[str, "Json"] | list["Json"] | str | int | float | bool | None
"""A value as JSON has it."""


def page_json(text: str) -> Json:
    """The JSON of an answer: the whole of it, or the largest in the page; None when there is none."""
    found = all_json(text)
    return found[0] if found else None


def all_json(text: str) -> list[Json]:
    """Every JSON value of an answer, largest first: the whole of it, or what scripts and attributes of a page hold."""
    if text.lstrip()[:1] in ("{", "["):
        value = _value(text)
        return [] if value is None else [value]
    found = [(len(raw), i, value) for i, (raw, value) in enumerate(_candidates(text[:_BODY_CHARS]))]
    return [value for _, _, value in sorted(found, key=lambda f: (-f[0], f[1]))]


def _value(data: str) -> Json:
    """A JSON value; None for what is none, or one whose lists stand deeper in each other than any that is meant."""
    try:
        found: Json = json.loads(data)
    except (ValueError, RecursionError):
        return None
    return found


def _candidates(text: str) -> Iterator[tuple[str, Json]]:
    """(the words, the value) of what decodes to an object or a list."""
    for attributes, data in _scripts(text):
        if "json" in attributes or "__next_data__" in attributes:
            yield from _decoded(data)
            continue
        if "src=" in attributes or not data:
            continue
        for m in islice(_PARSED.finditer(data), _MAX_TRIES):
            yield from _decoded(_unescaped(_quoted(data, m.end(), m["quote"])))
        for m in islice(_ASSIGNED.finditer(data), _MAX_TRIES):
            try:
                value, end = _DECODER.raw_decode(data, m.end())
            except (ValueError, RecursionError):
                continue
            if end - m.end() >= _MIN_CHARS:
                yield data[m.end() : end], value
    if "data-" in text:
        for m in islice(_ATTRIBUTE.finditer(text), _MAX_TRIES):
            yield from _decoded(html.unescape(text[m.end() : max(m.end(), text.find(m["quote"], m.end()))]))


def _scripts(text: str) -> Iterator[tuple[str, str]]:
    """(attributes in small letters, content) of the scripts of a page; one that never ends is none."""
    at = 0
    while (begin := _SCRIPT.search(text, at)) is not None:
        end = _SCRIPT_END.search(text, begin.end())
        if end is None:
            return
        yield begin["attributes"].lower(), text[begin.end() : end.start()].strip()
        at = end.end()


def _quoted(data: str, start: int, quote: str) -> str:
    """What stands between quotes from `start` on; nothing where they do not end."""
    end = data.find(quote, start)
    while end > 0 and data[end - 1] == "\\":
        end = data.find(quote, end + 1)
    return data[start:end] if end >= 0 else ""


def _decoded(data: str) -> Iterator[tuple[str, Json]]:
    value = _value(data)
    if isinstance(value, dict | list) and len(data) >= _MIN_CHARS:
        yield data, value


def _unescaped(data: str) -> str:
    """A JavaScript string literal's content, as JSON would write it."""
    found = _value('"' + data.replace('\\"', '"').replace('"', '\\"').replace("\\'", "'") + '"')
    return found if isinstance(found, str) else data


def dig(data: Json, path: str) -> Json:
    """The value at a dotted path ('props.posts.*.title'); `*` is every element; None where the path ends early."""
    here = [data]
    is_many = False
    for part in path.split("."):
        found: list[Json] = []
        for one in here:
            if part == "*":
                found += list(one.values()) if isinstance(one, dict) else one if isinstance(one, list) else []
                is_many = True
            elif isinstance(one, dict) and part in one:
                found.append(one[part])
            elif isinstance(one, list) and part.isdigit() and int(part) < len(one):
                found.append(one[int(part)])
        here = found
    return here if is_many else here[0] if here else None
