"""What the room may see: one gate for big screen, miniature and pictures."""
