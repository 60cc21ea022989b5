"""What a step is, how steps are read out of the guide, how they are walked, and what must be true after each.

Three words: read (:mod:`walkthrough.guide`), walk (:mod:`walkthrough.walk`), check (:mod:`walkthrough.checks`).
"""
