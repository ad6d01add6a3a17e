"""What the made-up council publishes on its WordPress: posts in Arabic and French, pages, PDFs. Nothing about a real council."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

from tests.real.wordpress.server import WordPress

POSTS, PAGES, FILES = 130, 10, 30
_MONTHS = ("يناير", "فبراير", "مارس", "أبريل", "ماي", "يونيو", "يوليوز", "غشت", "شتنبر", "أكتوبر", "نونبر", "دجنبر")


def make_pdfs(folder: Path, count: int, mark: str = "") -> list[Path]:
    """PDFs with a text layer, by a spreadsheet program as councils use."""
    folder.mkdir(parents=True, exist_ok=True)
    tables = []
    for i in range(1, count + 1):
        table = folder / f"ordre-du-jour-{i}.csv"
        table.write_text(
            f"Commune de Bni Khayal (fictive){mark}\nOrdre du jour n° {i}\n1,Budget\n2,Partenariat {i}\n", "utf-8"
        )
        tables.append(str(table))
    subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", "pdf", "--outdir", str(folder), *tables],
        check=True, capture_output=True,
    )  # fmt: skip
    return [folder / f"ordre-du-jour-{i}.pdf" for i in range(1, count + 1)]


def post(i: int, extra: str = "", date: str | None = None) -> dict[str, Any]:
    """The i-th post: every third in French, one in ten a session report."""
    month, year = i % 12, 2023 + i % 2
    if i % 3 == 0:
        title = f"Activité n° {i} de la commune de Bni Khayal"
        body = f"<p>La commune (fictive) de Bni Khayal annonce l'activité numéro {i}.</p>"
    elif i % 10 == 1:
        title = f"الدورة العادية لمجلس جماعة بني خيال رقم {i}"
        body = f"<p>عقد مجلس جماعة بني خيال دورته العادية لشهر أكتوبر {year}.</p><ol><li>النقطة الأولى: الميزانية</li><li>النقطة الثانية: الشراكة {i}</li></ol>"
    else:
        title = f"خبر رقم {i} من جماعة بني خيال"
        body = f"<p>تنظم جماعة بني خيال (خيالية) النشاط رقم {i} خلال شهر {_MONTHS[month]} {year}.</p>"
    return {
        "do": "post", "title": title, "content": body + extra, "date": date or f"{year}-{month + 1:02d}-{i % 27 + 1:02d} 10:00:00",
    }  # fmt: skip


def fill(site: WordPress, pdfs: list[Path]) -> dict[str, list[dict[str, Any]]]:
    """Publish everything; returns id and link of each post, page and file, in order."""
    files = site.do(*({"do": "file", "path": str(p)} for p in pdfs))
    posts = site.do(
        *(
            post(i, f'<p><a href="{files[i - 1]["link"]}">تحميل الملف</a></p>' if i <= len(files) else "")
            for i in range(1, POSTS + 1)
        )
    )
    pages = site.do(
        *(
            {
                "do": "post",
                "type": "page",
                "title": f"صفحة رقم {i}: المجلس",
                "content": f"<p>صفحة ثابتة رقم {i}</p>",
                "date": "2023-01-01 09:00:00",
            }
            for i in range(1, PAGES + 1)
        )
    )
    return {"posts": posts, "pages": pages, "files": files}
