"""Answers in sentences, each resting on passages that were found."""
