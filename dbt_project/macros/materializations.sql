{# Tables and views of a build. A build is fresh and nobody reads it yet, so that they are made under their own name: dbt's own way
   (a name aside, a backup, two renames, for each of them) cost as much as the models of a small network. A table that stands there
   from an earlier `dbt build` by hand is replaced. #}
{% materialization table, adapter='duckdb' %}
    {% set target = this.incorporate(type='table') %}
    {% do drop_relation_if_exists(load_cached_relation(this)) %}
    {% call statement('main') %}
        {{ create_table_as(False, target, compiled_code) }}
    {% endcall %}
    {% do adapter.commit() %}
    {{ return({'relations': [target]}) }}
{% endmaterialization %}

{% materialization view, adapter='duckdb' %}
    {% set target = this.incorporate(type='view') %}
    {% call statement('main') %}
        create or replace view {{ target }} as ({{ compiled_code }});
    {% endcall %}
    {% do adapter.commit() %}
    {{ return({'relations': [target]}) }}
{% endmaterialization %}
