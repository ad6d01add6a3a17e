"""Law as data: dated legal parameters, mandates, public holidays, and the closed list of subjects, as CSV files.

Anyone may correct them. They are archived and parsed like any source, so that a row leads home to the file and line it
was read from. What a rule means for a council is judged in dbt_project; nothing here judges. Moving holidays are
computed (Umm al-Qura and one day, which is what Morocco most often observes) until someone writes the observed date
and sets `is_estimated` to false.
"""
