"""Site frames around the pages: menus, banners, sidebars with other dates, comment forms, related pages, in the manner of each platform family."""

from __future__ import annotations

from random import Random

from tests.accuracy.world import AR_MONTHS, FR_MONTHS, Page, day_ar, working_day

PLATFORMS = ("wordpress", "drupal", "swct", "aspnet", "numbered", "php")


def frame(r: Random, page: Page, platform: str) -> str:
    """The whole page as the site sends it."""
    is_ar = page.language == "ar"
    other = working_day(r, r.randrange(2015, 2026), r.randrange(1, 13))
    menu = (
        "<nav><ul><li><a href='/'>الرئيسية</a></li><li><a href='/m'>دورات المجلس</a></li></ul></nav>"
        if is_ar
        else "<nav><ul><li><a href='/'>Accueil</a></li></ul></nav>"
    )
    aside = f"<aside><h3>{'آخر الأخبار' if is_ar else 'Actualités'}</h3><p>{day_ar(r, other)}: {'انعقاد الدورة العادية' if is_ar else 'session ordinaire'}</p></aside>"
    foot = f"<footer><p>© {other.year}</p></footer>"
    body = "".join(page.body)
    chip = ""
    if page.published is not None:
        d = page.published
        chip = (
            f"{d.day:02d} {(AR_MONTHS if is_ar else FR_MONTHS)[d.month - 1]} {d.year}"
            if platform != "swct"
            else f"{d:%d/%m/%Y}"
        )
    head = f"<!doctype html><html lang='{'ar' if is_ar else 'fr'}'><head><meta charset='utf-8'><title>{'Document sans titre' if platform == 'php' else page.title}</title></head><body>"
    if platform == "wordpress":
        date = f"<time class='entry-date'>{chip}</time>" if chip else ""
        main = f"<article><header><h1 class='entry-title'>{page.title}</h1><span class='posted-on'>{date}</span></header><div class='entry-content'>{body}</div></article><div class='related'><h4>شاهد أيضا</h4><a href='/x'>خبر آخر</a></div>"
    elif platform == "drupal":
        main = f"<main><h1 class='page-title'>{page.title}</h1><article class='node'><div class='node__submitted'>{chip}</div><div class='field--name-body'>{body}</div></article></main>"
    elif platform == "swct":
        main = f"<main><h1 class='swct-title'>{page.title}</h1><div class='swct-date'>{chip}</div><div class='swct-content'>{body}</div></main>"
    elif platform == "aspnet":
        main = f"<form><div id='sidebar'>{other:%d/%m/%Y}</div></form><h1 class='titre-actualite'>{page.title}</h1><div class='detail-actualite'>{body}</div>"
    elif platform == "numbered":
        main = f"<article><h1>{page.title}</h1><div class='article-date'>{chip}</div><div class='article-content'>{body}</div></article>"
    else:
        main = f"<div id='contenu'><h1>{page.title}</h1>{body}</div>"
    return f"{head}{menu}{main}{aside}{foot}</body></html>"
