"""Every name of moto that the rehearsal leans on, in one place.

Moto promises only ``mock_aws`` and its server. The rehearsal needs more: the classes behind each service, so that it
can answer what moto does not know, and a few names with an underscore. They are those of moto 5.2.5, and
``tests/rehearsal/test_moto_private.py`` says what to look at when another version comes.

No other module of the rehearsal imports moto.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from moto.budgets.models import Budget, BudgetsBackend, budgets_backends
from moto.budgets.responses import BudgetsResponse
from moto.cloudwatch.responses import CloudWatchResponse
from moto.core.base_backend import BackendDict, BaseBackend
from moto.core.errors import COMMON_ERROR_CODES
from moto.core.exceptions import ServiceException
from moto.core.models import DEFAULT_ACCOUNT_ID
from moto.core.request import Request
from moto.core.responses import ActionResult, BaseResponse, EmptyResult
from moto.ec2.exceptions import InvalidAMIIdError, InvalidInstanceIdError
from moto.ec2.models import EC2Backend, ec2_backends
from moto.ec2.models.amis import Ami
from moto.ec2.models.instance_types import INSTANCE_TYPES, InstanceType
from moto.ec2.models.instances import Instance, InstanceState, Reservation
from moto.ec2.models.subnets import Subnet
from moto.ec2.responses import EC2Response
from moto.iam.aws_managed_policies import aws_managed_policies_data
from moto.iam.models import AWSManagedPolicy, IAMBackend, iam_backends
from moto.iam.responses import IamResponse
from moto.moto_api import state_manager
from moto.moto_api._internal import mock_random
from moto.sns.responses import SNSResponse
from moto.ssm.models import Command, Parameter, SimpleSystemManagerBackend, ssm_backends
from moto.ssm.responses import SimpleSystemManagerResponse
from moto.sts.responses import TokenResponse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from moto.iam.models import ManagedPolicy

ACCOUNT = DEFAULT_ACCOUNT_ID
"""The account of the rehearsal."""
VERSION = "5.2.5"
"""The version whose inner names these are."""

__all__ = [
    "ACCOUNT",
    "VERSION",
    "AWSManagedPolicy",
    "ActionResult",
    "Ami",
    "BackendDict",
    "BaseBackend",
    "BaseResponse",
    "Budget",
    "BudgetsBackend",
    "BudgetsResponse",
    "CloudWatchResponse",
    "Command",
    "EC2Backend",
    "EC2Response",
    "EmptyResult",
    "IAMBackend",
    "IamResponse",
    "Instance",
    "InstanceState",
    "InstanceType",
    "InvalidAMIIdError",
    "InvalidInstanceIdError",
    "Parameter",
    "Request",
    "Reservation",
    "SNSResponse",
    "ServerRequest",
    "ServiceException",
    "SimpleSystemManagerBackend",
    "SimpleSystemManagerResponse",
    "Subnet",
    "TokenResponse",
    "action_of",
    "aws_managed_policies",
    "backends_of",
    "budgets_backends",
    "ec2_backends",
    "expect_code",
    "iam_backends",
    "keep_parameter",
    "linger",
    "looks_of",
    "make_instance_type",
    "managed_policy_arns",
    "moto_application",
    "only_send_to",
    "parameters_of",
    "random_hex",
    "random_letters",
    "random_uuid",
    "reset_backends",
    "same_ids",
    "set_instance_state",
    "ssm_backends",
    "vcpus_of",
]


class ServerRequest(Request):
    """A request that came through a WSGI server, which sets the Date header itself."""

    from_wsgi_server = True


def action_of(response: BaseResponse) -> str | None:
    """Return the API action that a response object was set up for, such as ``RunInstances``."""
    return response._get_action()


def expect_code(code: str) -> None:
    """Let an error have a code that the service's model lacks, as many of AWS's own errors do; moto warns about it."""
    if code not in COMMON_ERROR_CODES:
        COMMON_ERROR_CODES.append(code)


def parameters_of(response: BaseResponse) -> dict[str, Any]:
    """Return the parameters of the request, named as in the API."""
    if response.automated_parameter_parsing:
        return dict(response.params)
    return dict(json.loads(response.body or "{}"))


def backends_of(backend: type[BaseBackend], service: str, regions: list[str]) -> BackendDict[Any]:
    """Make the store of one service: ``store[account][region]``; moto's reset empties it."""
    return BackendDict(backend, service, use_boto3_regions=False, additional_regions=regions)


