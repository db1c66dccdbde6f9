"""StoreDesk: the desktop point of sale and store manager."""

__version__ = "0.2.0"
