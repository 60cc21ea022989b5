"""Rules about who can get in, and what they could do there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from tests.template.findings import Finding, Rule, at, expect, volumes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tests.template.document import Place, Template

SSH_GIVEN = {"Fn::Not": [{"Fn::Equals": [{"Ref": "SshAddress"}, ""]}]}
SSH = {"IpProtocol": "tcp", "FromPort": 22, "ToPort": 22, "CidrIp": {"Ref": "SshAddress"}}
WORLD = ("0.0.0.0/0", "::/0", "0.0.0.0/1", "128.0.0.0/1", "10.0.0.0/8")
SESSION_MANAGER = {"Fn::Sub": "arn:${AWS::Partition}:iam::aws:policy/AmazonSSMManagedInstanceCore"}


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
    for instance, place in volumes(template):
        yield from expect(instance, {(*place, "Encrypted"): True}, "a volume is encrypted or not for all its life.")


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


RULES: tuple[Rule, ...] = (
    metadata_needs_a_token,
    volumes_are_encrypted,
    nothing_comes_in_but_ssh,
    ssh_address_is_never_the_world,
    role_can_only_be_reached,
)
