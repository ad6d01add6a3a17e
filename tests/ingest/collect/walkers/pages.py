"""Council sites in the manner of each platform family, on loopback. What they say is made up (fictitious communes).

Each builder fills a site with the same nine acts of a fictitious commune and returns what its registry file adds to the
common part.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any
from urllib.parse import quote

from tests.ingest.collect.crawl.site import Site

COUNT = 9
_FRAME = (
    '<header><a href="/">جماعة بني خيال (خيالية)</a></header><nav><ul><li><a href="/contact">اتصل بنا</a>'
    "</li></ul></nav>"
)
_FOOT = "<footer><p>جماعة بني خيال (خيالية)، جميع الحقوق محفوظة</p></footer>"


def title(n: int) -> str:
    return f"الدورة العادية لشهر أكتوبر {2014 + n} لمجلس جماعة بني خيال"


def text(n: int) -> str:
    return (
        f"عقد مجلس جماعة بني خيال دورته العادية لشهر أكتوبر {2014 + n} بمقر الجماعة، وتضمن جدول الأعمال النقط التالية:"
        f"</p><p>1- برمجة فائض سنة {2013 + n}</p><p>2- اتفاقية شراكة رقم {n} لتهيئة الساحة المركزية"
    )


def html(body: str, head: str = "") -> bytes:
    return (
        '<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8">'
        f"<title>جماعة بني خيال</title>{head}</head><body>{_FRAME}{body}{_FOOT}</body></html>"
    ).encode()


def page(site: Site, path: str, body: str, head: str = "") -> None:
    site.pages[path] = ("text/html; charset=utf-8", html(body, head))


def drupal(site: Site) -> dict[str, Any]:
    head = '<meta name="Generator" content="Drupal 10 (https://www.drupal.org)">'
    for n in range(1, COUNT + 1):
        page(
            site,
            f"/ar/node/{n}",
            (
                f'<main><h1 class="page-title">{title(n)}</h1><article class="node"><div class="field--name-body">'
                f"<p>{text(n)}</p></div></article></main>"
            ),
            head,
        )
    pages = [range(1, 5), range(5, 9), range(9, 10)]
    for i, numbers in enumerate(pages):
        rows = "".join(
            (
                f'<div class="views-row"><a href="/ar/node/{n}">{title(n)}</a>'
                f'<span class="date-chip">0{n} أكتوبر</span></div>'
            )
            for n in numbers
        )
        pager = (
            f'<ul class="pager"><li class="pager__item--next"><a href="?page={i + 1}">التالي</a></li></ul>'
            if i < 2
            else ""
        )
        view = (
            f'<main><div class="view"><div class="view-header">عرض {numbers[0]} - {numbers[-1]} من {COUNT}</div>'
            f'<div class="view-content">{rows}</div></div>{pager}</main>'
        )
        page(site, "/ar/actualites" + (f"?page={i}" if i else ""), view, head)
    return {"platform": "drupal", "entry_points": [f"{site.root}ar/actualites"]}


def swct(site: Site) -> dict[str, Any]:
    """Dates at the end of an actualite, after the title of an evenement."""
    for n in range(1, COUNT + 1):
        section = "actualites" if n <= 5 else "evenements"
        date = f"{n:02d}/10/{2014 + n}"
        body = f"<p>{text(n)}</p><p>{date}</p>" if n <= 5 else f"<p>{date}</p><p>{text(n)}</p>"
        page(
            site,
            f"/ar/{section}/{quote(f'دورة-{n}')}",
            f"<main><h1>{title(n)}</h1><div class='contenu'>{body}</div></main>",
        )
    for section, numbers in (("actualites", range(1, 6)), ("evenements", range(6, COUNT + 1))):
        links = "".join(
            f'<div class="card"><a href="/ar/{section}/{quote(f"دورة-{n}")}">{title(n)}</a></div>' for n in numbers
        )
        menu = (
            '<div class="menu"><a href="/ar/actualites">أخبار</a><a href="/ar/evenements">أحداث</a>'
            '<a href="/ar/المجلس-الجماعي/تشكيلة">التشكيلة</a></div>'
        )
        page(site, f"/ar/{section}/", f"<main>{menu}{links}</main>")
    return {"platform": "swct", "entry_points": [f"{site.root}ar/actualites/", f"{site.root}ar/evenements/"]}


def aspnet(site: Site) -> dict[str, Any]:
    """Numbers with gaps, lists that only a post-back opens, a page without content for a number that is not there."""
    state = '<form><input type="hidden" name="__VIEWSTATE" value="x"></form>'
    address = "/langue-ar/actualites/detailsact.aspx?idact={}"
    numbers = [2, 3, 5, 6, 7, 9, 11, 12, 14]
    for i, n in enumerate(numbers, start=1):
        page(
            site,
            address.format(n),
            (
                f'{state}<div class="sidebar">18 ماي 2019 إعلان آخر</div><h2 id="lblTitre">{title(i)}</h2>'
                f'<span id="lblTexte"><p>{text(i)}</p></span>'
            ),
        )
    for n in range(60):
        if n not in numbers:
            page(site, address.format(n), f"{state}<div class='sidebar'>18 ماي 2019 إعلان آخر</div>")
    links = "".join(f'<a href="{address.format(n)}">{title(i)}</a>' for i, n in list(enumerate(numbers, start=1))[3:6])
    page(site, "/langue-ar/", f"{state}<div>{links}<a href=\"javascript:__doPostBack('p2','')\">2</a></div>")
    return {
        "platform": "aspnet",
        "entry_points": [f"{site.root}langue-ar/"],
        "reading": {"content": ["#lblTexte"], "title": ["#lblTitre"]},
        "walk": {"enumeration": {"url": site.root.rstrip("/") + address.replace("{}", "{id}"), "stop_after": 4}},
    }


def numbered(site: Site) -> dict[str, Any]:
    for n in range(1, COUNT + 1):
        page(
            site,
            f"/fr/actualite/{1700 + n}/session-{n}",
            (
                f"<main><article><h1>{title(n)}</h1><p class='article-date'>0{n} octobre {2014 + n}</p>"
                f"<div class='article-content'><p>{text(n)}</p></div></article></main>"
            ),
        )
    for i, numbers in enumerate((range(1, 7), range(7, COUNT + 1)), start=1):
        cards = "".join(
            f'<div class="c"><a href="/fr/actualite/{1700 + n}/session-{n}">{title(n)}</a></div>' for n in numbers
        )
        following = (
            '<div class="pagination"><span class="next"><a href="/fr/actualites?page=2">Suivant</a></span></div>'
            if i == 1
            else ""
        )
        page(site, "/fr/actualites" + ("?page=2" if i == 2 else ""), f"<main>{cards}{following}</main>")
    return {"platform": "numbered", "entry_points": [f"{site.root}fr/actualites"]}


def json_in_page(site: Site) -> dict[str, Any]:
    """Next.js: the server sends the data, JavaScript builds the page."""

    def shell(data: Any) -> str:
        return (
            '<div id="__next"></div><script id="__NEXT_DATA__" '
            f'type="application/json">{json.dumps(data, ensure_ascii=False)}</script><script src="/main.js">'
            "</script>"
        )

    posts = [{"slug": f"session-{n}", "title": title(n), "updated": f"2026-01-{n:02d}"} for n in range(1, COUNT + 1)]
    page(site, "/ar-AR/news", shell({"props": {"pageProps": {"posts": posts, "count": COUNT}}}))
    for n in range(1, COUNT + 1):
        post = {"title": title(n), "body": f"<p>{text(n)}</p>", "date": f"{2014 + n}-10-0{n}"}
        page(site, f"/ar-AR/news/session-{n}", shell({"props": {"pageProps": {"post": post}}}))
    base = "props.pageProps"
    return {
        "platform": "json_in_page",
        "entry_points": [f"{site.root}ar-AR/news"],
        "walk": {
            "listings": [
                {
                    "url": f"{site.root}ar-AR/news",
                    "json_items": f"{base}.posts",
                    "json_link": "/ar-AR/news/{slug}",
                    "json_version": "updated",
                    "total": f"{base}.count",
                }
            ]
        },
        "reading": {
            "json_content": f"{base}.post.body",
            "json_title": f"{base}.post.title",
            "json_date": f"{base}.post.date",
        },
    }


def endpoint(site: Site) -> dict[str, Any]:
    """A JavaScript application whose data an endpoint gives, page by page."""
    page(site, "/", '<app-root></app-root><script src="/main.js"></script>')
    for i, numbers in enumerate((range(1, 6), range(6, COUNT + 1)), start=1):
        site.pages[f"/api/acts?page={i}"] = (
            "application/json",
            json.dumps({"total": COUNT, "items": [{"id": n} for n in numbers]}).encode(),
        )
    site.pages["/api/acts?page=3"] = ("application/json", json.dumps({"total": COUNT, "items": []}).encode())
    for n in range(1, COUNT + 1):
        site.pages[f"/api/acts/{n}"] = (
            "application/json",
            json.dumps({"name": title(n), "html": f"<p>{text(n)}</p>"}).encode(),
        )
    return {
        "platform": "json_in_page",
        "entry_points": [site.root],
        "walk": {
            "listings": [
                {
                    "url": f"{site.root}api/acts?page={{page}}",
                    "json_items": "items",
                    "json_link": "/api/acts/{id}",
                    "total": "total",
                }
            ]
        },
        "reading": {"json_content": "html", "json_title": "name"},
    }


def sitemap(site: Site) -> dict[str, Any]:
    page(site, "/", "<main><p>مرحبا</p></main>")
    site.pages["/robots.txt"] = ("text/plain", f"User-agent: *\nSitemap: {site.root}sitemap.xml\n".encode())
    for n in range(1, COUNT + 1):
        page(site, f"/acts/{n}", f"<main><article><h1>{title(n)}</h1><p>{text(n)}</p></article></main>")
    urls = "".join(
        f"<url><loc>{site.root}acts/{n}</loc><lastmod>2026-01-0{n}T10:00:00+01:00</lastmod></url>"
        for n in range(1, COUNT + 1)
    )
    site.pages["/sitemap.xml"] = (
        "application/xml",
        f'<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{urls}</urlset>'.encode(),
    )
    return {"platform": "sitemap", "entry_points": [site.root]}


def php(site: Site) -> dict[str, Any]:
    """Pages by hand behind a menu."""
    menu = "".join(f'<a href="session.php?id={n}">{title(n)}</a>' for n in range(1, COUNT + 1))
    page(site, "/index.php", f'<div id="menu">{menu}</div><div id="contenu"><p>مرحبا بكم في موقع الجماعة</p></div>')
    for n in range(1, COUNT + 1):
        page(
            site,
            f"/session.php?id={n}",
            (
                f'<div id="menu"><a href="index.php">الرئيسية</a></div><div id="contenu"><h1>{title(n)}</h1>'
                f"<p>{text(n)}</p></div>"
            ),
        )
    return {"platform": "php", "entry_points": [f"{site.root}index.php"]}


def selectors(site: Site) -> dict[str, Any]:
    for n in range(1, COUNT + 1):
        page(site, f"/{quote(f'خبر-{n}')}", f"<section id='act'><h3>{title(n)}</h3><p>{text(n)}</p></section>")
    rows = "".join(
        f"<tr class='act'><td><a href='/{quote(f'خبر-{n}')}'>{title(n)}</a></td></tr>" for n in range(1, COUNT + 1)
    )
    page(site, "/acts", f"<table>{rows}</table>")
    return {
        "platform": "listing",
        "walk": {"listings": [{"url": f"{site.root}acts", "block": "tr.act"}]},
        "reading": {"content": ["#act"], "title": ["#act h3"]},
    }


def files(site: Site) -> dict[str, Any]:
    """A page that lists Word files, with spaces and Arabic in their addresses."""
    import io

    import docx

    links = ""
    for n in range(1, COUNT + 1):
        document = docx.Document()
        for line in (title(n), *text(n).split("</p><p>")):
            document.add_paragraph(line)
        out = io.BytesIO()
        document.save(out)
        path = f"/files/{quote(f'محضر {n}.docx')}"
        site.pages[path] = ("application/octet-stream", out.getvalue())
        links += f'<li><a href="{path}">{title(n)}</a></li>'
    page(site, "/pv", f'<main><ul>{links}</ul><a href="/about">صفحة أخرى</a></main>')
    return {"platform": "files", "entry_points": [f"{site.root}pv"]}


FAMILIES: dict[str, Callable[[Site], dict[str, Any]]] = {
    "drupal": drupal,
    "swct": swct,
    "aspnet": aspnet,
    "numbered": numbered,
    "json_in_page": json_in_page,
    "endpoint": endpoint,
    "sitemap": sitemap,
    "php": php,
    "selectors": selectors,
    "files": files,
}
