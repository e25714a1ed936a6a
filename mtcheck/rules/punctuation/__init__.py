"""Punctuation and signs carried over from the source language, or lost on the way."""
