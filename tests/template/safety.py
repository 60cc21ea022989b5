"""Rules about what is deployed: it is closed, cheap to forget, and gone when it is deleted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from tests.template.document import Place, Resource, Template, texts
from tests.template.findings import Finding, Rule, at, expect

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

SSH_GIVEN = {"Fn::Not": [{"Fn::Equals": [{"Ref": "SshAddress"}, ""]}]}
SSH = {"IpProtocol": "tcp", "FromPort": 22, "ToPort": 22, "CidrIp": {"Ref": "SshAddress"}}
WORLD = ("0.0.0.0/0", "::/0", "0.0.0.0/1", "128.0.0.0/1", "10.0.0.0/8")

SESSION_MANAGER = {"Fn::Sub": "arn:${AWS::Partition}:iam::aws:policy/AmazonSSMManagedInstanceCore"}
STOP = {"Fn::Sub": "arn:${AWS::Partition}:automate:${AWS::Region}:ec2:stop"}
EMAIL = {"SubscriptionType": "EMAIL", "Address": {"Ref": "EmailParameter"}}

PARTITION = re.compile(r"arn:aws[a-z-]*:")
REGION = re.compile(r"\b(af|ap|ca|cn|eu|il|me|mx|sa|us)-(gov-|iso[a-z]*-)?[a-z]+-\d")
NAMES = {
    "AlarmName", "BudgetName", "GroupName", "InstanceProfileName", "KeyName", "LaunchTemplateName", "ManagedPolicyName",
    "PolicyName", "RoleName", "TopicName",
}  # fmt: skip


def metadata_needs_a_token(template: Template) -> Iterator[Finding]:
    """Have the instance answer IMDSv2 only."""
    for instance in template.resources("AWS::EC2::Instance"):
        wanted: Mapping[Place, Any] = {("MetadataOptions", "HttpTokens"): "required"}
        yield from expect(instance, wanted, "IMDSv1 gives the role's credentials to whoever can make it fetch a URL.")


def volumes_are_encrypted(template: Template) -> Iterator[Finding]:
    """Encrypt every volume of the instance, the root first."""
    root: Mapping[Place, Any] = {("BlockDeviceMappings", 0, "DeviceName"): "/dev/sda1"}
    for instance in template.resources("AWS::EC2::Instance"):
        yield from expect(instance, root, "another name is a second disk, beside a root as in the image.")
    for instance, place in _volumes(template):
        yield from expect(instance, {(*place, "Encrypted"): True}, "a volume is encrypted or not for all its life.")


def volumes_go_with_the_instance(template: Template) -> Iterator[Finding]:
    """Leave no volume, and no charge, after the instance."""
    for instance, place in _volumes(template):
        yield from expect(instance, {(*place, "DeleteOnTermination"): True}, "a volume that stays is charged for ever.")


def _volumes(template: Template) -> Iterator[tuple[Resource, Place]]:
    for instance in template.resources("AWS::EC2::Instance"):
        for position, _ in enumerate(instance.properties.get("BlockDeviceMappings", [])):
            yield instance, ("BlockDeviceMappings", position, "Ebs")


def nothing_comes_in_but_ssh(template: Template) -> Iterator[Finding]:
    """Let nothing in but tcp port 22, from SshAddress, when it is given."""
    for rule in template.resources("AWS::EC2::SecurityGroupIngress"):
        yield Finding(("Resources", rule.name), f"{rule.name} opens a port from outside the group. Delete it.")
    for group in template.resources("AWS::EC2::SecurityGroup"):
        place = (*group.place, "SecurityGroupIngress")
        match group.properties.get("SecurityGroupIngress"):
            case None:
                pass
            case {"Fn::If": [condition, [*rules], {"Ref": "AWS::NoValue"}]} if _asks_for_ssh(template, condition):
                for position, rule in enumerate(rules):
                    yield from _only_ssh(rule, (*place, "Fn::If", 1, position))
            case _:
                message = f"{group.name} is open though SshAddress is empty."
                yield Finding(place, f"{message} Write !If [SshOpen, [the rule], !Ref AWS::NoValue].")


def _asks_for_ssh(template: Template, condition: str) -> bool:
    return bool(template.data.get("Conditions", {}).get(condition) == SSH_GIVEN)


def _only_ssh(rule: dict[str, Any], place: Place) -> Iterator[Finding]:
    for key, wanted in SSH.items():
        if rule.get(key) != wanted:
            yield Finding((*place, key), f"The inbound rule has {key} {rule.get(key)!r}; make it {wanted!r}.")
    for key in rule.keys() - SSH.keys() - {"Description"}:
        yield Finding((*place, key), f"The inbound rule has {key} too; delete that line: only SshAddress may come in.")


def ssh_address_is_never_the_world(template: Template) -> Iterator[Finding]:
    """Take no range of addresses that is wider than /16, least of all everybody."""
    pattern = at(template.data, ("Parameters", "SshAddress", "AllowedPattern")) or ""
    for address in WORLD:
        if re.search(pattern, address):
            message = f"SshAddress accepts {address}. Let its AllowedPattern accept IPv4 from /16 to /32 only."
            yield Finding(("Parameters", "SshAddress", "AllowedPattern"), message)


def role_can_only_be_reached(template: Template) -> Iterator[Finding]:
    """Give the role AmazonSSMManagedInstanceCore and nothing else, and give it to EC2 alone."""
    for kind in ("AWS::IAM::Policy", "AWS::IAM::RolePolicy", "AWS::IAM::ManagedPolicy"):
        for policy in template.resources(kind):
            yield Finding(("Resources", policy.name), f"{policy.name} adds permissions to the role. Delete it.")
    statement: Place = ("AssumeRolePolicyDocument", "Statement")
    for role in template.resources("AWS::IAM::Role"):
        wanted: Mapping[Place, Any] = {
            ("ManagedPolicyArns",): [SESSION_MANAGER],
            ("Policies",): None,
            statement: [{"Effect": "Allow", "Principal": {"Service": "ec2.amazonaws.com"}, "Action": "sts:AssumeRole"}],
        }
        yield from expect(role, wanted, "what the role may do, every program on the instance may do.")


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


def no_partition_is_written_down(template: Template) -> Iterator[Finding]:
    """Write ``${AWS::Partition}`` and never ``aws`` or ``aws-cn``."""
    for place, text in _deployed(template):
        if PARTITION.search(text):
            yield Finding(place, f"{text!r} names a partition. Write !Sub arn:${{AWS::Partition}}:… instead.")


def no_region_is_written_down(template: Template) -> Iterator[Finding]:
    """Write ``${AWS::Region}`` and never ``cn-northwest-1``: the template serves Ningxia and Beijing."""
    for place, text in _deployed(template):
        if REGION.search(text):
            yield Finding(place, f"{text!r} names a region. Write !Sub with ${{AWS::Region}} instead.")


def _deployed(template: Template) -> Iterator[tuple[Place, str]]:
    """Yield the texts that CloudFormation acts on; descriptions may name a region as an example."""
    for section in ("Parameters", "Mappings", "Conditions", "Resources", "Outputs"):
        for place, text in texts(template.data.get(section, {}), (section,)):
            if place[-1] not in ("Description", "ConstraintDescription"):
                yield place, text


def nothing_is_named(template: Template) -> Iterator[Finding]:
    """Have no name and no export that a second stack in the account would collide with."""
    for resource in template.resources():
        for place, key in texts(resource.properties, resource.place):
            if place[-1] in NAMES and place[-1] == key:
                yield Finding(place, f"{resource.name} has a {key}: a second stack would collide. Delete that line.")
    for name, output in template.data["Outputs"].items():
        if "Export" in output:
            yield Finding(("Outputs", name, "Export"), f"{name} is exported: a second stack would collide. Delete it.")


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
    metadata_needs_a_token,
    volumes_are_encrypted,
    volumes_go_with_the_instance,
    nothing_comes_in_but_ssh,
    ssh_address_is_never_the_world,
    role_can_only_be_reached,
    budget_warns_in_time,
    idle_instance_is_stopped,
    idle_periods_are_the_minutes,
    no_partition_is_written_down,
    no_region_is_written_down,
    nothing_is_named,
    deletion_leaves_nothing,
)
