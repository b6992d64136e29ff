"""When and for whom: the one process that owns a data folder, its server and its schedule."""
