"""What one text says: reading articles into claims with facets."""
