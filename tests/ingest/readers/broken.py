"""Readers whose own code is broken: the program that the nursery runs, with something done to it first."""

from __future__ import annotations


def serving(before: str) -> str:
    """A nursery's program that runs `before` first; in it, `pages` is the module whose `read_facts` is called."""
    return f"""
import os, sys, time
from ingest.read import pages
{before}
from ingest.readers.nursery import serve
serve(int(sys.argv[1]))
"""
