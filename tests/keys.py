"""Read the vectors of keys that the lists are told."""

from uuid import UUID

WIDTH = 16


def keys_in(vector):
    """Return the ids that stand in a vector, in their order."""
    return [UUID(bytes=vector[at : at + WIDTH]) for at in range(0, len(vector), WIDTH)]
