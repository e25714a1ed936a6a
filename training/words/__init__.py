"""Makes the word lists of the rules on glued and torn words."""
