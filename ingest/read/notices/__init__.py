"""What councils give notice of: tenders, recruitment, grants, petitions, consultations, meetings."""
