"""Patients whom the adult pathways leave out: each has a step that says what to do instead."""
