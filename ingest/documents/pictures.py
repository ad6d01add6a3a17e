"""Pages of a PDF as pictures, for optical character recognition. To be called through `DocumentReader`."""

from __future__ import annotations

import io

#: Tesseract is trained on letters of some 30 pixels, which print of 10-12 points has at 300 dots per inch.
DOTS_PER_INCH = 300
#: A page of 0.5 m side at that density; a larger one is no page.
MAX_PIXELS = 36_000_000


def page_picture(payload: bytes, page: int) -> bytes:
    """Page number `page` (from 0) as a grey PNG; empty when there is no such page or it is too large."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(payload)
        if page >= len(document):
            return b""
        width, height = document[page].get_size()
        scale = DOTS_PER_INCH / 72
        if width * height * scale * scale > MAX_PIXELS:
            return b""
        picture = document[page].render(scale=scale, grayscale=True).to_pil()
    except pypdfium2.PdfiumError:
        return b""
    out = io.BytesIO()
    picture.save(out, "PNG", compress_level=1)
    return out.getvalue()
