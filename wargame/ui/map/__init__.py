"""The theatre map and the graph of relations: one scene of actors and arcs, on land or without."""
