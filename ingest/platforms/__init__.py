"""How a family of sources is walked and read: council-site platforms, inbox, package files, the sample archive.

Belongs here: where a platform keeps its content, and bringing captures into the archive. Nothing here knows one
council's site; that is the registry's.
"""
