"""A commune's site on Wagtail (fictitious): run in Wagtail's own environment. `fill FOLDER HOST PORT` makes it, `serve` runs it, `edit` changes an act.

One page type of its own, Wagtail's page tree, its sitemap with dates, and templates as an agency would write them.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

COMMAND, FOLDER, PORT = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
APP = FOLDER / "acts"


def write_project() -> None:
    (APP / "templates" / "acts").mkdir(parents=True, exist_ok=True)
    (APP / "__init__.py").touch()
    (APP / "models.py").write_text(
        "from wagtail.models import Page\nfrom wagtail.fields import RichTextField\nfrom django.db import models\n"
        "class ActIndexPage(Page):\n    subpage_types = ['acts.ActPage']\n"
        "class ActPage(Page):\n    date = models.DateField()\n    body = RichTextField()\n",
        "utf-8",
    )
    head = '<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>{{ page.title }}</title></head><body><nav><a href="/">الرئيسية</a></nav>'
    foot = "<footer>جماعة بني خيال (خيالية)</footer></body></html>"
    (APP / "templates" / "acts" / "act_page.html").write_text(
        "{% load wagtailcore_tags %}" + head + '<main><article><h1>{{ page.title }}</h1><time>{{ page.date|date:"d/m/Y" }}</time><div>{{ page.body|richtext }}</div></article></main>' + foot, "utf-8"
    )  # fmt: skip
    (APP / "templates" / "acts" / "act_index_page.html").write_text(
        "{% load wagtailcore_tags %}" + head + "<main><p>أعمال المجلس</p></main>" + foot, "utf-8"
    )
    (FOLDER / "urls.py").write_text(
        "from django.urls import include, path\nfrom wagtail import urls as wagtail_urls\nfrom wagtail.contrib.sitemaps.views import sitemap\n"
        "urlpatterns = [path('sitemap.xml', sitemap), path('', include(wagtail_urls))]\n",
        "utf-8",
    )


def configure() -> None:
    import django
    from django.conf import settings

    sys.path.insert(0, str(FOLDER))
    settings.configure(
        SECRET_KEY="only for a test on loopback", ALLOWED_HOSTS=["*"], ROOT_URLCONF="urls", USE_TZ=True, TIME_ZONE="Africa/Casablanca", DEBUG=False,
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": FOLDER / "db.sqlite3"}},
        INSTALLED_APPS=[
            "acts", "wagtail.contrib.sitemaps", "wagtail.users", "wagtail.images", "wagtail.documents", "wagtail.search", "wagtail.admin", "wagtail", "modelcluster",
            "taggit", "django.contrib.sitemaps", "django.contrib.admin", "django.contrib.auth", "django.contrib.contenttypes", "django.contrib.sessions", "django.contrib.messages",
        ],
        MIDDLEWARE=["django.contrib.sessions.middleware.SessionMiddleware", "django.contrib.auth.middleware.AuthenticationMiddleware"],
        TEMPLATES=[{"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True, "OPTIONS": {"context_processors": ["django.template.context_processors.request", "django.contrib.auth.context_processors.auth"]}}],
        WAGTAIL_SITE_NAME="commune", WAGTAILADMIN_BASE_URL=f"http://127.0.0.1:{PORT}", DEFAULT_AUTO_FIELD="django.db.models.AutoField", STATIC_URL="/static/",
    )  # fmt: skip
    django.setup()


def main() -> None:
    if COMMAND == "fill":
        write_project()
    configure()
    from django.core.management import call_command

    if COMMAND == "serve":
        from wsgiref.simple_server import make_server

        from django.core.wsgi import get_wsgi_application

        make_server("127.0.0.1", PORT, get_wsgi_application()).serve_forever()
        return
    if COMMAND == "fill":
        call_command("makemigrations", "acts", verbosity=0)
        call_command("migrate", verbosity=0)
    import datetime as dt

    from acts.models import ActIndexPage, ActPage
    from wagtail.models import Page, Site

    acts = json.load(sys.stdin)
    if COMMAND == "fill":
        root = Page.get_first_root_node()
        index = root.add_child(instance=ActIndexPage(title="جماعة بني خيال", slug="commune"))
        index.save_revision().publish()
        Site.objects.update_or_create(
            is_default_site=True, defaults={"hostname": "127.0.0.1", "port": PORT, "root_page": index}
        )
        for act in acts:
            page = index.add_child(
                instance=ActPage(
                    title=act["title"], slug=act["slug"], date=dt.date.fromisoformat(act["date"]), body=act["body"]
                )
            )
            page.save_revision().publish()
    else:
        for act in acts:
            page = ActPage.objects.get(slug=act["slug"])
            if act.get("delete"):
                page.delete()
            else:
                page.body = act["body"]
                page.save_revision().publish()


if __name__ == "__main__":
    os.environ.setdefault("PYTHONUNBUFFERED", "1")
    main()
