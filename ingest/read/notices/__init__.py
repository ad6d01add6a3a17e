"""What councils give notice of: tenders, recruitment, grants, petitions, consultations, meetings.

Belongs here: documents that are a notice by their own head. What a session decides of such matters is `councils`'.
"""
