"""Doing the steps of a case."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import jmespath  # type: ignore[import-untyped]
from botocore.exceptions import ClientError

if TYPE_CHECKING:
    from rehearsal.cloud import Cloud
    from tests.rehearsal.case import Step


class Player:
    """Does steps on a cloud, and remembers what they keep."""

    def __init__(self, cloud: Cloud) -> None:
        self.cloud = cloud
        self.kept: dict[str, Any] = {}

    def play(self, step: Step) -> None:
        """Do a step and check what came of it."""
        try:
            answer = self._do(step)
        except ClientError as error:
            self._check_error(step, error)
            return
        assert step.error is None, f"it was not refused, but answered {answer}"
        if step.deploy is not None or step.update is not None:
            self._check_stack(step)
        for expression, expected in step.gives.items():
            assert jmespath.search(expression, answer) == self._filled(expected), f"{expression} of {answer}"
        self.kept |= {name: jmespath.search(expression, answer) for name, expression in step.keep.items()}

    def _do(self, step: Step) -> Any:  # noqa: ANN401 - whatever the API answers
        if step.cloud:
            return getattr(self.cloud, step.cloud)(**self._filled(step.arguments))
        if step.call:
            service, action = step.call.split()
            answer = getattr(self.cloud.client(service), action)(**self._filled(step.arguments))
            return json.loads(json.dumps(answer, default=str))
        return self._deploy(step) if step.deploy else self._update(step)

    def _deploy(self, step: Step) -> dict[str, Any]:
        answer: dict[str, Any] = self.cloud.client("cloudformation").create_stack(
            StackName=step.stack,
            TemplateBody=step.deploy,
            Parameters=[{"ParameterKey": key, "ParameterValue": value} for key, value in step.parameters.items()],
            Capabilities=step.capabilities,
            **step.arguments,
        )
        return answer

    def _update(self, step: Step) -> dict[str, Any]:
        client = self.cloud.client("cloudformation")
        changed = step.update or {}
        there = client.describe_stacks(StackName=step.stack)["Stacks"][0]["Parameters"]
        kept = [each["ParameterKey"] for each in there if each["ParameterKey"] not in changed]
        template = {"TemplateBody": step.template} if step.template else {"UsePreviousTemplate": True}
        answer: dict[str, Any] = client.update_stack(
            StackName=step.stack,
            Parameters=[{"ParameterKey": key, "ParameterValue": value} for key, value in changed.items()]
            + [{"ParameterKey": key, "UsePreviousValue": True} for key in kept],
            Capabilities=step.capabilities,
            **template,
        )
        return answer

    def _check_error(self, step: Step, error: ClientError) -> None:
        said = error.response["Error"]
        assert step.error is not None, f"it was refused: {error}"
        assert said["Code"] == step.error, error
        assert step.says in said["Message"]

    def _check_stack(self, step: Step) -> None:
        client = self.cloud.client("cloudformation")
        there = client.describe_stacks(StackName=step.stack)["Stacks"][0]
        events = client.describe_stack_events(StackName=step.stack)["StackEvents"]
        reasons = [each["ResourceStatusReason"] for each in events if each["ResourceStatus"].endswith("_FAILED")]
        assert there["StackStatus"] == (step.status or ("CREATE_COMPLETE" if step.deploy else "UPDATE_COMPLETE")), (
            reasons
        )
        if step.because is not None:
            assert step.because in reasons[0]
        if step.outputs is not None:
            outputs = {each["OutputKey"]: each["OutputValue"] for each in there.get("Outputs", [])}
            assert outputs == step.outputs

    def _filled(self, value: Any) -> Any:  # noqa: ANN401 - as varied as an API
        """Put what was kept in the place of its ``$name``."""
        if isinstance(value, dict):
            return {key: self._filled(each) for key, each in value.items()}
        if isinstance(value, list):
            return [self._filled(each) for each in value]
        if isinstance(value, str) and value.startswith("$"):
            return self.kept[value[1:]]
        return value
