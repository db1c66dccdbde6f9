"""StoreDesk: the desktop point of sale and store manager."""

__version__ = "0.1.0"
