"""Scans, pages whose text layer lies, and office files of older kinds, with Tesseract and LibreOffice as Debian ships them."""

from __future__ import annotations

import hashlib
import io
import random
import re
import subprocess
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageFilter
from pypdf import PdfReader
from rapidfuzz.distance import Levenshtein

from ingest.collect.families import hints_of, platforms
from ingest.read.documents.files import kind_of, read_file
from ingest.read.documents.model import ReadDocument
from ingest.read.documents.ocr import engine
from ingest.read.documents.pdf import extract_pdf
from ingest.read.documents.reader import DocumentReader
from ingest.read.version import reading_version
from ingest.registry.loader import SOURCES, read_source
from ingest.sample import TERRITORY
from ingest.territory.gazetteer import Gazetteer
from ingest.territory.reference import load_collectivities, read_fictitious
from ingest.text.fold import fold
from tests.ingest.read.documents.test_office import word_file, workbook_file
from tests.ingest.read.facts.reading import Facts

pytestmark = pytest.mark.real

AGENDA = [
    "مجلس جماعة واد المثال (وثيقة تجريبية)", "الدورة العادية لشهر أكتوبر 2025", "جدول الأعمال",
    "1- الدراسة والمصادقة على مشروع ميزانية سنة 2026", "2- برمجة الفائض الحقيقي لسنة 2024", "3- اتفاقية شراكة لتهيئة الساحة المركزية",
    "تنعقد الجلسة يوم الخميس 02 أكتوبر 2025 بمقر الجماعة على الساعة العاشرة صباحا",
]  # fmt: skip


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The agenda as a PDF with a sound text layer."""
    folder = tmp_path_factory.mktemp("scan")
    style = "body{font-family:'Noto Naskh Arabic','Noto Sans Arabic';font-size:15pt}"
    body = "".join(f"<p>{line}</p>" for line in AGENDA)
    (folder / "agenda.html").write_text(
        f"<html dir='rtl'><head><meta charset='utf-8'><style>{style}</style></head><body>{body}</body></html>", "utf-8"
    )
    subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--infilter=HTML (StarWriter)", "--convert-to",
         "pdf:writer_pdf_Export", "--outdir", str(folder), str(folder / "agenda.html")],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    return (folder / "agenda.pdf").read_bytes()


def scan(printed: bytes) -> Image.Image:
    """The printed page as a copier gives it: a little turned, blurred, speckled."""
    with DocumentReader() as reader:
        drawn = reader.picture(printed, 0)
    assert drawn is not None
    page = Image.open(io.BytesIO(drawn))
    page = page.rotate(0.6, fillcolor=255, resample=Image.Resampling.BICUBIC).filter(ImageFilter.GaussianBlur(0.8))
    r = random.Random(7)
    pixels = page.load()
    assert pixels is not None
    for _ in range(4000):
        pixels[r.randrange(page.width), r.randrange(page.height)] = 90
    return page


def as_file(page: Image.Image, kind: str) -> bytes:
    out = io.BytesIO()
    page.save(out, kind, resolution=300)
    return out.getvalue()


def read(payload: bytes, name: str = "x") -> ReadDocument:
    with DocumentReader() as reader:
        kind = kind_of(payload, "application/octet-stream", f"https://a.example/{name}")
        assert kind is not None
        return read_file(payload, kind, reader, has_ocr=True)


def character_errors(read_text: str, truth: str) -> float:
    """Edits per character of the truth, white space aside."""
    bare_read, bare_truth = (re.sub(r"\s+", "", t) for t in (read_text, truth))
    return Levenshtein.distance(bare_read, bare_truth) / len(bare_truth)


@pytest.mark.parametrize("kind", ["PDF", "PNG", "JPEG", "TIFF"])
def test_a_scanned_agenda_yields_its_session(printed: bytes, kind: str) -> None:
    found = read(as_file(scan(printed), kind))
    assert found.status == "ok", found.reason
    rate = character_errors(found.text, "\n".join(AGENDA))
    print(
        f"character error rate of the scanned agenda as {kind}: {rate:.3f}, confidence {found.measures['ocr_confidence']}"
    )
    assert rate < 0.05
    facts = Facts(found.text, gazetteer=Gazetteer((*load_collectivities(), *read_fictitious(TERRITORY.read_bytes()))))
    session = facts.one("Session")
    assert (session.kind_code, session.year, session.month, session.status_code) == ("ordinary", 2025, 10, "announced")
    assert [i.item_number for i in facts.all("AgendaItem")] == [1, 2, 3]


def lying_layer(printed: bytes) -> bytes:
    """The page with its letters mapped to others, as damaged fonts do: the picture is right, the text is not."""
    import pypdf
    from pypdf.generic import NameObject, StreamObject

    writer = pypdf.PdfWriter(clone_from=io.BytesIO(printed))
    for page in writer.pages:
        for font in page["/Resources"]["/Font"].values():  # type: ignore[index]
            stream = font.get_object().get("/ToUnicode")
            if stream is None:
                continue
            # Every second Arabic letter becomes a waw, as on the corrupt page that was measured.
            text = stream.get_object().get_data().decode("latin-1")
            seen = iter(range(10_000))
            text = re.sub(r"<(06[2-4][0-9A-Fa-f])>", lambda m, n=seen: "<0648>" if next(n) % 2 else m.group(), text)
            changed = StreamObject()
            changed.set_data(text.encode("latin-1"))
            font.get_object()[NameObject("/ToUnicode")] = writer._add_object(changed)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_a_lying_text_layer_goes_to_recognition(printed: bytes) -> None:
    assert extract_pdf(printed).status == "ok"
    payload = lying_layer(printed)
    alone = extract_pdf(payload)
    assert alone.status == "unreadable"
    assert "corrupt text layer" in str(alone.reason)
    found = read(payload)
    assert found.status == "ok", found.reason
    rate = character_errors(found.text, "\n".join(AGENDA))
    print(f"character error rate behind a lying text layer: {rate:.3f}")
    assert rate < 0.03


def unread_share(text: str) -> tuple[float, float]:
    """(share of words not found, share of their characters) of the real corrupt page, whose words are kept as digests."""
    lines = Path(__file__).with_name("corrupt_page_words.txt").read_text("utf-8").splitlines()[1:]
    wanted = [(digest, int(length)) for digest, length in (line.split() for line in lines)]
    found = Counter(hashlib.sha256(w.encode()).hexdigest()[:8] for w in re.findall(r"\w+", fold(text)))
    lost = []
    for digest, length in wanted:
        if found[digest] > 0:
            found[digest] -= 1
        else:
            lost.append(length)
    return len(lost) / len(wanted), sum(lost) / sum(length for _, length in wanted)


def test_the_real_corrupt_page_is_read_with_its_confidence(shared: Path) -> None:
    """Its character error rate is at most the share of characters in words that differ: its words are kept as digests, its text is not ours to keep."""
    payload = (shared / "data/pdf/arabic-government-programme-corrupt-text-layer.pdf").read_bytes()
    found = read(payload)
    assert found.status == "ok", found.reason
    print(f"real corrupt page: {found.measures['ocr_words']:.0f} words, confidence {found.measures['ocr_confidence']}")
    assert found.measures["ocr_confidence"] > 80
    # What recognition gives is Arabic again by the measures that unmasked the layer.
    from ingest.read.documents.pdf import distrust, layer_measures

    assert distrust(layer_measures(found.text)) is None
    words, characters = unread_share(found.text)
    print(f"real corrupt page: word error rate {words:.3f}, character error rate at most {characters:.3f}")
    layer = PdfReader(io.BytesIO(payload)).pages[0].extract_text()
    of_layer = unread_share(layer)[1]
    print(f"its own text layer: at most {of_layer:.3f}")
    assert characters < 0.35 < of_layer


@pytest.mark.parametrize(
    ("make", "suffix"), [(word_file, s) for s in ("doc", "odt", "rtf")] + [(workbook_file, s) for s in ("xls", "ods")]
)
def test_older_office_files(make: Callable[[], bytes], suffix: str, tmp_path: Path) -> None:
    source = tmp_path / ("a.docx" if make is word_file else "a.xlsx")
    source.write_bytes(make())
    subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation=file://{tmp_path}/profile", "--convert-to", suffix, "--outdir", str(tmp_path), str(source)],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    found = read((tmp_path / f"a.{suffix}").read_bytes(), f"a.{suffix}")
    assert found.status == "ok", found.reason
    if make is word_file:
        assert "1- برمجة الفائض" in found.text
        assert "3- مختلفات" in found.text
        assert "1 | الساحة | 80.000,00" in found.text
    else:
        assert "10.20 | 80000" in found.text.replace("10.2 |", "10.20 |")


def test_what_libreoffice_does_not_open_is_said() -> None:
    found = read(b"\xd0\xcf\x11\xe0" + bytes(2000), "a.doc")
    assert (found.status, found.text) == ("unreadable", "")


def test_a_scan_with_a_page_that_cannot_be_drawn_is_not_read_as_whole(printed: bytes) -> None:
    """The second of three pages is a poster: what came before it is no document."""
    import pypdf

    sheet = as_file(scan(printed), "PDF")
    writer = pypdf.PdfWriter()
    writer.append(io.BytesIO(sheet))
    writer.add_blank_page(8000, 8000)
    writer.append(io.BytesIO(sheet))
    out = io.BytesIO()
    writer.write(out)
    found = read(out.getvalue())
    assert (found.status, found.text) == ("unreadable", "")
    assert "page 2 is too large" in str(found.reason)


def test_pages_of_a_picture_file_do_not_mix(printed: bytes) -> None:
    sheet = scan(printed)
    out = io.BytesIO()
    sheet.save(out, "TIFF", save_all=True, append_images=[sheet])
    found = read(out.getvalue())
    assert found.status == "ok", found.reason
    assert character_errors(found.text, "\n".join(AGENDA + AGENDA)) < 0.05


def test_a_blank_page_is_unreadable_and_not_empty_text() -> None:
    found = read(as_file(Image.new("L", (2480, 3508), 255), "PDF"))
    assert found.status == "unreadable"
    assert "not certain" in str(found.reason)


def test_what_reads_is_part_of_the_extractor_version() -> None:
    source = read_source(SOURCES / "ma-commune-khemisset.yml", platforms())
    without = source.model_copy(update={"reading": source.reading.model_copy(update={"ocr": False})})
    assert engine() is not None
    with_engine = reading_version(hints_of(source))
    engine.cache_clear()
    reading_version.cache_clear()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PATH", "/nowhere")
        assert engine() is None
        assert reading_version(hints_of(source)) != with_engine
        assert reading_version(hints_of(without)) not in (with_engine, reading_version(hints_of(source)))
    engine.cache_clear()
    reading_version.cache_clear()
    assert reading_version(hints_of(source)) == with_engine
