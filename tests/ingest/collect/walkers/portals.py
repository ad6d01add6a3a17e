"""Portals of access to information whose markup nobody has seen, on loopback: what they count is made up."""

from __future__ import annotations

import html
import json
from collections.abc import Callable
from typing import Any

from tests.ingest.collect.crawl.site import Site

LABELS_AR = ("عدد الطلبات المقدمة", "عدد الطلبات المعالجة", "عدد الطلبات في طور المعالجة", "متوسط مدة الإجابة")
LABELS_FR = ("Demandes déposées", "Demandes traitées", "Demandes en cours de traitement", "Délai moyen de réponse")
FIGURES = (1629, 341, 1288, 17)
FORBIDDEN = (
    "/ar/demande.php",
    "/suivi?code=ABC-2024-1-DEM",
    "/login",
    "/captcha.png",
    "/ar/%D8%AA%D8%AA%D8%A8%D8%B9-%D8%A7%D9%84%D8%B7%D9%84%D8%A8",
)
MENU = "".join(f'<a href="{p}">رابط</a>' for p in (*FORBIDDEN, "/ar/institutions", "/ar/faq"))


def page(site: Site, path: str, body: str, *, script: bool = False) -> None:
    head = '<script src="/main.js"></script>' if script else ""
    whole = (
        f'<!doctype html><html lang="ar"><head><meta charset="utf-8"><title>بوابة للتجربة</title>{head}</head>'
        f"<body>{body}</body></html>"
    )
    site.pages[path] = ("text/html; charset=utf-8", whole.encode())


def institutions(site: Site) -> None:
    tree = (
        "<main><h1>المؤسسات والهيئات</h1><h3>الإدارات العمومية</h3><ul><li>"
        '<a href="/ar/institution/1">وزارة الأمثلة</a><ul><li>'
        '<a href="/ar/institution/2">المديرية الجهوية للأمثلة</a></li></ul></li></ul>'
        '<h3>الجماعات الترابية</h3><ul><li><a href="/ar/institution/3">جماعة بني خيال</a></li></ul></main>'
    )
    page(site, "/ar/institutions", tree)
    for n, name in ((1, "وزارة الأمثلة"), (2, "المديرية الجهوية للأمثلة"), (3, "جماعة بني خيال")):
        cards = (
            f"<div><p>عدد الطلبات المقدمة</p><b>{n * 20}</b></div><div><p>عدد الطلبات المعالجة</p><b>{n * 2}</b></div>"
        )
        officer = "<p>الشخص المكلف بالمعلومات: السيد فلان الفلاني</p><p>contact@exemple.gov.ma</p><p>0612345678</p>"
        page(site, f"/ar/institution/{n}", f"<main><h1>{name}</h1>{cards}{officer}</main>")
    page(site, "/ar/faq", "<main><h1>أسئلة متداولة</h1><p>ما هو أجل الجواب؟</p><p>عشرون يوما من أيام العمل.</p></main>")


def plain(site: Site) -> dict[str, Any]:
    cards = "".join(
        f'<section class="x{i}"><strong>{v:,}</strong><span>{k}</span></section>'
        for i, (k, v) in enumerate(zip(LABELS_AR, FIGURES, strict=True))
    )
    page(site, "/", f"<header>{MENU}</header><main>{cards}<p>إلى غاية 29 شتنبر 2025</p></main>".replace(",", " "))
    institutions(site)
    return {}


def french_table(site: Site) -> dict[str, Any]:
    rows = "".join(
        f"<tr><td>{k}</td><td>{v}{' jours' if v == 17 else ''}</td></tr>"
        for k, v in zip(LABELS_FR, FIGURES, strict=True)
    )
    page(site, "/", f"<main><table>{rows}</table></main>")
    return {"languages": ["fr"]}


def animated(site: Site) -> dict[str, Any]:
    cards = "".join(
        f'<div class="counter"><span data-target="{v}">0</span><p>{k}</p></div>'
        for k, v in zip(LABELS_AR, FIGURES, strict=True)
    )
    page(site, "/", f"<main>{cards}</main>", script=True)
    return {}


def data_in_page(site: Site) -> dict[str, Any]:
    data = {
        "props": {
            "pageProps": {
                "kpis": [
                    {"id": i, "libelle": k, "valeur": v}
                    for i, (k, v) in enumerate(zip(LABELS_FR, FIGURES, strict=True))
                ]
            }
        }
    }
    page(
        site,
        "/",
        f'<div id="__next"></div><script id="__NEXT_DATA__" type="application/json">{json.dumps(data)}</script>',
        script=True,
    )
    return {}


def assigned_in_script(site: Site) -> dict[str, Any]:
    """An application whose server writes the state into a script, beside settings that are no data."""
    state = {"compteurs": [{"titre": k, "nombre": str(v)} for k, v in zip(LABELS_AR, FIGURES, strict=True)]}
    settings = json.dumps({"colour": "#112233", "menu": list(range(60))})
    script = f"<script>window.theme = {settings}; window.__STATE__ = {json.dumps(state, ensure_ascii=False)};</script>"
    page(site, "/", f'<div id="root"></div>{script}', script=True)
    return {}


