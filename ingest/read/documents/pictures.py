"""Pages of a PDF as pictures, for optical character recognition. To be called through `DocumentReader`."""

from __future__ import annotations

import io

#: Tesseract is trained on letters of some 30 pixels, which print of 10-12 points has at 300 dots per inch.
DOTS_PER_INCH = 300
#: A page of 0.5 m side at that density; a larger one is no page.
MAX_PIXELS = 36_000_000


#: How an answer begins: a picture, no such page, or a page that cannot be drawn (what follows says why).
PICTURE, PAST_THE_END, FAILED = b"P", b"E", b"X"


def page_picture(payload: bytes, page: int) -> bytes:
    """Page number `page` (from 0) as a grey PNG, behind one byte that says what the answer is."""
    import pypdfium2  # heavy: only the child process needs it

    try:
        document = pypdfium2.PdfDocument(payload)
        if page >= len(document):
            return PAST_THE_END
        width, height = document[page].get_size()
        scale = DOTS_PER_INCH / 72
        if width * height * scale * scale > MAX_PIXELS:
            return FAILED + f"page {page + 1} is too large to be recognised".encode()
        picture = document[page].render(scale=scale, grayscale=True).to_pil()
    except pypdfium2.PdfiumError as error:
        return FAILED + f"page {page + 1} cannot be drawn: {error}".encode()
    out = io.BytesIO()
    picture.save(out, "PNG", compress_level=1)
    return PICTURE + out.getvalue()
