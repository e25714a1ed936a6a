"""How similarity becomes adequacy: measured curves, one a language."""
