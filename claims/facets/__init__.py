"""One reader a facet; each reads a sentence and the facets found before it, never another reader."""
