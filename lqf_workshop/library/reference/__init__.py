"""The pocket reference: everything on the shelf as sheets to read, to search and to print."""
