"""Patient data in: find the input, flatten it to one long table of coded events, extract the facts."""
