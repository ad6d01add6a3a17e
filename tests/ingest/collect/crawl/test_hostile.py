"""A server that misbehaves in every way we could think of: each source has its outcome and its message, the night ends,
and every other source is complete. All through `infitah run`."""

from __future__ import annotations

import datetime as dt
import gzip
import ipaddress
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests.ingest.collect.crawl.front_door import NightResult, night
from tests.ingest.collect.crawl.site import Handler, Site, declare

_STOP = threading.Event()


def drip_body(h: Handler) -> None:
    """A byte now and then, for ever."""
    h.send_response(200)
    h.send_header("Content-Type", "text/html")
    h.send_header("Content-Length", "100000")
    h.end_headers()
    while not _STOP.wait(0.2):
        h.wfile.write(b"x")
        h.wfile.flush()


def drip_headers(h: Handler) -> None:
    """A header line that never ends."""
    h.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
    while not _STOP.wait(0.2):
        h.wfile.write(b"a")
        h.wfile.flush()


def endless_calendar(h: Handler) -> None:
    """Every month has a next one."""
    n = int(h.path.rpartition("=")[2] or 1)
    body = (
        '<html><body><ul><li class="item"><a href="/item/1">اليوم</a></li></ul>'
        f'<a class="next" href="/list?page={n + 1}">الشهر المقبل</a></body></html>'
    )
    h.answer(200, body.encode())


def redirect(to: str, status: int = 302) -> Any:
    return lambda h: h.answer(status, b"", Location=to)


def bomb(h: Handler) -> None:
    """200 MB in 200 kB."""
    h.answer(200, _BOMB, Content_Encoding="gzip")


_BOMB = gzip.compress(b"\0" * 200_000_000, 9)


def too_long(h: Handler) -> None:
    h.answer(200, b"<html><body>" + b"a" * 3_000_000 + b"</body></html>")


def says_too_much(h: Handler) -> None:
    """A Content-Length beyond the body, then the end of the connection."""
    h.send_response(200)
    h.send_header("Content-Type", "text/html")
    h.send_header("Content-Length", "5000")
    h.end_headers()
    h.wfile.write(b"<html><body>half")
    h.cut()


def says_too_little(h: Handler) -> None:
    """A Content-Length that cuts the page in the middle."""
    body = b"<html><body><article>" + b"text " * 500 + b"</article></body></html>"
    h.answer(200, body, Content_Length="600")
    h.close_connection = True


def disconnect(h: Handler) -> None:
    """Cut inside a chunk."""
    h.send_response(200)
    h.send_header("Content-Type", "text/html")
    h.send_header("Transfer-Encoding", "chunked")
    h.end_headers()
    h.wfile.write(b"400\r\n" + b"<html><body>half of a page")
    h.cut()


def wrong_charset(h: Handler) -> None:
    """Windows-1256 bytes under a header that says UTF-8."""
    text = (
        "<html><head><meta charset='utf-8'></head><body><main><h1>دورة أكتوبر</h1>"
        "<p>قرر المجلس تأجيل النقطة الثانية</p></main></body></html>"
    )
    h.answer(200, text.encode("windows-1256"))


def soft_404(h: Handler) -> None:
    h.answer(
        200,
        (
            "<html><head><title>الصفحة غير موجودة</title></head><body><main><h1>الصفحة غير موجودة</h1></main>"
            "</body></html>"
        ).encode(),
    )


def throttled(h: Handler) -> None:
    h.answer(429, b"slow down")


def throttled_once(h: Handler) -> None:
    """429 with Retry-After at the first asking, the page at the second."""
    if h.site.asked()[h.path] == 1:
        h.answer(429, b"slow down", Retry_After="1")
    else:
        h.answer(200, b"<html><body><main><h1>page</h1><p>text</p></main></body></html>")


def throttled_for_long(h: Handler) -> None:
    h.answer(429, b"tomorrow", Retry_After="86400")


def captcha(h: Handler) -> None:
    h.answer(403, b"<html><head><title>Just a moment...</title></head><body>checking your browser</body></html>")


