"""Markup and code that the reader should never see."""
