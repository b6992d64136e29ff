"""The window: a way to call `Library` by mouse and keyboard. Everything of Qt stands in this package."""
