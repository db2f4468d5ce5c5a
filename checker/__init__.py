"""Whether texts agree: aligning, dating, comparing and reporting claims of several sources."""
