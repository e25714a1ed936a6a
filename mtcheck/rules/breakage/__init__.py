"""What broke on the way: words run together or torn, capitals out of place, cut ends, loops, lost characters."""
