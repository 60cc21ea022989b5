"""Lets the tests import what the site filters programs with; Sphinx does the same for itself in ``conf.py``."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "docs" / "_ext"))
