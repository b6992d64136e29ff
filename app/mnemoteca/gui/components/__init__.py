"""The parts that panes are made of, each painted from tokens."""
