"""Filling in an activity: choosing one, its blocks by kind, and the private sheet."""
