"""How rules are evaluated. No medicine in here: rules come in as objects of `language`."""
