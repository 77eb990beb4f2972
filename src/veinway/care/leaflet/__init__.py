"""What patients are told in plain words: five leaflets, merged and put right (reference 4, part 9)."""
