"""What language models are asked to do: a prompt file with a schema each, checked before anybody believes it."""