def many_links(h: Handler) -> None:
    """50,000 links on a page."""
    rows = "".join(f'<li class="item"><a href="/many/{i}">{i}</a></li>' for i in range(50_000))
    h.answer(200, f"<html><body><ul>{rows}</ul></body></html>".encode())


def huge_listing(h: Handler) -> None:
    """More tags than any list has."""
    h.answer(200, b"<html><body>" + b"<b>" * 310_000 + b"</body></html>")


def short_page(h: Handler) -> None:
    h.answer(200, b"<html><body><main><h1>one of many</h1><p>text</p></main></body></html>")


def fails(h: Handler) -> None:
    h.answer(503, b"down")


def certificate(folder: Path, *, days: int) -> tuple[ssl.SSLContext, str]:
    """A server context for 127.0.0.1 whose certificate ends in `days`, and that certificate."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    now = dt.datetime.now(dt.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=30))
        .not_valid_after(now + dt.timedelta(days=days))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    pem = made.public_bytes(serialization.Encoding.PEM)
    path = folder / f"server{days}.pem"
    path.write_bytes(
        pem
        + key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(path)
    return context, pem.decode()


#: Source → behaviours of its paths. Sites have five items each unless the test below says otherwise.
_SITES: dict[str, dict[str, Any]] = {
    "drip-body": {"/item/3": drip_body},
    "drip-headers": {"/item/3": drip_headers},
    "drip-listing": {"/list?page=1": drip_headers},
    "redirect-loop": {"/list?page=1": redirect("/list?page=1")},
    "redirect-long": {
        "/list?page=1": redirect("/a"),
        **{f"/{c}": redirect(f"/{d}") for c, d in zip("abcdefgh", "bcdefghi", strict=True)},
    },
    "redirect-private": {"/list?page=1": redirect("http://10.0.0.1/admin")},
    "redirect-metadata": {"/list?page=1": redirect("http://169.254.169.254/latest/meta-data/")},
    "redirect-decimal": {"/list?page=1": redirect("http://[::ffff:169.254.169.254]/")},
    "redirect-away": {"/list?page=1": redirect("http://127.0.0.1:1/elsewhere")},
    "redirect-scheme": {"/list?page=1": redirect("file:///etc/passwd")},
    "bomb": {"/item/3": bomb},
    "too-long": {"/item/3": too_long},
    "wrong-length-more": {"/item/3": says_too_much},
    "wrong-length-less": {"/item/3": says_too_little},
    "disconnect": {"/item/3": disconnect},
    "wrong-charset": {"/item/3": wrong_charset},
    "soft-404": {"/item/3": soft_404},
    "throttled": {"/item/3": throttled},
    "throttled-once": {"/item/3": throttled_once},
    "throttled-long": {"/item/3": throttled_for_long},
    "forbidden": {"/item/3": lambda h: h.answer(403, b"no")},
    "captcha": {"/item/3": captcha},
    "server-error": {"/item/3": fails},
    "robots-wildcard": {
        "/robots.txt": lambda h: h.answer(200, b"User-agent: *\nDisallow: /*/4$\nAllow: /\n", "text/plain")
    },
    "robots-all": {"/robots.txt": lambda h: h.answer(200, b"User-agent: Infitah\nDisallow: /\n", "text/plain")},
    "robots-5xx": {"/robots.txt": fails},
    "cut-listing": {"/list?page=2": fails},
    "huge-listing": {"/list?page=1": huge_listing},
    "empty-page": {"/list?page=2": lambda h: h.answer(200, b"<html><body><ul></ul></body></html>")},
}


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[NightResult, dict[str, Site], float]]:
    """One night over all of them and two sites that behave."""
    home = tmp_path_factory.mktemp("hostile")
    _STOP.clear()
    with ExitStack() as stack:
        sites: dict[str, Site] = {}
        # Addresses of their own, so that all of them are asked side by side.
        for n, (name, behaviours) in enumerate(_SITES.items(), start=1):
            site = sites[name] = stack.enter_context(Site(host=f"127.0.2.{n}", behaviours=behaviours))
            site.fill(25 if name in ("cut-listing", "empty-page") else 5)
            # Only these are slow on purpose; a busy machine must not make the others so.
            patience = 1.5 if name.startswith("drip") else 30.0
            declare(
                home, f"test-{name}", site, budget={"document_megabytes": 2}, politeness={"timeout_seconds": patience}
            )
        calendar = sites["endless-calendar"] = stack.enter_context(Site(host="127.0.2.101"))
        calendar.fill(1)
        calendar.behaviours.update({f"/list?page={n}": endless_calendar for n in range(1, 100)})
        declare(home, "test-endless-calendar", calendar)
        many = sites["many-links"] = stack.enter_context(Site(host="127.0.2.102"))
        many.behaviours.update({"/list?page=1": many_links, **{f"/many/{i}": short_page for i in range(50_000)}})
        declare(home, "test-many-links", many, budget={"requests": 60})
        expired, expired_pem = certificate(home, days=-1)
        sites["expired"] = stack.enter_context(Site(context=expired))
        sites["expired"].fill(5)
        declare(home, "test-expired", sites["expired"], politeness={"extra_ca": expired_pem})
        private, pem = certificate(home, days=10)
        sites["declared-ca"] = stack.enter_context(Site(context=private))
        sites["declared-ca"].fill(5)
        declare(home, "test-declared-ca", sites["declared-ca"], politeness={"extra_ca": pem})
        declare(home, "test-nobody", "127.0.0.1:9")
        for n, name in enumerate(("good-one", "good-two"), start=103):
            sites[name] = stack.enter_context(Site(host=f"127.0.2.{n}"))
            sites[name].fill(35)
            declare(home, f"test-{name}", sites[name])
        began = time.monotonic()
        result = night(home, "2026-11-20", timeout=240)
        seconds = time.monotonic() - began
        _STOP.set()
        yield result, sites, seconds


#: Source → (admission, outcome of the crawl, words of its message).
EXPECTED = {
    "drip-listing": ("held", "timeout", "1.5 s"),
    "redirect-loop": ("held", "redirect_stopped", "still redirected after 5 hops"),
    "redirect-long": ("held", "redirect_stopped", "still redirected after 5 hops"),
    "redirect-private": ("held", "refused_address", "10.0.0.1, which is not a public address"),
    "redirect-metadata": ("held", "refused_address", "169.254.169.254, which is not a public address"),
    "redirect-decimal": ("held", "refused_address", "which is not a public address"),
    "redirect-away": ("held", "redirect_stopped", "redirected to another site: http://127.0.0.1:1/elsewhere"),
    "redirect-scheme": ("held", "redirect_stopped", "which is no web address"),
    "throttled": ("held", "blocked", "HTTP status 429"),
    "throttled-long": ("held", "blocked", "Retry-After 86400 s is beyond this night"),
    "forbidden": ("held", "blocked", "HTTP status 403"),
    "captcha": ("held", "blocked", "a captcha or browser check"),
    "robots-all": ("held", "robots_denied", "disallowed by robots.txt"),
    "robots-5xx": ("held", "robots_denied", "RFC 9309"),
    "cut-listing": ("held", "listing_incomplete", "page 2 of"),
    "empty-page": ("held", "listing_incomplete", "page 2 of"),
    "huge-listing": ("held", "too_large", "tags, more than 300,000"),
    "endless-calendar": ("held", "listing_incomplete", "2 pages in a row show nothing new"),
    "many-links": ("admitted", "over_budget", "60 requests made"),
    "expired": ("held", "tls_error", "certificate has expired"),
    "nobody": ("held", "site_down", "connection refused"),
}
#: Source with one bad page among five → outcome of that page, words of its message (None: it is usable).
ONE_BAD_PAGE = {
    "drip-body": ("timeout", "then the exchange was cut"),
    "drip-headers": ("timeout", "1.5 s"),
    "bomb": ("too_large", "compressed ones"),
    "too-long": ("too_large", "more than 2000000 bytes"),
    "wrong-length-more": ("truncated", "5000 were announced"),
    "wrong-length-less": ("truncated", "a wrong Content-Length"),
    "disconnect": ("truncated", "the connection ended"),
    "server-error": ("site_down", "HTTP status 503"),
    "robots-wildcard": ("robots_denied", "disallowed by robots.txt"),
}
Hostile = tuple[NightResult, dict[str, Site], float]


def test_the_night_ends_in_bounded_time_and_says_so(hostile: Hostile) -> None:
    result, _, seconds = hostile
    assert result.code == 0, result.out
    assert seconds < 150


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_a_source_that_misbehaves_has_its_outcome_and_message(hostile: Hostile, name: str) -> None:
    result, _, _ = hostile
    admission, outcome, words = EXPECTED[name]
    found = result.source(f"test-{name}")
    assert (found.admission, result.crawl(f"test-{name}").outcome) == (admission, outcome)
    if admission == "held":
        assert found.cause == outcome
    said = [line for line in result.out.splitlines() if line.startswith(f"test-{name}: {outcome}")]
    assert len(said) == 1
    assert words in said[0]
    assert "Next:" in said[0]


@pytest.mark.parametrize("name", sorted(ONE_BAD_PAGE))
def test_one_bad_page_costs_itself_alone(hostile: Hostile, name: str) -> None:
    result, _, _ = hostile
    outcome, words = ONE_BAD_PAGE[name]
    crawl = result.crawl(f"test-{name}")
    assert result.source(f"test-{name}").admission == "admitted"
    assert (crawl.expected, crawl.held_documents, crawl.failed) == (5, 4, 1)
    assert crawl.outcomes == {"ok": 4, outcome: 1}
    assert any(p[0] == outcome and words in p[2] for p in crawl.problems)
    assert any(line.startswith(f"  {outcome}: ") and words in line for line in result.out.splitlines())


@pytest.mark.parametrize(
    ("name", "outcome"),
    [
        ("wrong-charset", {"ok": 5}),
        ("soft-404", {"ok": 4, "gone": 1}),
        ("throttled-once", {"ok": 5}),
        ("declared-ca", {"ok": 5}),
    ],
)
def test_what_can_be_read_is_read(hostile: Hostile, name: str, outcome: dict[str, int]) -> None:
    result, _, _ = hostile
    found = result.source(f"test-{name}")
    assert (found.admission, found.outcomes) == ("admitted", outcome)


def test_every_other_source_is_complete(hostile: Hostile) -> None:
    result, sites, _ = hostile
    for name in ("good-one", "good-two"):
        crawl = result.crawl(f"test-{name}")
        assert (crawl.outcome, crawl.expected, crawl.held_documents) == ("ok", 35, 35)
        assert set(sites[name].asked().values()) == {1}


def test_nobody_is_asked_more_than_politeness_allows(hostile: Hostile) -> None:
    _, sites, _ = hostile
    assert sites["robots-all"].asked() == {"/robots.txt": 1}
    assert set(sites["robots-5xx"].asked()) == {"/robots.txt"}
    assert sites["robots-5xx"].asked()["/robots.txt"] == 3
    assert "/item/4" not in sites["robots-wildcard"].asked()
    assert sites["throttled"].asked()["/item/3"] == 3
    for name in ("throttled-long", "forbidden", "captcha"):
        assert sites[name].asked()["/item/3"] == 1
        assert sites[name].log[-1][1] == "/item/3"
    assert sites["server-error"].asked()["/item/3"] == 3
    assert sites["endless-calendar"].asked()["/list?page=4"] == 0
    assert sites["many-links"].asked().total() == 60


def test_everyone_is_told_who_asks(hostile: Hostile) -> None:
    _, sites, _ = hostile
    agents = {agent for site in sites.values() for _, _, agent in site.log}
    assert len(agents) == 1
    assert agents.pop().endswith("(+mailto:tests@example.org)")


def test_retry_after_is_waited_for(hostile: Hostile) -> None:
    _, sites, _ = hostile
    first, second = (at for at, path, _ in sites["throttled-once"].log if path == "/item/3")
    assert second - first >= 1.0
