"""The critic: one small network that reads a target, with or without its source, and says what is wrong where."""
