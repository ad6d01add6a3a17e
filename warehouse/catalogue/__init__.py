"""Descriptions of a release, all made from one model (`warehouse.build.tables`, the dbt models' own meta) and the bytes beside them.

Data Package, CSVW, DCAT-AP 3, schema.org, CITATION.cff, README, dictionary: a table, column, label, licence or hash that two of them tell
differently is a defect (release.metadata_agrees). No data is written here.
"""
