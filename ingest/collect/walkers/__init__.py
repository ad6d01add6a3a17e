"""How a family of sites is walked: one module a family, which registers itself by its `FAMILY`.

Belongs here: a family's demands on the registry file, its recognition, its walk and its reading hints, together; every
module is a family. Machinery that several families share goes to `ingest.collect`; one council's selectors to its
registry file.
"""
