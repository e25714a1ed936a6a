"""Terms in two renderings: the weights of the evidence."""
