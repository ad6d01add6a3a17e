"""What must hold: suites per published table, personal data, files, and the reviewed list of required checks.

Belongs here: definitions and judging. Source checks run in `ingest.ledger`, dbt tests stand in `dbt_project/`; their
results are read here. Writing the gate record and publishing belong to `warehouse`.
"""
