"""Markup and code that the reader should never see: tags, attributes, entities, placeholders, debris of engines.

All rules compare with the source: mark-up that a software string carries on both sides is content, not debris.
"""
