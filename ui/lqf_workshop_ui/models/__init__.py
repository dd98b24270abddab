"""Item models for long lists."""
