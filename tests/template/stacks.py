"""Stacks of the template on the rehearsal cloud."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tests.template.document import the_template

if TYPE_CHECKING:
    from rehearsal.cloud import Cloud

NAME = "DeepLearning"
ADDRESS = "you@example.com"


@dataclass(frozen=True)
class Stack:
    """A stack that was deployed.

    :ivar resources: the physical id of each resource, by logical id
    :ivar outputs: the value of each output, by key
    """

    cloud: Cloud
    name: str
    resources: dict[str, str]
    outputs: dict[str, str]

    def instance(self) -> dict[str, Any]:
        """Describe the instance as EC2 does."""
        found = self.cloud.client("ec2").describe_instances(InstanceIds=[self.outputs["InstanceId"]])
        instance: dict[str, Any] = found["Reservations"][0]["Instances"][0]
        return instance

    def inbound(self) -> list[dict[str, Any]]:
        """List the inbound rules of the security group as EC2 does."""
        found = self.cloud.client("ec2").describe_security_groups(GroupIds=[self.resources["SecurityGroup"]])
        rules: list[dict[str, Any]] = found["SecurityGroups"][0]["IpPermissions"]
        return rules

    def update(self, **parameters: str) -> Stack:
        """Change some parameters and leave the others as they are."""
        formation = self.cloud.client("cloudformation")
        previous = [
            {"ParameterKey": key, "UsePreviousValue": True}
            for key in the_template().data["Parameters"]
            if key not in parameters
        ]
        formation.update_stack(
            StackName=self.name,
            UsePreviousTemplate=True,
            Parameters=previous + _given(parameters),
            Capabilities=["CAPABILITY_IAM"],
        )
        formation.get_waiter("stack_update_complete").wait(StackName=self.name)
        return _look(self.cloud, self.name)

    def delete(self) -> None:
        """Delete the stack and wait until it is gone."""
        formation = self.cloud.client("cloudformation")
        formation.delete_stack(StackName=self.name)
        formation.get_waiter("stack_delete_complete").wait(StackName=self.name)


def deploy(cloud: Cloud, name: str = NAME, **parameters: str) -> Stack:
    """Deploy the template with the given parameters and the defaults of the others.

    :raises botocore.exceptions.ClientError: when CloudFormation refuses the template or a parameter
    :raises botocore.exceptions.WaiterError: when a resource cannot be created
    """
    formation = cloud.client("cloudformation")
    formation.create_stack(
        StackName=name,
        TemplateBody=the_template().text,
        Parameters=_given(parameters),
        Capabilities=["CAPABILITY_IAM"],
    )
    formation.get_waiter("stack_create_complete").wait(StackName=name)
    return _look(cloud, name)


def _given(parameters: dict[str, str]) -> list[dict[str, Any]]:
    return [{"ParameterKey": key, "ParameterValue": value} for key, value in parameters.items()]


def _look(cloud: Cloud, name: str) -> Stack:
    formation = cloud.client("cloudformation")
    found = formation.describe_stack_resources(StackName=name)["StackResources"]
    outputs = formation.describe_stacks(StackName=name)["Stacks"][0]["Outputs"]
    return Stack(
        cloud,
        name,
        {resource["LogicalResourceId"]: resource["PhysicalResourceId"] for resource in found},
        {output["OutputKey"]: output["OutputValue"] for output in outputs},
    )


def everything(cloud: Cloud) -> dict[str, list[str]]:
    """List whatever the template could leave behind, by kind."""
    ec2, iam = cloud.client("ec2"), cloud.client("iam")
    account = cloud.client("sts").get_caller_identity()["Account"]
    instances = [i for r in ec2.describe_instances()["Reservations"] for i in r["Instances"]]
    budgets = cloud.client("budgets").describe_budgets(AccountId=account).get("Budgets", [])
    alarms = cloud.client("cloudwatch").describe_alarms()["MetricAlarms"]
    return {
        "alarms": [alarm["AlarmName"] for alarm in alarms],
        "budgets": [budget["BudgetName"] for budget in budgets],
        "gateways": [gateway["InternetGatewayId"] for gateway in ec2.describe_internet_gateways()["InternetGateways"]],
        "instances": [i["InstanceId"] for i in instances if i["State"]["Name"] != "terminated"],
        "profiles": [p["InstanceProfileName"] for p in iam.list_instance_profiles()["InstanceProfiles"]],
        "roles": [role["RoleName"] for role in iam.list_roles()["Roles"]],
        "route tables": [table["RouteTableId"] for table in ec2.describe_route_tables()["RouteTables"]],
        "security groups": [group["GroupId"] for group in ec2.describe_security_groups()["SecurityGroups"]],
        "subnets": [subnet["SubnetId"] for subnet in ec2.describe_subnets()["Subnets"]],
        "volumes": [volume["VolumeId"] for volume in ec2.describe_volumes()["Volumes"]],
        "vpcs": [vpc["VpcId"] for vpc in ec2.describe_vpcs()["Vpcs"]],
    }
