"""What the pages are made of, without a web framework: cases, decisions, letters, worklists."""
