"""Load registry files; report every error of every file at once, with file, line, key and what is allowed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml
from pydantic import ValidationError
from pydantic_core import ErrorDetails

from ingest.registry.schema import Demand, Source

SOURCES = Path(__file__).with_name("sources")
#: Sources of every home: the territory, the project's own files.
REFERENCE = Path(__file__).with_name("reference")


class RegistryError(Exception):
    """One or more registry files are wrong; the message lists all of it."""


def load_registry(
    folders: Iterable[Path],
    collectivity_ids: Iterable[str],
    platforms: Mapping[str, Demand],
    *,
    allow_test: bool = False,
) -> dict[str, Source]:
    """Every source of the folders' YAML files, by id, in order of id.

    Args:
        platforms: what a file may give as its platform → what each demands (`ingest.collect.families.platforms`).
        allow_test: whether hosts on loopback may be declared (`status: test`), as in a test home.

    Raises:
        RegistryError: unknown keys, wrong values, unknown collectivities, an id or a host declared twice.
    """
    known = set(collectivity_ids)
    errors: list[str] = []
    found: dict[str, tuple[Source, str]] = {}
    hosts: dict[str, str] = {}
    for path in sorted(p for folder in folders for p in folder.glob("*.yml")):
        file = _read(path.name, path.read_text("utf-8"), platforms)
        errors += file.errors
        source = file.source
        if source is None:
            continue
        if source.id != path.stem:
            errors.append(f"{file.at('id')}: id: is {source.id!r}; it must equal the file name")
        if source.id in found:
            errors.append(f"{file.at('id')}: id: {source.id!r} is also declared in {found[source.id][1]}")
        if source.collectivity is not None and source.collectivity not in known:
            errors.append(
                f"{file.at('collectivity')}: collectivity: {source.collectivity!r} is not a collectivity id of this "
                'home (find ids with: infitah sql "select collectivity_id, name_fr from collectivities")'
            )
        errors += _wrong_hosts(file, source, hosts, allow_test=allow_test)
        found.setdefault(source.id, (source, path.name))
    if errors:
        raise RegistryError(f"loading the registry: {len(errors)} error(s)\n  " + "\n  ".join(errors))
    return {source_id: found[source_id][0] for source_id in sorted(found)}


def read_source(path: Path, platforms: Mapping[str, Demand]) -> Source:
    """One registry file by itself, wherever it lies; a host on loopback may be declared in it.

    Raises:
        RegistryError: there is no such file, or it is wrong.
    """
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise RegistryError(f"reading the registry file {path}: {error}") from None
    file = _read(path.name, text, platforms)
    if file.source is None or file.errors:
        raise RegistryError("\n  ".join([f"reading the registry file {path}:", *file.errors]))
    return file.source


@dataclass(frozen=True)
class _File:
    """One registry file as it was read."""

    name: str
    lines: dict[str, int]
    """Dotted key path → line number."""
    source: Source | None
    """None where the file has not the shape of a source."""
    errors: list[str]

    def at(self, key: str) -> str:
        """File and line of a key; the first line where it is not declared."""
        return f"{self.name}:{self.lines.get(key, 1)}"


def _read(name: str, text: str, platforms: Mapping[str, Demand]) -> _File:
    try:
        data = yaml.safe_load(text)
        lines = _lines(text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        words = f"{name}:{mark.line + 1 if mark else 1}: not YAML: {getattr(error, 'problem', error)}"
        return _File(name, {}, None, [words])
    source, errors = None, []
    try:
        source = Source.model_validate(data)
    except ValidationError as error:
        errors = [_describe(name, lines, e) for e in error.errors()]
    platform = data.get("platform") if isinstance(data, dict) else None
    file = _File(name, lines, source, errors)
    if isinstance(platform, str) and platform not in platforms:
        allowed = ", ".join(sorted(platforms))
        errors.append(f"{file.at('platform')}: platform: should be one of {allowed} (found {platform!r})")
    elif source is not None and source.is_walked_by_platform and (missing := platforms[source.platform](source)):
        errors.append(f"{file.at('platform')}: platform: {missing}")
    return file


def _wrong_hosts(file: _File, source: Source, hosts: dict[str, str], *, allow_test: bool) -> list[str]:
    """What is wrong with a source's hosts; its hosts are added to those of other files (host → file name)."""
    errors = []
    for i, host in enumerate(source.hosts):
        at = file.at(f"hosts.{i}")
        if host.status == "test" and not allow_test:
            errors.append(
                f"{at}: host {host.host!r} has the status 'test'; only a test home loads it (infitah run --test)"
            )
        if host.host in hosts:
            errors.append(f"{at}: host {host.host!r} is also declared in {hosts[host.host]}")
        hosts.setdefault(host.host, file.name)
    return errors


def _describe(name: str, lines: dict[str, int], error: ErrorDetails) -> str:
    path = ".".join(str(part) for part in error["loc"])
    line = next((lines[p] for p in (path, path.rsplit(".", 1)[0], path.split(".")[0]) if p in lines), 1)
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
