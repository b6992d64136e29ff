"""Values and rules: pure, instant, no input or output."""
