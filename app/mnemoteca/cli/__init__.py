"""The command line: a door like the others. It knows the wire and values, nothing below."""
