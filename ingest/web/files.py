"""Which addresses name a document file rather than a page."""

from __future__ import annotations

#: Suffixes of files that are read as documents.
FILE_SUFFIXES = (".pdf", ".doc", ".docx", ".xls", ".xlsx", ".ods", ".odt", ".rtf", ".ppt", ".pptx", ".odp", ".csv")


def is_file(url: str) -> bool:
    """Whether an address names a document file rather than a page."""
    return url.split("?")[0].split("#")[0].lower().endswith(FILE_SUFFIXES)
