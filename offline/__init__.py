"""Makes the offline folder: Headway with all it needs, for machines without a network."""
