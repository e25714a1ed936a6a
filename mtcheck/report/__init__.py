"""Reports: a Report in, text, JSON or HTML out."""
