"""`python -m headway`: the command line, where no launcher is at hand."""

from headway.cli import main

if __name__ == "__main__":
    main()
