"""Cues of meaning: denials, questions, opposites, and phrases misread."""
