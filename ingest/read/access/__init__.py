"""The access-to-information portal: its counters, series and institutions.

Belongs here: finding figures by their labels (`labels.yml`, no place in the markup is relied upon) and making records
of them with their scope. Names of officers and requests are read past. JSON in pages is found by
`ingest.read.documents`.
"""
