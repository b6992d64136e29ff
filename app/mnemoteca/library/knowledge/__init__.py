"""What is known from what was kept: read in the background, weighed, asked as facts, entities, paths and places."""
