"""What one pass over a batch tells of its texts: the gates of rules and what they are made of."""
