"""Load registry files; report every error of every file at once, with file, line, key and what is allowed."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from ingest.registry.schema import Source

SOURCES = Path(__file__).with_name("sources")
#: Sources of every home: the territory, the project's own files.
REFERENCE = Path(__file__).with_name("reference")


class RegistryError(Exception):
    """One or more registry files are wrong; the message lists all of it."""


def load_registry(
    folders: Iterable[Path], collectivity_ids: Iterable[str], *, allow_test: bool = False
) -> dict[str, Source]:
    """Every source of the folders' YAML files, by id, in order of id.

    Args:
        allow_test: whether hosts on loopback may be declared (`status: test`), as in a test home.

    Raises:
        RegistryError: unknown keys, wrong values, unknown collectivities, an id or a host declared twice.
    """
    known = set(collectivity_ids)
    errors: list[str] = []
    found: dict[str, tuple[Source, str]] = {}
    hosts: dict[str, str] = {}
    for path in sorted(p for folder in folders for p in folder.glob("*.yml")):
        text = path.read_text("utf-8")
        try:
            data = yaml.safe_load(text)
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            errors.append(f"{path.name}:{mark.line + 1 if mark else 1}: not YAML: {getattr(error, 'problem', error)}")
            continue
        lines = _lines(text)
        try:
            source = Source.model_validate(data)
        except ValidationError as error:
            errors.extend(_describe(path.name, lines, e) for e in error.errors())
            continue
        if source.id != path.stem:
            errors.append(f"{path.name}:{lines.get('id', 1)}: id: is {source.id!r}; it must equal the file name")
        if source.id in found:
            errors.append(
                f"{path.name}:{lines.get('id', 1)}: id: {source.id!r} is also declared in {found[source.id][1]}"
            )
        if source.collectivity is not None and source.collectivity not in known:
            errors.append(
                f"{path.name}:{lines.get('collectivity', 1)}: collectivity: {source.collectivity!r} is not a collectivity id "
                'of this home (find ids with: infitah sql "select collectivity_id, name_fr from collectivities")'
            )
        for i, host in enumerate(source.hosts):
            if host.status == "test" and not allow_test:
                errors.append(
                    f"{path.name}:{lines.get(f'hosts.{i}', 1)}: host {host.host!r} has the status 'test'; only a test home loads it "
                    "(infitah run --test)"
                )
            if host.host in hosts:
                errors.append(
                    f"{path.name}:{lines.get(f'hosts.{i}', 1)}: host {host.host!r} is also declared in {hosts[host.host]}"
                )
            hosts.setdefault(host.host, path.name)
        found.setdefault(source.id, (source, path.name))
    if errors:
        raise RegistryError(f"loading the registry: {len(errors)} error(s)\n  " + "\n  ".join(errors))
    return {source_id: found[source_id][0] for source_id in sorted(found)}


def read_source(path: Path) -> Source:
    """One registry file by itself, wherever it lies; a host on loopback may be declared in it.

    Raises:
        RegistryError: there is no such file, or it is wrong.
    """
    try:
        text = path.read_text("utf-8")
        return Source.model_validate(yaml.safe_load(text))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise RegistryError(f"reading the registry file {path}: {error}") from None
    except ValidationError as error:
        lines = _lines(text)
        raise RegistryError(
            "\n  ".join(
                [f"reading the registry file {path}:", *(_describe(path.name, lines, e) for e in error.errors())]
            )
        ) from None


def _describe(name: str, lines: dict[str, int], error: Any) -> str:
    path = ".".join(str(part) for part in error["loc"])
    line = next((lines[p] for p in (path, path.rsplit(".", 1)[0], path.split(".")[0]) if p in lines), 1)
    allowed = ""
    if error["type"] == "extra_forbidden":
        allowed = f" (allowed keys: {', '.join(sorted(Source.model_fields))})" if "." not in path else ""
        return f"{name}:{line}: {path}: unknown key{allowed}"
    return f"{name}:{line}: {path}: {error['msg']} (found {error.get('input')!r})"


def _lines(text: str) -> dict[str, int]:
    """Dotted key path → line number, from the YAML nodes."""
    found: dict[str, int] = {}

    def walk(node: yaml.Node, path: str) -> None:
        if isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                inner = f"{path}.{key.value}" if path else str(key.value)
                found[inner] = key.start_mark.line + 1
                walk(value, inner)
        elif isinstance(node, yaml.SequenceNode):
            for i, value in enumerate(node.value):
                found[f"{path}.{i}"] = value.start_mark.line + 1
                walk(value, f"{path}.{i}")

    root = yaml.compose(text)
    if root is not None:
        walk(root, "")
    return found
