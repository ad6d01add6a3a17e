{# Published columns of a mart, from the one source of truth. #}
{% macro model_columns(model) %}
    {% if execute %}
        {% for node in graph.nodes.values() if node.resource_type == 'model' and node.name == model.identifier %}
            {{ return(node.columns) }}
        {% endfor %}
    {% endif %}
    {{ return({}) }}
{% endmacro %}

{# Meta of a mart: primary key, licence, labels. #}
{% macro model_meta(model) %}
    {% if execute %}
        {% for node in graph.nodes.values() if node.resource_type == 'model' and node.name == model.identifier %}
            {{ return(node.config.meta) }}
        {% endfor %}
    {% endif %}
    {{ return({}) }}
{% endmacro %}
