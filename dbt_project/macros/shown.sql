{# Written by `make sheets` from dbt_project/sheets: change that. #}
{% macro shown_first(table) %}
{{ return({
    'sessions':
        "list_position(['held', 'cancelled', 'postponed', 'announced'], status_code), "
        ~ "kind_code = 'unstated', "
        ~ "length(start_date) desc nulls last, "
        ~ "length(postponed_to_date) desc nulls last, "
        ~ "year is null, "
        ~ "month is null, "
        ~ "number is null, "
        ~ "stated_item_count is null",
    'sittings':
        "list_position(['held', 'adjourned', 'no_quorum', 'cancelled', 'postponed', 'announced'], status_code), "
        ~ "length(start_date) desc nulls last, "
        ~ "length(postponed_to_date) desc nulls last, "
        ~ "sitting_number is null, "
        ~ "present_count is null, "
        ~ "member_count is null",
    'agenda_items':
        "item_number is null, "
        ~ "amount_mad is null",
    'decisions':
        "list_position(['approved', 'rejected', 'postponed', 'examined', 'unstated'], outcome_code), "
        ~ "length(decided_date) desc nulls last, "
        ~ "decision_number is null, "
        ~ "year is null, "
        ~ "subject_count is null, "
        ~ "amount_mad is null",
    'votes':
        "list_position(['adopted', 'rejected', 'postponed', 'unstated'], result_code), "
        ~ "for_count is null, "
        ~ "against_count is null, "
        ~ "abstention_count is null",
    'memberships':
        "length(start_date) desc nulls last",
    'statements':
        "length(value_date) desc nulls last, "
        ~ "length(as_of_date) desc nulls last, "
        ~ "value_count is null",
    'plans':
        "list_position(['adopted', 'submitted', 'stated', 'current', 'draft'], status_code), "
        ~ "length(submitted_date) desc nulls last, "
        ~ "length(planned_adoption_date) desc nulls last, "
        ~ "ordinal_number is null, "
        ~ "period_start_year is null, "
        ~ "period_end_year is null, "
        ~ "commitment_count is null, "
        ~ "axis_count is null",
    'plan_versions':
        "list_position(['final', 'amended', 'adopted', 'submitted', 'draft'], status_code), "
        ~ "length(version_date) desc nulls last, "
        ~ "version_number is null, "
        ~ "declared_start_year is null, "
        ~ "declared_end_year is null, "
        ~ "effective_start_year is null, "
        ~ "effective_end_year is null",
    'plan_axes':
        "axis_number is null",
    'commitments':
        "list_position(['completed', 'withdrawn', 'in_progress', 'not_started', 'unstated'], status_code), "
        ~ "length(start_date) desc nulls last, "
        ~ "length(end_date) desc nulls last, "
        ~ "amount_mad is null",
    'milestones':
        "list_position(['completed', 'withdrawn', 'in_progress', 'not_started', 'unstated'], status_code), "
        ~ "length(start_date) desc nulls last, "
        ~ "length(due_date) desc nulls last, "
        ~ "milestone_number is null",
    'assessments':
        "length(assessed_date) desc nulls last, "
        ~ "value_pct is null",
    'openness_projects':
        "list_position(['completed', 'in_progress', 'not_started', 'unstated'], status_code), "
        ~ "project_number is null",
    'agreements':
        "length(signed_date) desc nulls last, "
        ~ "signed_month is null, "
        ~ "amount_mad is null",
    'events':
        "list_position(['held', 'announced', 'stated'], status_code), "
        ~ "length(start_date) desc nulls last, "
        ~ "length(end_date) desc nulls last, "
        ~ "start_month is null",
    'tenders':
        "list_position(['awarded', 'cancelled', 'amended', 'announced'], status_code), "
        ~ "length(closing_date) desc nulls last, "
        ~ "amount_mad is null",
    'grants':
        "year is null, "
        ~ "amount_mad is null",
    'stated_sums':
        "amount_mad is null",
    'stated_deadlines':
        "length(deadline_date) desc nulls last",
    'petitions':
        "list_position(['on_agenda', 'rejected', 'accepted', 'submitted', 'unstated'], status_code), "
        ~ "length(submitted_date) desc nulls last, "
        ~ "signature_count is null",
    'consultations':
        "list_position(['closed', 'open', 'announced', 'unstated'], status_code), "
        ~ "length(start_date) desc nulls last, "
        ~ "length(end_date) desc nulls last, "
        ~ "participant_count is null"
}[table]) }}
{% endmacro %}
