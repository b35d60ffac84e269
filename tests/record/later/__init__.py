"""The migrations of the record and one more, as a later version might bring it."""
