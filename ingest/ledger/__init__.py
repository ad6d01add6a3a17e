"""What happened each night: outcomes, source checks, admissions, and the register of permanent ids.

Belongs here: one JSON file per run, written once. What was read goes to bronze; what is published to the warehouse.
"""
