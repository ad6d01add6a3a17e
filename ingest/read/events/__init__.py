"""What happened and who took part: events, participations, agreements."""
