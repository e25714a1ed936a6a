"""How the lexicon (`mtcheck.lexicon`) is made."""
