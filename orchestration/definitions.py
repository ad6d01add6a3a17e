"""What `dagster dev` opens: the definitions of the home that INFITAH_HOME and INFITAH_SAMPLE name."""

from __future__ import annotations

import datetime as dt
import os

from ingest.home import home_root, open_home
from orchestration.build import build_defs
from orchestration.night import NightRun

_sample = os.environ.get("INFITAH_SAMPLE", "") == "1"
_home = open_home(home_root(sample=_sample), sample=_sample)
defs = build_defs(open_night=lambda: NightRun(_home, dt.datetime.now(dt.UTC)))
