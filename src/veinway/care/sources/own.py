"""What Veinway itself decides: its fact dictionary and its clinical conventions."""

from veinway.language import Source

DICTIONARY = Source("DICTIONARY", "Veinway fact dictionary", "2026", short="Veinway dictionary")
PRODUCT = Source("PRODUCT", "Veinway clinical conventions", "2026", short="Veinway")
