"""Rules about money: a warning, a brake, and nothing that is charged after the stack."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.template.findings import Finding, Rule, at, expect, volumes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tests.template.document import Place, Template

STOP = {"Fn::Sub": "arn:${AWS::Partition}:automate:${AWS::Region}:ec2:stop"}
EMAIL = {"SubscriptionType": "EMAIL", "Address": {"Ref": "EmailParameter"}}


def budget_warns_in_time(template: Template) -> Iterator[Finding]:
    """Have a monthly budget in CNY that writes about what was spent and about what will be."""
    budgets = list(template.resources("AWS::Budgets::Budget"))
    if not budgets:
        yield Finding(("Resources",), "There is no AWS::Budgets::Budget. Without it nothing warns of the costs.")
    for budget in budgets:
        wanted: Mapping[Place, Any] = {
            ("Budget", "BudgetType"): "COST",
            ("Budget", "TimeUnit"): "MONTHLY",
            ("Budget", "BudgetLimit", "Amount"): {"Ref": "MonthlyBudget"},
            ("Budget", "BudgetLimit", "Unit"): "CNY",
            **_notification(0, "ACTUAL", {"Ref": "AlertPercentage"}),
            **_notification(1, "FORECASTED", 100),
        }
        yield from expect(budget, wanted, "the guide promises an e-mail at AlertPercentage, in CNY, and a forecast.")


def _notification(position: int, kind: str, threshold: Any) -> dict[Place, Any]:  # noqa: ANN401  # number or Ref
    place: Place = ("NotificationsWithSubscribers", position)
    return {
        (*place, "Notification", "NotificationType"): kind,
        (*place, "Notification", "ComparisonOperator"): "GREATER_THAN",
        (*place, "Notification", "Threshold"): threshold,
        (*place, "Notification", "ThresholdType"): "PERCENTAGE",
        (*place, "Subscribers"): [EMAIL],
    }


def idle_instance_is_stopped(template: Template) -> Iterator[Finding]:
    """Stop the instance when it uses less than half of one vCPU for IdleMinutes."""
    alarms = list(template.resources("AWS::CloudWatch::Alarm"))
    if not alarms:
        message = "There is no AWS::CloudWatch::Alarm. Without it nothing stops a forgotten instance."
        yield Finding(("Resources",), message)
    for alarm in alarms:
        wanted: Mapping[Place, Any] = {
            ("Namespace",): "AWS/EC2",
            ("MetricName",): "CPUUtilization",
            ("Dimensions",): [{"Name": "InstanceId", "Value": {"Ref": "Instance"}}],
            ("Statistic",): "Average",
            ("Period",): 300,
            ("EvaluationPeriods",): {"Fn::FindInMap": ["IdlePeriods", {"Ref": "IdleMinutes"}, "Count"]},
            ("ComparisonOperator",): "LessThanThreshold",
            ("Threshold",): {"Fn::FindInMap": ["HalfOfOneVcpu", {"Ref": "InstanceType"}, "Percent"]},
            ("TreatMissingData",): "notBreaching",
            ("AlarmActions",): [STOP],
            ("ActionsEnabled",): None,
        }
        yield from expect(alarm, wanted, "the guide promises that an idle instance is stopped, and a busy one is not.")


def idle_periods_are_the_minutes(template: Template) -> Iterator[Finding]:
    """Count the periods of five minutes in each choice of IdleMinutes."""
    for minutes in at(template.data, ("Parameters", "IdleMinutes", "AllowedValues")) or []:
        count = at(template.data, ("Mappings", "IdlePeriods", str(minutes), "Count"))
        if minutes and str(count) != str(minutes // 5):
            place = ("Mappings", "IdlePeriods", str(minutes))
            yield Finding(place, f"{minutes} minutes are {minutes // 5} periods of 300 seconds, not {count}.")


def volumes_go_with_the_instance(template: Template) -> Iterator[Finding]:
    """Leave no volume, and no charge, after the instance."""
    for instance, place in volumes(template):
        yield from expect(instance, {(*place, "DeleteOnTermination"): True}, "a volume that stays is charged for ever.")


def deletion_leaves_nothing(template: Template) -> Iterator[Finding]:
    """Delete everything with the stack."""
    for resource in template.resources():
        for policy in ("DeletionPolicy", "UpdateReplacePolicy"):
            value = template.data["Resources"][resource.name].get(policy, "Delete")
            if value != "Delete":
                place = ("Resources", resource.name, policy)
                yield Finding(place, f"{policy} {value} keeps {resource.name}, and its costs. Delete that line.")
    for instance in template.resources("AWS::EC2::Instance"):
        yield from expect(instance, {("DisableApiTermination",): None}, "otherwise the stack cannot be deleted.")


RULES: tuple[Rule, ...] = (
    budget_warns_in_time,
    idle_instance_is_stopped,
    idle_periods_are_the_minutes,
    volumes_go_with_the_instance,
    deletion_leaves_nothing,
)
