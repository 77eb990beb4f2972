"""`python -m veinway` is the command `veinway`."""

from veinway.cli import main

main()
