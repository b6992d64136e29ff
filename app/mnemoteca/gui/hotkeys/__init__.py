"""A key that works in every program: one module a windowing system, of which `global_key` loads the one in force."""
