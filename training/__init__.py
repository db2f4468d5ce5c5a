"""The recipe of the bundled encoder: from public text and the project's own to the shipped files."""
