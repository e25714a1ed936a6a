"""Cues of meaning: denials, questions, opposites, and phrases misread.

Hints, so never above minor: a translator may say the same in a hundred ways.
"""
