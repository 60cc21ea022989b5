"""The cloud of the rehearsal: what stands in for AWS China (Ningxia) while the guide is walked.

>>> from rehearsal.cloud import rehearse
>>> with rehearse() as cloud:
...     cloud.client("sts").get_caller_identity()["Arn"]
'arn:aws-cn:iam::123456789012:user/reader'

``python -m rehearsal.cloud`` does the same for a reader's own terminal.
"""

from rehearsal.cloud.cloud import Cloud, rehearse

__all__ = ["Cloud", "rehearse"]
