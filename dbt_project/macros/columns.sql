{# Columns of a published table as its sheet declares them; none of a record that becomes several tables. #}
{% macro columns_of(name) %}
    {% if execute and 'model.infitah.' ~ name in graph.nodes %}
        {{ return(graph.nodes['model.infitah.' ~ name].columns) }}
    {% endif %}
    {{ return({}) }}
{% endmacro %}

{# What the sheet says of a published table itself: its key, the record that it is read from. #}
{% macro meta_of(name) %}
    {% if execute %}
        {{ return(graph.nodes['model.infitah.' ~ name].config.meta) }}
    {% endif %}
    {{ return({}) }}
{% endmacro %}
