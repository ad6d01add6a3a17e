"""Nobody inside a network is ever asked, whatever DNS says and when."""

from __future__ import annotations

import socket
from typing import Any

import pytest

from ingest.collect.crawl.fetch import Fetcher
from ingest.collect.crawl.guard import RefusedAddress, Unresolved, Watchdog, resolve
from ingest.registry.schema import Source
from tests.ingest.collect.crawl.site import Site

REAL = socket.getaddrinfo


def source(host: str, status: str = "verified") -> Source:
    return Source.model_validate(
        {
            "id": "a-council",
            "names": {"ar": "-", "fr": "-", "en": "-"},
            "kind": "council_site",
            "platform": "wordpress",
            "hosts": [{"host": host, "status": status, "verified_by": "a test", "verified_on": "2026-11-01"}],
            "languages": ["ar"],
            "politeness": {"timeout_seconds": 2.0},
            "licence": {"code": "none", "quote_basis": "position_only"},
        }
    )


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "10.1.2.3",
        "192.168.1.1",
        "172.16.0.9",
        "169.254.169.254",
        "0.0.0.0",
        "100.64.0.1",
        "[::1]",
        "[fe80::1]",
        "[::ffff:10.0.0.1]",
        "2130706433",
        "224.0.0.1",
    ],
)
def test_addresses_that_are_not_public_are_refused(host: str) -> None:
    with pytest.raises(RefusedAddress):
        resolve(host, allow_loopback=False)


def test_loopback_is_for_test_sources_and_nothing_else_is() -> None:
    assert resolve("127.0.0.9:8080", allow_loopback=True) == "127.0.0.9"
    with pytest.raises(RefusedAddress):
        resolve("10.0.0.1:80", allow_loopback=True)
    with pytest.raises(Unresolved):
        resolve("no-such-host.invalid", allow_loopback=True)


def rebind(monkeypatch: pytest.MonkeyPatch, first: str) -> None:
    """DNS gives `first` for the first question about a host, and loopback from then on."""
    answers = iter([first])

    def answer(host: str, port: Any, *rest: Any, **options: Any) -> Any:
        return REAL(next(answers, "127.0.0.1") if host == "rebind.example" else host, port, *rest, **options)

    monkeypatch.setattr(socket, "getaddrinfo", answer)


def test_the_address_that_was_judged_is_the_one_that_is_connected_to(monkeypatch: pytest.MonkeyPatch) -> None:
    """Between judging and connecting, DNS changes its mind: the server at the second address never hears of us."""
    with Site() as site:
        site.put("/", "private")
        port = site.netloc.rpartition(":")[2]
        rebind(monkeypatch, "127.0.0.5")  # allowed here, and nobody listens
        watchdog = Watchdog()
        found = Fetcher(source(f"rebind.example:{port}", "test"), "tests", watchdog).fetch(
            f"http://rebind.example:{port}/"
        )
        watchdog.close()
        assert found.outcome == "site_down"
        assert site.log == []


def test_dns_that_turns_inward_later_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with Site() as site:
        site.put("/", "private")
        port = site.netloc.rpartition(":")[2]
        rebind(monkeypatch, "192.0.2.10")
        watchdog = Watchdog()
        fetcher = Fetcher(source(f"rebind.example:{port}"), "tests", watchdog)
        outcomes = [fetcher.fetch(f"http://rebind.example:{port}/").outcome for _ in range(2)]
        watchdog.close()
        assert outcomes[-1] == "refused_address"
        assert site.log == []


def test_the_environment_s_proxy_is_not_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    with Site() as proxy:
        monkeypatch.setenv("HTTP_PROXY", proxy.root)
        monkeypatch.setenv("http_proxy", proxy.root)
        watchdog = Watchdog()
        found = Fetcher(source("10.0.0.1"), "tests", watchdog).fetch("http://10.0.0.1/")
        watchdog.close()
        assert found.outcome == "refused_address"
        assert proxy.log == []
