"""What every page has: its template, the words of its language, its links to the other two."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import jinja2
import yaml

from warehouse.catalogue.inventory import DESCRIPTION, QUOTES, SAMPLE

LANGUAGES = (("ar", "العربية"), ("fr", "Français"), ("en", "English"))
_HERE = Path(__file__).parent


class Words(dict[str, str]):
    """The words of the pages in one language, by name; templates ask for them as attributes."""

    def __getattr__(self, name: str) -> str:
        return self[name]


@lru_cache(maxsize=3)
def words(language: str) -> Words:
    """The words of the pages in one language."""
    every = yaml.safe_load((_HERE / "words.yml").read_text("utf-8"))
    return Words({k: v[language] for k, v in every.items()})


@lru_cache(maxsize=1)
def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(_HERE / "templates"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["size"] = human_size
    return environment


def human_size(n: int) -> str:
    """Bytes in the largest unit that leaves a number of at least one."""
    size = float(n)
    for unit in ("B", "kB", "MB"):
        if size < 1000:
            return f"{size:.0f} {unit}" if unit == "B" else f"{size:.1f} {unit}"
        size /= 1000
    return f"{size:.1f} GB"


def render_page(
    template: str, language: str, links: dict[str, str], prefix: str, title: str, **values: object
) -> bytes:
    """One page in one language.

    Args:
        links: language → address of the same page in it.
        prefix: that of the home; a page of a sample says that it is one.
        values: what the template shows.
    """
    page = _environment().get_template(template)
    text = page.render(
        lang=language,
        languages=LANGUAGES,
        language_links=links,
        w=words(language),
        page_title=title,
        description=DESCRIPTION[language],
        sample=SAMPLE[language] if prefix else None,
        licence_line=f"CC BY 4.0. {QUOTES[language]}",
        **values,
    )
    return text.encode()
