"""Counts what the garble rules find and what they wrongly flag."""
