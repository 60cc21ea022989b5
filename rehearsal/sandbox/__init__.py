"""A computer of the rehearsal: bubblewrap around a home, with processes, a network and users of its own.

Nothing of it outlives the process that made it, and it reads and writes nothing of the developer's own.
"""

from rehearsal.sandbox.permission import Unavailable, why_unavailable
from rehearsal.sandbox.sandbox import Sandbox, User

__all__ = ["Sandbox", "Unavailable", "User", "why_unavailable"]
