"""The network as GraphML, for Gephi, igraph, NetworkX: nodes and edges of `network_nodes` and `network_edges`."""

from __future__ import annotations

from pathlib import Path

import duckdb

from warehouse.build.draft import Draft


def write_graph(draft: Draft) -> Path:
    """`network.graphml`: a directed multigraph with label, kind, layer, weight and interval."""
    # Heavy: a reading command has no need of it.
    import networkx as nx

    graph = nx.MultiDiGraph(release=draft.release_id)
    with duckdb.connect(str(draft.database), read_only=True) as con:
        nodes = con.execute(
            "select id, kind_code, label, label_fr, collectivity_id, region_id, population_count "
            "from marts.network_nodes order by id"
        ).fetchall()
        edges = con.execute(
            "select source, target, id, layer_code, type, weight, start_date, end_date "
            "from marts.network_edges order by id"
        ).fetchall()
    names = ("kind", "label", "label_fr", "collectivity_id", "region_id", "population")
    for identity, *values in nodes:
        graph.add_node(identity, **{n: v for n, v in zip(names, values, strict=True) if v is not None})
    edge_names = ("layer", "type", "weight", "start_date", "end_date")
    for source, target, identity, *values in edges:
        graph.add_edge(
            source, target, key=identity, **{n: v for n, v in zip(edge_names, values, strict=True) if v is not None}
        )
    path = draft.folder / f"{draft.prefix}network.graphml"
    nx.write_graphml(graph, str(path), named_key_ids=True, edge_id_from_attribute=None)
    return path
