"""The GPU box of the rehearsal, as far as one can have it without a GPU: users, sshd, tmux, nano, Jupyter.

One stands for each instance that runs in the rehearsal cloud, and follows it: it stops when the instance stops, comes
back with its files, and is gone when the instance is terminated.
"""

from rehearsal.instance.fleet import Fleet
from rehearsal.instance.instance import Instance

__all__ = ["Fleet", "Instance"]
