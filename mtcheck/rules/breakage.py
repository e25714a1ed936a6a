"""Glue and breakage: words run together, words torn apart, loops, cut ends, characters that broke."""
