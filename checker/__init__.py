"""Recompute the figures a paper prints from the other figures it prints."""

__version__ = "0.1.0"
