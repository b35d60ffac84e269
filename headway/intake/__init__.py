"""Reads foreign files into drafts that a person looks at before they enter a record."""
