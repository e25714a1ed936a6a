"""Markup debris: tags, attributes, entities, code and placeholders that the reader should never see."""
