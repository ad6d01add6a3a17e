"""Reading on every core: the processes that captures are read in, and who hands them out.

What belongs here: how captures go to processes and records come back, and what happens when one of them ends early. How
a capture is read stands in `ingest.read`, which knows nothing of this; what becomes of the records in `ingest.reading`.
"""
