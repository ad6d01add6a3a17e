"""Builds, files, gate record, releases: from bronze and ledger to the public tree and its one link.

Belongs here: making a build aside, rendering its files, verifying its gate record, switching the link, reading what was
published. What must hold is said in `expectations`; SQL is in `dbt_project/`; running it all is `orchestration`.
"""
