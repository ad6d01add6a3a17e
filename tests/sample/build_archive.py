"""Make the shipped archive of the sample network: `python -m tests.sample.build_archive`.

Needs LibreOffice for the PDFs, once: they are kept in tests/sample/documents and made again only when missing.
"""

from __future__ import annotations

import datetime as dt
import shutil
import subprocess
import tempfile
from pathlib import Path

from ingest import sample
from ingest.archive.capture import NewCapture
from ingest.archive.writer import write_batch
from ingest.home import open_home
from tests.sample.pages import PAGES, PLANS, Page

NIGHTS = ("2026-11-20", "2026-11-21")
DOCUMENTS = Path(__file__).with_name("documents")
_TEMPLATES = {
    "wordpress": "<html lang='{l}'><head><meta charset='utf-8'><title>{t}</title></head><body><nav><a href='/'>menu</a></nav><article><header class='entry-header'><h1 class='entry-title'>{t}</h1><time class='entry-date'>{d}</time></header><div class='entry-content'>{b}</div></article><aside>قائمة جانبية</aside></body></html>",
    "swct": "<html lang='{l}'><head><meta charset='utf-8'><title>{t}</title></head><body><h1 class='swct-title'>{t}</h1><div class='swct-date'>{d}</div><div class='swct-content'>{b}</div><footer>الجماعة</footer></body></html>",
    "drupal": "<html lang='{l}'><head><meta charset='utf-8'><title>{t}</title></head><body><h1 class='page-title'>{t}</h1><div class='node__content'><div class='field--name-field-date'>{d}</div><div class='field--name-body'>{b}</div></div></body></html>",
    "php": "<html lang='{l}'><head><meta charset='utf-8'><title>{t}</title></head><body><div id='contenu'><h1>{t}</h1>{b}</div></body></html>",
    # The theme that the provincial council's site has on the second night: nothing where content used to be.
    "changed": "<html lang='{l}'><head><meta charset='utf-8'><title>{t}</title></head><body><h1>{t}</h1><section class='new-theme-block'>{b}</section></body></html>",
}  # fmt: skip


def render(page: Page, night: str) -> tuple[bytes, str]:
    """(bytes, Content-Type) of a page on a night, its defect included."""
    changed = page.source == "sample-province-namoudaj" and night == NIGHTS[1]
    html = _TEMPLATES["changed" if changed else page.platform].format(
        l=page.language, t=page.title, d=page.date, b=page.body
    )
    if page.defect == "wrong_charset":
        # Windows-1256 bytes under a header and a meta tag that say UTF-8.
        return html.encode("windows-1256", "replace"), "text/html; charset=utf-8"
    return html.encode(), "text/html; charset=utf-8"


def make_pdfs() -> None:
    """Plans as PDF with a text layer, by a word processor as councils use."""
    DOCUMENTS.mkdir(exist_ok=True)
    for name, lines in PLANS.items():
        if (DOCUMENTS / name).exists():
            continue
        with tempfile.TemporaryDirectory() as folder:
            direction = "rtl" if "Plan" not in lines[0] else "ltr"
            source = Path(folder) / name.replace(".pdf", ".html")
            body = "".join(f"<p dir='{direction}'>{line}</p>" for line in lines)
            font = "Noto Naskh Arabic" if direction == "rtl" else "Noto Sans"
            style = f"p {{font-family: '{font}'; font-size: 13pt}}"
            source.write_text(
                f"<html><head><meta charset='utf-8'><style>{style}</style></head><body dir='{direction}'>{body}</body></html>",
                "utf-8",
            )
            command = ["soffice", "--headless", "--infilter=HTML (StarWriter)", "--convert-to", "pdf:writer_pdf_Export"]
            subprocess.run([*command, "--outdir", folder, str(source)], check=True)
            shutil.copy(source.with_suffix(".pdf"), DOCUMENTS / name)


def main() -> None:
    """Write ingest/sample/archive anew."""
    make_pdfs()
    with tempfile.TemporaryDirectory() as folder:
        home = open_home(Path(folder) / "home", sample=True)
        for night in NIGHTS:
            for source in sorted({p.source for p in PAGES}):
                start = dt.datetime.fromisoformat(f"{night}T01:30:00+00:00")
                pages = [p for p in PAGES if p.source == source]
                captures = []
                for i, page in enumerate(pages):
                    payload, content_type = render(page, night)
                    captures.append(
                        NewCapture(page.url, start + dt.timedelta(seconds=5 * i), payload, content_type, 200)
                    )
                write_batch(home, source, f"{night}.1", captures)
            plans = [
                NewCapture(
                    f"https://plans.example/{name}",
                    dt.datetime.fromisoformat(f"{night}T02:00:00+00:00"),
                    (DOCUMENTS / name).read_bytes(),
                    "application/pdf",
                    200,
                )
                for name in sorted(PLANS)
            ]
            write_batch(home, "sample-plan-documents", f"{night}.1", plans)
        shutil.rmtree(sample.ARCHIVE, ignore_errors=True)
        shutil.copytree(home.archive, sample.ARCHIVE)


if __name__ == "__main__":
    main()
