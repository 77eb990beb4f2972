"""What a member of the public should do, and how soon: questions, rules, the words of each country."""
