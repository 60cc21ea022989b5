"""What must be true after each step: one check a step, on what the reader saw and on what there is.

A check is a function with the step's id for a name; it holds things against each other with
:func:`~walkthrough.failure.expect`. A step that can be walked and has no check is an error, and so is the reverse.
"""

from walkthrough.checks import in_the_cloud, on_the_machines
from walkthrough.checks.registry import CHECKS, Seen, check_of, how_to_check

__all__ = ["CHECKS", "Seen", "check_of", "how_to_check", "in_the_cloud", "on_the_machines"]
