"""What can be done without a window: one module for each command."""
