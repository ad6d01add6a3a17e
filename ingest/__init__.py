"""From the registry to bronze: who publishes, what was captured, what it says.

Belongs here: registry, archive, ledger, readers of pages and documents, extraction of facts. Knows the web and knows
nothing of the warehouse: models, checks on published tables, files and releases live in `dbt_project/`,
`expectations/` and `warehouse/`.
"""
