"""Parts of the page of workshops."""
