"""What the names in a template mean in one stack."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from rehearsal.cloud.cloudformation.errors import ValidationError
from rehearsal.cloud.cloudformation.functions import NoValue, holds

if TYPE_CHECKING:
    from rehearsal.cloud.cloudformation.account import Account
    from rehearsal.cloud.cloudformation.parameters import Parameter
    from rehearsal.cloud.cloudformation.template import Template


@dataclass
class Resource:
    """A resource that a stack has made."""

    logical_id: str
    type: str
    physical_id: str
    properties: dict[str, Any]
    attributes: dict[str, str]


@dataclass
class StackScope:
    """The names of one template in one stack.

    ``ahead`` is for looking ahead: a resource that is not there yet then stands for its own logical id. A template
    that takes such a value apart (Select of Split of GetAtt) cannot be looked at ahead, and is refused.
    """

    account: Account
    stack_id: str
    stack_name: str
    template: Template
    parameters: dict[str, Parameter]
    resources: dict[str, Resource] = field(default_factory=dict)
    ahead: bool = False

    def reference(self, name: str) -> Any:  # noqa: ANN401 - a string, a list or NoValue
        """Return what ``Ref`` gives."""
        if name in self.parameters:
            return self.parameters[name].value
        if name in self.resources:
            return self.resources[name].physical_id
        pseudo = self._pseudo()
        if name in pseudo:
            return pseudo[name]
        return self._absent(name, name)

    def attribute(self, name: str, attribute: str) -> str:
        """Return what ``GetAtt`` gives."""
        if name in self.resources:
            return self.resources[name].attributes[attribute]
        return self._absent(name, f"{name}.{attribute}")

    def condition(self, name: str) -> bool:
        """Return whether a condition holds."""
        return holds(self.template.section("Conditions")[name], self)

    def mapping(self, name: str) -> dict[str, Any]:
        """Return one of the mappings; a KeyError if there is none of that name."""
        mapping: dict[str, Any] = self.template.section("Mappings")[name]
        return mapping

    def zones(self, region: str) -> list[str]:
        """Return the Availability Zones of a region; of the stack's own if it is empty."""
        return self.account.zones(region)

    def parameter_of_store(self, name: str) -> str:
        """Return a value from Parameter Store, for a dynamic reference."""
        if self.account.stored_type(name) != "String":
            raise ValidationError(f"Unable to fetch parameters [{name}] from parameter store for this account.")
        return self.account.stored_value(name)

    def wanted(self, name: str) -> bool:
        """Return whether a resource is to be there: it has no condition, or one that holds."""
        condition = self.template.resources[name].get("Condition")
        return condition is None or self.condition(condition)

    def _absent(self, name: str, stand_in: str) -> str:
        if self.ahead and self.wanted(name):
            return stand_in
        raise ValidationError(f"Template format error: Unresolved resource dependencies [{name}] in the template")

    def _pseudo(self) -> dict[str, Any]:
        return {
            "AWS::AccountId": self.account.id,
            "AWS::NoValue": NoValue,
            "AWS::NotificationARNs": [],
            "AWS::Partition": self.account.partition,
            "AWS::Region": self.account.region,
            "AWS::StackId": self.stack_id,
            "AWS::StackName": self.stack_name,
            "AWS::URLSuffix": self.account.url_suffix,
        }
