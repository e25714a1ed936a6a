"""Figures, amounts, units, dates and times that are not the source's, and number words held against them."""
