"""Veinway."""
