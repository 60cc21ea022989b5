"""Whether moto is still the moto whose inner names the cloud leans on.

When one of these fails after an upgrade of moto: compare the module of moto that is named with that of the version
before, correct ``rehearsal/cloud/moto_private.py``, run the cases (``pytest tests/rehearsal``), and only then change
``VERSION``.
"""

from __future__ import annotations

import inspect
from importlib.metadata import version
from typing import TYPE_CHECKING

import pytest

from rehearsal.cloud import moto_private as private

if TYPE_CHECKING:
    from collections.abc import Callable

    from rehearsal.cloud import Cloud

LOOK = "look at {where} of moto, then at rehearsal/cloud/moto_private.py"

UNDERSCORED = [
    (private.BaseResponse, "_get_action"),
    (private.IAMBackend, "_init_aws_policies"),
]
"""Classes, and names with an underscore that are read or overridden."""

SIGNATURES: list[tuple[Callable[..., object], list[str]]] = [
    (private.BaseResponse.setup_class, ["self", "request"]),
    (private.BaseResponse.call_action, ["self"]),
    (private.BaseResponse.serialized, ["self", "action_result"]),
    (private.BaseBackend.__init__, ["self", "region_name", "account_id"]),
    (private.BackendDict.__init__, ["self", "backend", "service_name", "use_boto3_regions", "additional_regions"]),
    (private.EC2Backend.describe_instance_type_offerings, ["self", "location_type", "filters"]),
    (private.EC2Backend.describe_instances, ["self", "filters"]),
    (private.EC2Backend.get_reservations_by_instance_ids, ["self", "instance_ids", "filters"]),
    (private.EC2Backend.run_instances, ["self", "image_id", "count", "user_data", "security_group_names"]),
    (private.EC2Backend.start_instances, ["self", "instance_ids"]),
    (private.EC2Backend.stop_instances, ["self", "instance_ids"]),
    (private.EC2Backend.delete_subnet, ["self", "subnet_id"]),
    (private.EC2Backend.delete_security_group, ["self", "name", "group_id"]),
    (private.Budget.__init__, ["self", "budget", "notifications"]),
    (private.Command.invocation_response, ["self", "instance_id", "plugin_name"]),
    (private.AWSManagedPolicy.from_data, ["name", "account_id", "region_name", "data"]),
]
"""What is called or overridden, and the parameters that it begins with."""


def test_version() -> None:
    assert version("moto") == private.VERSION, f"another moto: read the docstring of {__name__}"


@pytest.mark.parametrize(("owner", "name"), UNDERSCORED, ids=lambda value: getattr(value, "__name__", value))
def test_underscored_name(owner: type, name: str) -> None:
    assert callable(getattr(owner, name, None)), LOOK.format(where=owner.__module__)


@pytest.mark.parametrize(("function", "parameters"), SIGNATURES, ids=lambda value: getattr(value, "__qualname__", ""))
def test_signature(function: Callable[..., object], parameters: list[str]) -> None:
    begins = list(inspect.signature(function).parameters)[: len(parameters)]
    assert begins == parameters, LOOK.format(where=inspect.unwrap(function).__module__)


def test_state_of_an_instance_can_be_set(cloud: Cloud) -> None:
    request = {"ImageId": "ami-0dee9000000000824", "InstanceType": "t3.micro", "MinCount": 1, "MaxCount": 1}
    cloud.client("ec2").run_instances(**request)
    (instance,) = private.ec2_backends[private.ACCOUNT]["cn-northwest-1"].all_instances()
    private.set_instance_state(instance, "stopping", 64)
    assert (instance.state, instance.state_code) == ("stopping", 64), LOOK.format(where="moto.ec2.models.instances")


def test_state_manager_keeps_what_was_set() -> None:
    private.linger("rehearsal::test", 3)
    assert private.looks_of("rehearsal::test") == 3, LOOK.format(where="moto.moto_api._internal.state_manager")
    private.reset_backends()
    assert private.looks_of("rehearsal::test") == 0, LOOK.format(where="moto.moto_api._internal.state_manager")


def test_parameters_are_kept_in_a_dictionary_of_lists() -> None:
    backend = private.SimpleSystemManagerBackend("cn-northwest-1", private.ACCOUNT)
    private.keep_parameter(backend, "/aws/service/rehearsal", "x", "text")
    found = backend.get_parameter("/aws/service/rehearsal")
    assert found is not None, LOOK.format(where="moto.ssm.models")
    assert found.value == "x", LOOK.format(where="moto.ssm.models")


def test_policies_of_aws_are_json_by_name() -> None:
    assert "AmazonSSMManagedInstanceCore" in private.aws_managed_policies(), LOOK.format(
        where="moto.iam.aws_managed_policies"
    )
