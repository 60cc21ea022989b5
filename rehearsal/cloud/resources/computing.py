"""The instance itself, and the launch template that may describe it."""

from __future__ import annotations

import base64
from typing import Any

from rehearsal.cloud.cloudformation.errors import ResourceError
from rehearsal.cloud.resources.base import Properties, ResourceType, TaggedEC2Type
from rehearsal.cloud.resources.network import is_true

EBS = frozenset({"DeleteOnTermination", "Encrypted", "Iops", "KmsKeyId", "SnapshotId", "VolumeSize", "VolumeType"})
"""What CloudFormation lets one say of a volume. ``Throughput`` is not among it, though the API has it."""


class Instance(TaggedEC2Type):
    """An instance. Its type is changed by stopping and starting it, which gives it another public address."""

    NAME = "AWS::EC2::Instance"
    SAME_IN_API = frozenset(
        {
            "BlockDeviceMappings",
            "DisableApiTermination",
            "EbsOptimized",
            "ImageId",
            "InstanceInitiatedShutdownBehavior",
            "InstanceType",
            "KeyName",
            "MetadataOptions",
            "SecurityGroupIds",
            "SubnetId",
        }
    )
    OPTIONAL = SAME_IN_API | {
        "AvailabilityZone",
        "IamInstanceProfile",
        "LaunchTemplate",
        "Monitoring",
        "PropagateTagsToVolumeOnCreation",
        "Tags",
        "UserData",
    }
    CHANGEABLE = frozenset({"InstanceType", "SecurityGroupIds", "Tags"})
    REPLACING = frozenset({"AvailabilityZone", "BlockDeviceMappings", "ImageId", "KeyName", "SubnetId"})
    ATTRIBUTES = frozenset(
        {"AvailabilityZone", "InstanceId", "PrivateDnsName", "PrivateIp", "PublicDnsName", "PublicIp", "VpcId"}
    )

    def create(self, properties: Properties) -> str:
        """Run an instance."""
        request = self._from_launch_template(properties)
        request |= {name: properties[name] for name in self.SAME_IN_API if name in properties}
        check_volumes(request.get("BlockDeviceMappings", []))
        if "AvailabilityZone" in properties:
            request["Placement"] = {"AvailabilityZone": properties["AvailabilityZone"]}
        if "IamInstanceProfile" in properties:
            request["IamInstanceProfile"] = {"Name": properties["IamInstanceProfile"]}
        if "Monitoring" in properties:
            request["Monitoring"] = {"Enabled": is_true(properties["Monitoring"])}
        if "UserData" in properties:
            request["UserData"] = base64.b64decode(properties["UserData"])  # boto3 encodes it again
        request["TagSpecifications"] = self._tag_specifications(properties)
        instance: str = self.call("ec2", "run_instances", MinCount=1, MaxCount=1, **request)["Instances"][0][
            "InstanceId"
        ]
        return self.tag(instance, properties)

    def read(self, physical_id: str, properties: Properties) -> dict[str, str]:
        """Return addresses and names; an address that is not there is empty."""
        there = self._describe(physical_id)
        return {
            "AvailabilityZone": there["Placement"]["AvailabilityZone"],
            "InstanceId": physical_id,
            "PrivateDnsName": there.get("PrivateDnsName", ""),
            "PrivateIp": there.get("PrivateIpAddress", ""),
            "PublicDnsName": there.get("PublicDnsName", ""),
            "PublicIp": there.get("PublicIpAddress", ""),
            "VpcId": there.get("VpcId", ""),
        }

    def update(self, physical_id: str, old: Properties, new: Properties) -> None:
        """Change the type, the security groups and the tags."""
        if old.get("InstanceType") != new.get("InstanceType"):
            self._change_type(physical_id, new["InstanceType"])
        if old.get("SecurityGroupIds") != new.get("SecurityGroupIds"):
            groups = new["SecurityGroupIds"]
            self.call("ec2", "modify_instance_attribute", InstanceId=physical_id, Groups=groups)
        super().update(physical_id, old, new)

    def delete(self, physical_id: str, properties: Properties) -> None:
        """Terminate the instance."""
        self.call("ec2", "terminate_instances", InstanceIds=[physical_id])
        self._await(physical_id, "terminated")

    def _change_type(self, instance: str, wanted: str) -> None:
        running = self._describe(instance)["State"]["Name"] == "running"
        if running:
            self.call("ec2", "stop_instances", InstanceIds=[instance])
            self._await(instance, "stopped")
        before = self._describe(instance)["InstanceType"]
        try:
            self._set_type(instance, wanted, start=running)
        except ResourceError:
            self._set_type(instance, before, start=running)
            raise

    def _set_type(self, instance: str, wanted: str, start: bool) -> None:
        self.call("ec2", "modify_instance_attribute", InstanceId=instance, InstanceType={"Value": wanted})
        if start:
            self.call("ec2", "start_instances", InstanceIds=[instance])
            self._await(instance, "running")

    def _await(self, instance: str, state: str) -> None:
        """Look until a state is reached; states in between may be set to last some looks."""
        while self._describe(instance)["State"]["Name"] != state:
            pass

    def _describe(self, instance: str) -> dict[str, Any]:
        found = self.call("ec2", "describe_instances", InstanceIds=[instance])
        there: dict[str, Any] = found["Reservations"][0]["Instances"][0]
        return there

    def _tag_specifications(self, properties: Properties) -> list[dict[str, Any]] | None:
        kinds = ["instance", "volume"] if is_true(properties.get("PropagateTagsToVolumeOnCreation", False)) else []
        tags = properties.get("Tags")
        return [{"ResourceType": kind, "Tags": tags} for kind in kinds] if tags and kinds else None

    def _from_launch_template(self, properties: Properties) -> dict[str, Any]:
        """Return what a launch template says, as far as an instance may say it too."""
        if "LaunchTemplate" not in properties:
            return {}
        asked = dict(properties["LaunchTemplate"])
        version = str(asked.pop("Version"))
        found = self.call("ec2", "describe_launch_template_versions", Versions=[version], **asked)
        data: dict[str, Any] = found["LaunchTemplateVersions"][0]["LaunchTemplateData"]
        unknown = sorted(data.keys() - self.SAME_IN_API)
        if unknown:
            raise ResourceError(f"The rehearsal does not take [{unknown[0]}] from a launch template; AWS does.")
        return data


