"""EC2 → Security Groups: one group and its rules."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from rehearsal.cloud import Cloud

    Rule = dict[str, Any]


class SecurityGroups:
    """Security groups."""

    def __init__(self, cloud: Cloud) -> None:
        self.cloud = cloud

    def routes(self) -> dict[str, Callable[[dict[str, Any]], Any]]:
        """What the browser may ask for."""
        return {"GET security-group": self.one, "POST security-group/inbound": self.save_inbound}

    def one(self, asked: dict[str, Any]) -> dict[str, Any]:
        """Describe a group, with each of its rules by itself."""
        ec2, group = self.cloud.client("ec2"), asked["GroupId"]
        described: dict[str, Any] = ec2.describe_security_groups(GroupIds=[group])["SecurityGroups"][0]
        filters = [{"Name": "group-id", "Values": [group]}]
        rules = ec2.describe_security_group_rules(Filters=filters)["SecurityGroupRules"]
        return {**described, "Rules": rules}

    def save_inbound(self, asked: dict[str, Any]) -> dict[str, Any]:
        """Make the inbound rules those that the form has: new ones are added first, then others are taken away."""
        ec2, group = self.cloud.client("ec2"), asked["GroupId"]
        there = [each for each in self.one(asked)["Rules"] if not each["IsEgress"]]
        added = [permission for permission in asked["Permissions"] if permission not in map(_permission, there)]
        gone = [each for each in there if _permission(each) not in asked["Permissions"]]
        if added:
            ec2.authorize_security_group_ingress(GroupId=group, IpPermissions=added)
        if gone:
            ec2.revoke_security_group_ingress(GroupId=group, SecurityGroupRuleIds=list(_ids(gone)))
        return {}


def _permission(rule: Rule) -> dict[str, Any]:
    """Write a rule of DescribeSecurityGroupRules as AuthorizeSecurityGroupIngress takes it."""
    described = {"Description": rule["Description"]} if rule.get("Description") else {}
    ports = {name: rule[name] for name in ("FromPort", "ToPort") if rule["IpProtocol"] != "-1"}
    return {"IpProtocol": rule["IpProtocol"], **ports, "IpRanges": [{"CidrIp": rule.get("CidrIpv4"), **described}]}


def _ids(rules: Iterable[Rule]) -> Iterable[str]:
    return (str(each["SecurityGroupRuleId"]) for each in rules)
