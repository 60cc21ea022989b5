"""The computer of a reader who rehearses: a home, keys and ports of its own, and an internet with one instance."""

from rehearsal.laptop.laptop import Laptop

__all__ = ["Laptop"]
