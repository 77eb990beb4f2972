"""The web application: pages over the rules that the command line uses. It holds no medicine."""
