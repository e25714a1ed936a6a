"""How mtcheck/models/quality-v1 is made and measured."""
