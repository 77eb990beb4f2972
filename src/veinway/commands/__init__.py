"""What each command of the command line does; `veinway.cli` only reads the arguments."""
