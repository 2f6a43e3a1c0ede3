"""Scoring rules as text, scores as receipts."""

__version__ = "0.1.0"
