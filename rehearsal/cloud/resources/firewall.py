"""The security group: which traffic may reach an instance and leave it."""

from __future__ import annotations

from typing import Any

from rehearsal.cloud.cloudformation.errors import ResourceError
from rehearsal.cloud.resources.base import Properties, TaggedEC2Type

Rule = dict[str, Any]
RULE = frozenset({"CidrIp", "CidrIpv6", "Description", "FromPort", "IpProtocol", "ToPort"})
"""What may be said of the traffic; other security groups and prefix lists are not rehearsed."""


class SecurityGroup(TaggedEC2Type):
    """A security group; its rules can be changed while it is in use."""

    NAME = "AWS::EC2::SecurityGroup"
    REQUIRED = frozenset({"GroupDescription"})
    OPTIONAL = frozenset({"GroupName", "VpcId", "SecurityGroupIngress", "SecurityGroupEgress", "Tags"})
    CHANGEABLE = frozenset({"SecurityGroupIngress", "SecurityGroupEgress", "Tags"})
    REPLACING = frozenset({"GroupDescription", "GroupName", "VpcId"})
    ATTRIBUTES = frozenset({"GroupId", "Id", "VpcId"})

    def create(self, properties: Properties) -> str:
        """Make a group with its rules; without egress rules AWS lets everything out."""
        check_ascii("GroupDescription", properties["GroupDescription"])
        made = self.call(
            "ec2",
            "create_security_group",
            GroupName=properties.get("GroupName") or self.place.generated_name(),
            Description=properties["GroupDescription"],
            VpcId=properties.get("VpcId"),
        )
        group: str = made["GroupId"]
        with self.whole(group, properties):
            self._replace_rules(group, "ingress", properties.get("SecurityGroupIngress", []))
            if "SecurityGroupEgress" in properties:
                self._replace_rules(group, "egress", properties["SecurityGroupEgress"])
        return self.tag(group, properties)

    def read(self, physical_id: str, properties: Properties) -> dict[str, str]:
        """Return the ids."""
        return {"GroupId": physical_id, "Id": physical_id, "VpcId": properties.get("VpcId", "")}

    def update(self, physical_id: str, old: Properties, new: Properties) -> None:
        """Change rules and tags in place."""
        for direction, name in (("ingress", "SecurityGroupIngress"), ("egress", "SecurityGroupEgress")):
            if old.get(name) != new.get(name):
                self._replace_rules(physical_id, direction, new.get(name, []))
        super().update(physical_id, old, new)

    def delete(self, physical_id: str, properties: Properties) -> None:
        """Delete the group."""
        self.call("ec2", "delete_security_group", GroupId=physical_id)

    def _replace_rules(self, group: str, direction: str, rules: list[Rule]) -> None:
        permissions = {"ingress": "IpPermissions", "egress": "IpPermissionsEgress"}[direction]
        wanted = [permission(rule) for rule in rules]
        there = self.call("ec2", "describe_security_groups", GroupIds=[group])["SecurityGroups"][0][permissions]
        if there:
            self.call("ec2", f"revoke_security_group_{direction}", GroupId=group, IpPermissions=there)
        try:
            self._authorize(group, direction, wanted)
        except ResourceError:
            self._authorize(group, direction, there)
            raise

    def _authorize(self, group: str, direction: str, permissions: list[Rule]) -> None:
        if permissions:
            self.call("ec2", f"authorize_security_group_{direction}", GroupId=group, IpPermissions=permissions)


def check_ascii(parameter: str, text: str) -> None:
    """Check a description.

    Raises:
        ResourceError: If it has a letter that EC2 does not take in a security group.

    """
    if not text.isascii():
        raise ResourceError(
            f"Value ({text}) for parameter {parameter} is invalid. Character sets beyond ASCII are not supported."
        )


def permission(rule: Rule) -> Rule:
    """Write a rule of a template as the API has it.

    Raises:
        ResourceError: If it is none that the rehearsal understands.

    """
    unknown = sorted(rule.keys() - RULE)
    if unknown:
        raise ResourceError(f"#: extraneous key [{unknown[0]}] is not permitted (the rehearsal may not know it)")
    if "IpProtocol" not in rule:
        raise ResourceError("#: required key [IpProtocol] not found")
    check_ascii("Description", rule.get("Description", ""))
    written: Rule = {"IpProtocol": str(rule["IpProtocol"])}
    written |= {name: rule[name] for name in ("FromPort", "ToPort") if name in rule}
    for source, ranges in (("CidrIp", "IpRanges"), ("CidrIpv6", "Ipv6Ranges")):
        if source in rule:
            described = {"Description": rule["Description"]} if "Description" in rule else {}
            written[ranges] = [{source: rule[source], **described}]
    return written