def check_volumes(mappings: list[dict[str, Any]]) -> None:
    """Check what is said of the volumes.

    Raises:
        ResourceError: If CloudFormation has no such property.

    """
    for mapping in mappings:
        unknown = sorted(mapping.get("Ebs", {}).keys() - EBS)
        if unknown:
            raise ResourceError(f"#/BlockDeviceMappings/0/Ebs: extraneous key [{unknown[0]}] is not permitted")


class LaunchTemplate(ResourceType):
    """A launch template."""

    NAME = "AWS::EC2::LaunchTemplate"
    REQUIRED = frozenset({"LaunchTemplateData"})
    OPTIONAL = frozenset({"LaunchTemplateName", "TagSpecifications"})
    REPLACING = frozenset({"LaunchTemplateName"})
    ATTRIBUTES = frozenset({"DefaultVersionNumber", "LatestVersionNumber", "LaunchTemplateId"})

    def create(self, properties: Properties) -> str:
        """Make a launch template."""
        name = properties.get("LaunchTemplateName") or self.place.generated_name()
        data = properties["LaunchTemplateData"]
        tags = properties.get("TagSpecifications")
        asked = {"LaunchTemplateName": name, "LaunchTemplateData": data, "TagSpecifications": tags}
        made = self.call("ec2", "create_launch_template", **asked)
        template: str = made["LaunchTemplate"]["LaunchTemplateId"]
        return template

    def read(self, physical_id: str, properties: Properties) -> dict[str, str]:
        """Return the id and the numbers of the versions."""
        found = self.call("ec2", "describe_launch_templates", LaunchTemplateIds=[physical_id])["LaunchTemplates"][0]
        return {name: str(found[name]) for name in self.ATTRIBUTES}

    def delete(self, physical_id: str, properties: Properties) -> None:
        """Delete the launch template."""
        self.call("ec2", "delete_launch_template", LaunchTemplateId=physical_id)
