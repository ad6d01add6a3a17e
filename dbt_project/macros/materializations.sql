{# Tables and views of a build. A build is fresh and nobody reads it yet, so that they are made under their own name:
   dbt's own way (a name aside, a backup, two renames, for each of them) cost as much as the models of a small
   network. What stands there from an earlier `dbt build` by hand, table or view, is dropped in the same transaction:
   where a model fails, the old one stays. Hooks, grants, indexes and `persist_docs` are left out, and a test says
   that no model asks for them. #}
{% materialization table, adapter='duckdb' %}
    {% set target = this.incorporate(type='table') %}
    {% do drop_for_rebuild(load_cached_relation(this)) %}
    {% call statement('main') %}
        {{ create_table_as(False, target, compiled_code) }}
    {% endcall %}
    {% do adapter.commit() %}
    {{ return({'relations': [target]}) }}
{% endmaterialization %}

{% materialization view, adapter='duckdb' %}
    {% set target = this.incorporate(type='view') %}
    {% do drop_for_rebuild(load_cached_relation(this)) %}
    {% call statement('main') %}
        {{ get_create_view_as_sql(target, compiled_code) }}
    {% endcall %}
    {% do adapter.commit() %}
    {{ return({'relations': [target]}) }}
{% endmaterialization %}

{% macro drop_for_rebuild(existing) %}
    {% if existing is not none %}
        {% do adapter.ensure_transaction() %}
        {% do adapter.drop_relation(existing) %}
    {% endif %}
{% endmacro %}