def keys_of_an_attribute(site: Site) -> dict[str, Any]:
    """The state in an attribute, its keys the labels in French, without accents and glued."""
    keys = ("demandesDeposees", "demandes_traitees", "demandesEnCours", "delai_moyen_de_reponse")
    state = html.escape(json.dumps({"props": {"stats": dict(zip(keys, FIGURES, strict=True))}}), quote=True)
    page(site, "/", f'<div id="app" data-page="{state}"></div>', script=True)
    return {}


def parsed_string(site: Site) -> dict[str, Any]:
    state = json.dumps(
        {"items": [{"label": k, "value": v} for k, v in zip(LABELS_FR, FIGURES, strict=True)]}, ensure_ascii=False
    )
    page(site, "/", f"<div id=\"root\"></div><script>const s = JSON.parse('{state}')</script>", script=True)
    return {}


def cards_below(site: Site) -> dict[str, Any]:
    """The portal's own counters, then the same labels on a card of each institution."""
    cards = "".join(f"<div><p>{k}</p><b>{v}</b></div>" for k, v in zip(LABELS_AR, FIGURES, strict=True))
    for name, figures in (("وزارة الأمثلة", (40, 30, 10, 25)), ("جماعة بني خيال", (9, 9, 0, 12))):
        inner = "".join(f"<li><span>{k}</span> <b>{v}</b></li>" for k, v in zip(LABELS_AR, figures, strict=True))
        cards += f"<article><h3>{name}</h3><ul>{inner}</ul></article>"
    page(site, "/", f"<main>{cards}</main>")
    return {}


def list_of_institutions_in_json(site: Site) -> dict[str, Any]:
    """Totals in one object, institutions with the same keys beside it."""
    rows = [
        {"nom": n, **dict(zip(LABELS_FR, f, strict=True))}
        for n, f in (("Ministère A", (40, 30, 10, 25)), ("Commune B", (9, 9, 0, 12)))
    ]
    data = {"totaux": dict(zip(LABELS_FR, FIGURES, strict=True)), "institutions": rows}
    page(site, "/", f'<div id="root"></div><script type="application/json">{json.dumps(data)}</script>', script=True)
    return {}


def two_endpoints(site: Site) -> dict[str, Any]:
    """Counters spread over two answers."""
    page(site, "/", '<div id="root"></div>', script=True)
    for path, part in (("/api/a", slice(0, 2)), ("/api/b", slice(2, 4))):
        one = [{"label": k, "value": v} for k, v in zip(LABELS_AR[part], FIGURES[part], strict=True)]
        site.pages[path] = ("application/json", json.dumps(one, ensure_ascii=False).encode())
    return {"entry_points": [f"{site.root}", f"{site.root}api/a", f"{site.root}api/b"]}


def data_at_endpoint(site: Site) -> dict[str, Any]:
    page(site, "/", '<div id="root"></div>', script=True)
    site.pages["/api/stats"] = (
        "application/json",
        json.dumps(dict(zip(LABELS_AR, FIGURES, strict=True)), ensure_ascii=False).encode(),
    )
    return {"entry_points": [f"{site.root}", f"{site.root}api/stats"]}


READ: dict[str, Callable[[Site], dict[str, Any]]] = {
    "plain": plain,
    "french-table": french_table,
    "animated": animated,
    "data-in-page": data_in_page,
    "data-at-endpoint": data_at_endpoint,
    "assigned-in-script": assigned_in_script,
    "keys-of-an-attribute": keys_of_an_attribute,
    "parsed-string": parsed_string,
    "cards-below": cards_below,
    "list-in-json": list_of_institutions_in_json,
    "two-endpoints": two_endpoints,
}


def no_data(site: Site) -> dict[str, Any]:
    page(site, "/", '<div id="root"></div>', script=True)
    return {}


def no_data_but_settings(site: Site) -> dict[str, Any]:
    page(
        site,
        "/",
        '<div id="root"></div><script>window.settings = {"colour": "#112233", "menu": [1, 2, 3, 4, 5, 6]};</script>',
        script=True,
    )
    return {}


def blocks_without_a_total(site: Site) -> dict[str, Any]:
    """The same labels twice, and neither block could hold the other: nothing says which one is the portal's."""
    blocks = ""
    for figures in ((40, 30, 10, 25), (90, 20, 70, 12)):
        blocks += (
            "<section>"
            + "".join(f"<div><p>{k}</p><b>{v}</b></div>" for k, v in zip(LABELS_AR, figures, strict=True))
            + "</section>"
        )
    page(site, "/", f"<main>{blocks}</main>")
    return {}


def new_layout(site: Site) -> dict[str, Any]:
    """The labels have other words, and the one that is left has no number."""
    page(site, "/", f"<main><p>{LABELS_AR[0]}</p><p>قيد التحيين</p><p>مؤشرات أخرى: 12</p></main>")
    return {}


def zeros(site: Site) -> dict[str, Any]:
    """Counters that JavaScript fills from elsewhere."""
    page(
        site,
        "/",
        "<main>" + "".join(f"<div><span>0</span><p>{k}</p></div>" for k in LABELS_AR) + "</main>",
        script=True,
    )
    return {}


UNREAD = {
    "no-data": (no_data, "unreadable"),
    "new-layout": (new_layout, "layout_changed"),
    "zeros": (zeros, "layout_changed"),
    "blocks": (blocks_without_a_total, "layout_changed"),
}
