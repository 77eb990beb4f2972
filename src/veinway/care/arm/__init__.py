"""Suspected clot of an arm."""
