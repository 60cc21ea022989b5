"""The Rules of a template: what must hold between parameters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rehearsal.cloud.cloudformation.errors import ValidationError
from rehearsal.cloud.cloudformation.functions import holds

if TYPE_CHECKING:
    from rehearsal.cloud.cloudformation.functions import Scope
    from rehearsal.cloud.cloudformation.template import Template


def check_rules(template: Template, scope: Scope) -> None:
    """Check all rules that apply.

    Raises:
        ValidationError: If one is broken; the words around its own description are the rehearsal's.

    """
    for name, rule in template.section("Rules").items():
        if "RuleCondition" in rule and not holds(rule["RuleCondition"], scope):
            continue
        for assertion in rule["Assertions"]:
            if not holds(assertion["Assert"], scope):
                described = assertion.get("AssertDescription", "an assertion does not hold")
                raise ValidationError(f"Rule {name} is broken: {described}")
