"""Licences that are known to be open."""

from __future__ import annotations

#: Licences under which a short quotation may be published; any other text is kept and quotes nothing.
OPEN_LICENCES = {
    "law-31-13-art-6": "law_31_13_art_6",
    "CC-BY-4.0": "open_licence",
    "CC0-1.0": "open_licence",
    "ODbL-1.0": "open_licence",
}
