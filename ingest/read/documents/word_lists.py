"""Numbers that Word shows before the items of a list; they stand in no text."""

from __future__ import annotations

from collections import defaultdict
from typing import Any


class Numbering:
    """The lists of one document while its paragraphs are read in their order."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._formats: dict[tuple[str, int], tuple[str, int]] = {}
        """(list, level) → how it counts, and from where."""
        self._lists: dict[str, str] = {}
        """Number of a list → what it is an instance of: instances of one go on with each other's numbers."""
        self._restarts: dict[tuple[str, int], int] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._styles: dict[str | None, Any] = {}
        """Name of a paragraph's style → what that says of paragraphs."""
        try:
            root = document.part.numbering_part.element
        except (KeyError, NotImplementedError):
            return  # A document without lists: python-docx finds no such part, and cannot make one.
        self._w = f"{{{root.nsmap['w']}}}"
        self._read(root, {"w": root.nsmap["w"]})

    def _read(self, root: Any, space: dict[str, str]) -> None:
        w = self._w
        for abstract in root.findall("w:abstractNum", space):
            for level in abstract.findall("w:lvl", space):
                form, start = level.find("w:numFmt", space), level.find("w:start", space)
                self._formats[(abstract.get(f"{w}abstractNumId"), int(level.get(f"{w}ilvl")))] = (
                    form.get(f"{w}val") if form is not None else "decimal",
                    int(start.get(f"{w}val")) if start is not None else 1,
                )
        for number in root.findall("w:num", space):
            name = number.get(f"{w}numId")
            self._lists[name] = number.find("w:abstractNumId", space).get(f"{w}val")
            for change in number.findall("w:lvlOverride", space):
                start = change.find("w:startOverride", space)
                if start is not None:
                    self._restarts[(name, int(change.get(f"{w}ilvl")))] = int(start.get(f"{w}val"))

    def mark(self, element: Any) -> str:
        """'3- ' or '• ' before an item of a list, else nothing."""
        found = element.pPr.numPr if element.pPr is not None else None
        if found is None:
            style = self._style(element)
            found = style.numPr if style is not None else None
        if found is None or found.numId is None or found.numId.val == 0:
            return ""
        name, level = str(found.numId.val), int(found.ilvl.val) if found.ilvl is not None else 0
        whole = self._lists.get(name, "")
        form, start = self._formats.get((whole, level), ("bullet", 1))
        if form in ("bullet", "none"):
            return "• "
        counts = self._counts[whole]
        if (restart := self._restarts.pop((name, level), None)) is not None:
            counts[level] = restart - 1
        counts[level] = counts.get(level, start - 1) + 1
        for deeper in [n for n in counts if n > level]:
            del counts[deeper]
        return f"{'.'.join(str(counts[n]) for n in sorted(counts))}- "

    def _style(self, element: Any) -> Any:
        """What the style of a paragraph says of its list."""
        from docx.text.paragraph import Paragraph  # heavy: only the child process needs it

        name = element.style
        if name not in self._styles:
            style = Paragraph(element, self._document).style
            self._styles[name] = style.element.pPr if style is not None else None
        return self._styles[name]
