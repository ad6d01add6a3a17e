"""Points of a session told in running text, found by a model that was trained on labelled pages (ADR 0032).

The model says where a point's words begin and end, and how certain that is; rules say what became of it.
"""
