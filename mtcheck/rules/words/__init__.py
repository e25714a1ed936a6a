"""What is known of words: lists, letters and small classes of each language, and the words of the batch at hand."""
