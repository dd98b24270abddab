"""Paper on the screen: a summary looked at, printed and saved."""
