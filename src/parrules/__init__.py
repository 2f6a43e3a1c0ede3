"""Scoring rules as text, scores as receipts."""