def reset_backends() -> None:
    """Forget everything in every service, and what was set in the state manager."""
    BackendDict.reset()
    for model in list(state_manager._transitions):
        state_manager.unset_transition(model)


def linger(model: str, looks: int) -> None:
    """Let ``model`` (such as ``ec2::instance``) stay in states like ``pending`` for a number of looks."""
    state_manager.set_transition(model, {"progression": "manual", "times": looks})


def looks_of(model: str) -> int:
    """Return for how many looks a state in between is to be seen; 0 unless the state manager says otherwise."""
    transition = state_manager.get_transition(model)
    return int(transition["times"]) if transition["progression"] == "manual" else 0


def set_instance_state(instance: Instance, name: str, code: int) -> None:
    """Put an instance into a state, such as ``pending`` (0) or ``stopping`` (64)."""
    instance._state.name, instance._state.code = name, code


def vcpus_of(type_name: str) -> int:
    """Return how many virtual CPUs an instance type has that moto knows."""
    return int(INSTANCE_TYPES[type_name]["VCpuInfo"]["DefaultVCpus"])


def make_instance_type(facts: dict[str, Any]) -> InstanceType:
    """Make an instance type that moto's data lacks, from the dictionary that ``DescribeInstanceTypes`` answers."""
    made = InstanceType.__new__(InstanceType)  # its __init__ looks the facts up in moto's data
    made.update(facts)
    return made


def keep_parameter(backend: SimpleSystemManagerBackend, name: str, value: str, data_type: str) -> None:
    """Store a public parameter, whose name ``PutParameter`` itself refuses."""
    parameter = Parameter(  # type: ignore[abstract] # moto itself instantiates it
        account_id=backend.account_id,
        name=name,
        value=value,
        parameter_type="String",
        description=None,
        allowed_pattern=None,
        keyid=None,
        last_modified_date=datetime.now(UTC),
        version=1,
        data_type=data_type,
    )
    backend._parameters[name].append(parameter)


def only_send_to(command: Command, instance_ids: list[str]) -> None:
    """Let a command go to these instances. Moto takes a command without targets for one to the whole region."""
    command.instance_ids = instance_ids
    command.invocations = [command.invocation_response(each, "aws:runShellScript") for each in instance_ids]
    command.target_count = command.completed_count = len(instance_ids)


@lru_cache
def aws_managed_policies() -> dict[str, Any]:
    """Return the policies that AWS manages, by name."""
    return dict(json.loads(aws_managed_policies_data))


def managed_policy_arns(backend: IAMBackend, role: str) -> Iterable[str]:
    """Return the ARNs of the managed policies attached to a role."""
    return backend.get_role(role).managed_policies.keys()


def same_ids(seed: str) -> None:
    """Let the ids that are made from now on be those of every other time with this seed."""
    mock_random.seed(seed)


def random_hex(length: int) -> str:
    """Return hexadecimal digits from moto's generator, which ``/moto-api/seed`` makes repeatable."""
    return "".join(mock_random.choice("0123456789abcdef") for _ in range(length))


def random_letters(length: int) -> str:
    """Return capital letters and digits, as CloudFormation puts behind the names that it generates."""
    return "".join(mock_random.choice("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") for _ in range(length))


def random_uuid() -> str:
    """Return a UUID from moto's generator."""
    return str(mock_random.uuid4())


def moto_application() -> Callable[..., Iterable[bytes]]:
    """Return moto's own server application, for the services that the rehearsal leaves as they are."""
    from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app

    return DomainDispatcherApplication(create_backend_app)


class SeededIAM(IAMBackend):
    """IAM with a few of the policies that AWS manages: all of them would cost 1 s at each reset."""

    SEEDED = ("AmazonSSMManagedInstanceCore", "CloudWatchAgentServerPolicy")

    def _init_aws_policies(self) -> list[ManagedPolicy]:
        every = aws_managed_policies()
        return [
            AWSManagedPolicy.from_data(name, self.account_id, self.region_name, every[name]) for name in self.SEEDED
        ]
