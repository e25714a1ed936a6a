"""Speed of the embedded encoder."""
