"""How far `mtcheck compare` agrees with human judges."""
