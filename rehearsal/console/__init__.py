"""The console of the rehearsal: what stands in for the web console of AWS China (Ningxia) while the guide is walked.

>>> from rehearsal.cloud import rehearse
>>> from rehearsal.console import Console
>>> with rehearse() as cloud, Console.serve(cloud) as console:
...     console.url.startswith("http://127.0.0.1:")
True

``python -m rehearsal.console`` does the same for a reader's own browser. The pages are built once, from ``web/``.
"""

from rehearsal.console.server import Console, NotBuilt

__all__ = ["Console", "NotBuilt"]
