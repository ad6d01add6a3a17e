"""Who publishes what: one YAML file per source, its schema and its loader.

Belongs here: facts about sources. How a family of sites is walked goes to `ingest.collect.walkers`, which also says
what a registry file must declare for it; the loader is told.
"""
