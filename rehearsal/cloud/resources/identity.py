"""What an instance may do: its role, and the profile that carries the role."""

from __future__ import annotations

import json
from typing import Any

from rehearsal.cloud.cloudformation.errors import ResourceError
from rehearsal.cloud.resources.base import Properties, ResourceType


class Role(ResourceType):
    """An IAM role; AWS's own policies are only found under the partition of the region."""

    NAME = "AWS::IAM::Role"
    REQUIRED = frozenset({"AssumeRolePolicyDocument"})
    OPTIONAL = frozenset({"Description", "ManagedPolicyArns", "Path", "Policies", "RoleName", "Tags"})
    REPLACING = frozenset({"Path", "RoleName"})
    ATTRIBUTES = frozenset({"Arn", "RoleId"})

    def create(self, properties: Properties) -> str:
        """Make a role and attach its policies."""
        name: str = properties.get("RoleName") or self.place.generated_name()
        self.call(
            "iam",
            "create_role",
            RoleName=name,
            AssumeRolePolicyDocument=document(properties["AssumeRolePolicyDocument"]),
            Path=properties.get("Path"),
            Description=properties.get("Description"),
            Tags=properties.get("Tags"),
        )
        with self.whole(name, properties):
            self._attach(name, properties)
        return name

    def read(self, physical_id: str, properties: Properties) -> dict[str, str]:
        """Return the ARN and the id."""
        role = self.call("iam", "get_role", RoleName=physical_id)["Role"]
        return {"Arn": role["Arn"], "RoleId": role["RoleId"]}

    def delete(self, physical_id: str, properties: Properties) -> None:
        """Delete the role; a policy that somebody attached by hand is in the way, as with AWS."""
        for arn in properties.get("ManagedPolicyArns", []):
            if arn in self._attached(physical_id):
                self.call("iam", "detach_role_policy", RoleName=physical_id, PolicyArn=arn)
        for name in self.call("iam", "list_role_policies", RoleName=physical_id)["PolicyNames"]:
            self.call("iam", "delete_role_policy", RoleName=physical_id, PolicyName=name)
        self.call("iam", "delete_role", RoleName=physical_id)

    def _attach(self, name: str, properties: Properties) -> None:
        for arn in properties.get("ManagedPolicyArns", []):
            if not arn.startswith(f"arn:{self.place.account.partition}:"):
                raise ResourceError(f"Policy {arn} does not exist or is not attachable.")
            self.call("iam", "attach_role_policy", RoleName=name, PolicyArn=arn)
        for policy in properties.get("Policies", []):
            text = document(policy["PolicyDocument"])
            self.call("iam", "put_role_policy", RoleName=name, PolicyName=policy["PolicyName"], PolicyDocument=text)

    def _attached(self, name: str) -> list[str]:
        attached = self.call("iam", "list_attached_role_policies", RoleName=name)["AttachedPolicies"]
        return [policy["PolicyArn"] for policy in attached]


def document(policy: object) -> str:
    """Write a policy as the API has it; a template may hold it as text already."""
    return policy if isinstance(policy, str) else json.dumps(policy)


class InstanceProfile(ResourceType):
    """The wrapping in which an instance gets a role."""

    NAME = "AWS::IAM::InstanceProfile"
    REQUIRED = frozenset({"Roles"})
    OPTIONAL = frozenset({"InstanceProfileName", "Path"})
    REPLACING = frozenset({"InstanceProfileName", "Path"})
    ATTRIBUTES = frozenset({"Arn"})

    def create(self, properties: Properties) -> str:
        """Make a profile and put the role in."""
        name: str = properties.get("InstanceProfileName") or self.place.generated_name()
        self.call("iam", "create_instance_profile", InstanceProfileName=name, Path=properties.get("Path"))
        with self.whole(name, properties):
            self._put_in(name, properties["Roles"])
        return name

    def read(self, physical_id: str, properties: Properties) -> dict[str, str]:
        """Return the ARN."""
        return {"Arn": self._describe(physical_id)["Arn"]}

    def delete(self, physical_id: str, properties: Properties) -> None:
        """Take the role out and delete the profile."""
        for role in self._describe(physical_id)["Roles"]:
            name = role["RoleName"]
            self.call("iam", "remove_role_from_instance_profile", InstanceProfileName=physical_id, RoleName=name)
        self.call("iam", "delete_instance_profile", InstanceProfileName=physical_id)

    def _put_in(self, name: str, roles: list[str]) -> None:
        for role in roles:
            self.call("iam", "add_role_to_instance_profile", InstanceProfileName=name, RoleName=role)

    def _describe(self, name: str) -> dict[str, Any]:
        found: dict[str, Any] = self.call("iam", "get_instance_profile", InstanceProfileName=name)["InstanceProfile"]
        return found
