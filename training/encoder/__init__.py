"""The embedded encoder: prepare, train, evaluate, export."""
