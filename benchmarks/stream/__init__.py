"""Speed, memory and resumption of long streams of pairs."""
