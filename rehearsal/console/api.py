"""What the pages ask for, and what the cloud answers.

Requests go through boto3 to the rehearsal cloud, so the console meets exactly the errors that the AWS CLI meets.
Answers are AWS's own, names and all; what a screen needs from two actions is put side by side.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from botocore.exceptions import BotoCoreError, ClientError

from rehearsal.console.services.budgets import Budgets
from rehearsal.console.services.instances import Instances
from rehearsal.console.services.parameters import Parameters
from rehearsal.console.services.quotas import Quotas
from rehearsal.console.services.security_groups import SecurityGroups
from rehearsal.console.services.sessions import Sessions
from rehearsal.console.services.stacks import Stacks

if TYPE_CHECKING:
    from collections.abc import Callable

    from rehearsal.cloud import Cloud

    Route = Callable[[dict[str, Any]], Any]


class Refused(Exception):  # noqa: N818 - a word of the domain
    """What the browser asked for does not happen."""

    def __init__(self, code: str, message: str, status: int = 400) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.status = status


@dataclass(frozen=True)
class Api:
    """Everything that the pages may ask for, by method and address, such as ``GET parameters``."""

    routes: dict[str, Route]
    lock: threading.Lock

    @classmethod
    def of(cls, cloud: Cloud, pace: int) -> Api:
        """Make the API of a cloud."""
        services = (
            Parameters(cloud),
            Sessions(cloud),
            Stacks(cloud, pace),
            Instances(cloud),
            SecurityGroups(cloud),
            Quotas(cloud),
            Budgets(cloud),
        )
        return cls({name: route for service in services for name, route in service.routes().items()}, threading.Lock())

    def answer(self, method: str, name: str, asked: dict[str, Any]) -> Any:  # noqa: ANN401 - whatever AWS answers
        """Do what the browser asks.

        Raises:
            Refused: In AWS's words, if the cloud refuses.

        """
        route = self.routes.get(f"{method} {name}")
        if route is None:
            raise Refused("NotFound", f"The console has no {method} {name}.", 404)
        try:
            # One call at a time: a browser asks for several things at once, and the cloud is to see them in one order.
            with self.lock:
                return route(asked)
        except ClientError as error:
            said = error.response["Error"]
            raise Refused(str(said.get("Code")), str(said.get("Message"))) from error
        except BotoCoreError as error:
            raise Refused(type(error).__name__, str(error)) from error
        except KeyError as error:
            raise Refused("MissingParameter", f"The request lacks {error}.") from error
