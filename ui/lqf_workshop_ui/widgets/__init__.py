"""Small parts with one job."""
