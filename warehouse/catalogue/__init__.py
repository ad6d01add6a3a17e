"""Descriptions of a release, made from the sheets and its bytes.

Data Package, CSVW, DCAT-AP 3, schema.org, CITATION.cff, README, dictionary: a table, column, label, licence or hash
that two of them tell differently is a defect (release.metadata_agrees). What the public index and status say of all
releases is declared here too (`index`); `warehouse.release` decides it. No data is written here.
"""
