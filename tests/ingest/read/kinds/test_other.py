"""A page whose kind is not certain says which of the closed list of reasons it is, at the front door."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from infitah.cli import main
from ingest.read.kinds.other import OTHER_REASONS

PAGES = {
    "standing_page": (
        "كلمة السيد رئيس الجماعة",
        "مرحبا بكم في الموقع الرسمي لجماعة بني خيال، وهو فضاء للتواصل بين الجماعة وساكنتها.",
    ),
    "menu_only": ("بني خيال", "الرئيسية\nالجماعة\nالخدمات\nاتصل بنا\nخريطة الموقع"),
    "undated": (
        "La berge du lac",
        "Les services de la commune de Beni Khyal ont bénéficié de l'aide des riverains pour nettoyer la berge du lac.",
    ),
    "two_kinds": (
        "Espace associations",
        "La commune de Beni Khyal a organisé une rencontre avec les associations de la ville le 4 mars 2026 à la "
        "bibliothèque.",
    ),
    "listing": (
        "Actualités",
        "Le lac au printemps, de nouveau propre et ouvert.\nLire la suite\nLa bibliothèque aura plus de livres cette "
        "année.\nLire la suite\nLe marché du samedi change de place.\nLire la suite",
    ),
    "nothing_told": (
        "Le lac de Beni Khyal",
        "Le lac est profond de douze mètres et ses eaux sont douces toute l'année au pied de la montagne.",
    ),
}


def page(title: str, text: str) -> str:
    body = "".join(f"<p>{line}</p>" for line in text.split("\n"))
    return f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1>{body}</article></body></html>"


def explained(file: Path, *more: str) -> str:
    result = CliRunner().invoke(main, ["explain", str(file), *more])
    assert result.exit_code == 0, result.output
    return result.output


@pytest.mark.parametrize("reason", PAGES)
def test_a_page_of_no_certain_kind_says_why(reason: str, tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text(page(*PAGES[reason]), "utf-8")
    told = json.loads(explained(file, "--json"))
    assert (told["kind_code"], told["kind_reason_code"]) == ("other", reason)
    assert f"why other {reason}: {OTHER_REASONS[reason]}" in explained(file)


def test_a_file_without_text_was_not_read(tmp_path: Path) -> None:
    file = tmp_path / "blank.txt"
    file.write_text("  \n \n", "utf-8")
    assert json.loads(explained(file, "--json"))["kind_reason_code"] == "not_read"


def test_a_page_of_a_kind_has_no_reason(tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text(page("PV de la session de mai 2026", "Le conseil s'est réuni le 7 mai 2026."), "utf-8")
    told = json.loads(explained(file, "--json"))
    assert (told["kind_code"], told["kind_reason_code"]) == ("minutes", None)
