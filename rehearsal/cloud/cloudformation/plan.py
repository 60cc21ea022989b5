"""What a caller asks for, checked: a template, the values of its parameters, and what was acknowledged."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rehearsal.cloud.cloudformation import checks, parameters
from rehearsal.cloud.cloudformation.errors import ValidationError
from rehearsal.cloud.cloudformation.functions import evaluate
from rehearsal.cloud.cloudformation.rules import check_rules
from rehearsal.cloud.cloudformation.stack import Stack, outputs_of
from rehearsal.cloud.cloudformation.template import Template

if TYPE_CHECKING:
    from rehearsal.cloud.cloudformation.parameters import Parameter

Request = dict[str, Any]
"""The parameters of CreateStack, UpdateStack or CreateChangeSet."""


@dataclass(frozen=True)
class Plan:
    """A deployment that may go ahead."""

    template: Template
    parameters: dict[str, Parameter]
    tags: dict[str, str]
    capabilities: list[str]

    @classmethod
    def of(cls, request: Request, stack: Stack) -> Plan:
        """Check a request for a stack.

        Raises:
            ValidationError: If the template or a parameter is refused.
            InsufficientCapabilities: If the template needs an acknowledgement that is not given.

        """
        template = _template(request, stack)
        checks.check_template(template)
        checks.check_capabilities(template, request.get("Capabilities", []))
        values = parameters.resolve(template, _given(request, stack), stack.account)
        tags = {tag["Key"]: tag["Value"] for tag in request.get("Tags", [])}
        plan = cls(template, values, tags or stack.tags, list(request.get("Capabilities", [])))
        plan.look_ahead(stack)
        return plan

    def look_ahead(self, stack: Stack) -> None:
        """Work out everything as far as it can be, so that mistakes show before anything is made.

        Raises:
            ValidationError: If a rule, a function or an output is wrong.

        """
        scope = stack.scope(self.template, self.parameters, ahead=True)
        check_rules(self.template, scope)
        for name, resource in self.template.resources.items():
            if scope.wanted(name):
                evaluate(resource.get("Properties", {}), scope)
        outputs_of(self.template, scope)

    def changes_nothing(self, stack: Stack) -> bool:
        """Return whether a stack is what the plan says already."""
        same_values = {key: each.value for key, each in stack.parameters.items()} == {
            key: each.value for key, each in self.parameters.items()
        }
        return same_values and stack.template.body == self.template.body and stack.tags == self.tags

    def adopt(self, stack: Stack) -> None:
        """Let a stack be known for this template and these values."""
        stack.template, stack.parameters = self.template, self.parameters
        stack.tags, stack.capabilities = self.tags, self.capabilities


def _template(request: Request, stack: Stack) -> Template:
    if request.get("UsePreviousTemplate"):
        return stack.template
    if "TemplateURL" in request:
        raise ValidationError("A template in S3 is not rehearsed; send it along as TemplateBody.")
    text = request.get("TemplateBody")
    if text is None:
        raise ValidationError("Either Template URL or Template Body must be specified.")
    checks.check_length(text)
    return Template.read(text)


def _given(request: Request, stack: Stack) -> dict[str, str]:
    """Return the given values, the stack's own for those that are to stay."""
    values = {}
    for each in request.get("Parameters", []):
        key, previous = each["ParameterKey"], stack.parameters.get(each["ParameterKey"])
        if not each.get("UsePreviousValue"):
            values[key] = each.get("ParameterValue", "")
        elif previous is not None:
            values[key] = previous.given
        else:
            raise ValidationError(f"Parameters: [{key}] must have values")
    return values
