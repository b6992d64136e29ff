"""Models: how they are prepared, and the child processes that run them."""
