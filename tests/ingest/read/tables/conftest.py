"""The real territory, loaded once."""

from __future__ import annotations

import pytest

from ingest.territory.gazetteer import Gazetteer
from ingest.territory.reference import load_collectivities


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return Gazetteer(load_collectivities())
