"""The audience window and what is painted on it."""
