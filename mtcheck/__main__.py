"""`python -m mtcheck` is the command line."""

from mtcheck.cli import main

if __name__ == "__main__":
    main()
