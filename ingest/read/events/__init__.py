"""What happened and who took part: events, participations, agreements.

Belongs here: the words of events, their places and roles (`patterns`), who is quoted by function (`speaker`), the
noun phrases that name who takes part (`actors`). Sessions of councils are `councils`'; meetings told by a notice,
`notices`'.
"""
