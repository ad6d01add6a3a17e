"""Numbers in digits and in words: the vocabulary of three languages as data, and the one grammar that reads it.

Belongs here: words of numbers, ordinals and relations (`ar.yml`, `fr.yml`, `en.yml`), how digits are grouped, where a
phrase begins and ends, what it says. What a number counts is the rules' (`ingest.read`); sums are for
`ingest.text.amounts`.
"""
