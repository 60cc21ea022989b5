"""What there is in the cloud, without the ids and times that differ from walk to walk.

Two ways of one step must leave the same state, and after the last step there must be as little as before the first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rehearsal.cloud import Cloud

QUOTAS = {"G and VT": "L-DB2E81BA", "P": "L-417A185B"}

State = dict[str, Any]


def state(cloud: Cloud) -> State:
    """Everything that is there and everything that the guide sets, by kind."""
    return inventory(cloud) | {"quotas": quotas(cloud)}


def inventory(cloud: Cloud) -> State:
    """Everything that is there and could cost money or disclose something; terminated instances are gone."""
    return {
        "parameters": parameters(cloud),
        "stacks": stacks(cloud),
        "instances": instances(cloud),
        "volumes": volumes(cloud),
        "network": network(cloud),
        "roles": roles(cloud),
        "budgets": budgets(cloud),
        "alarms": alarms(cloud),
    }


def parameters(cloud: Cloud) -> dict[str, str]:
    """The account's own parameters of Parameter Store, with their values."""
    ssm = cloud.client("ssm")
    names = [
        found["Name"] for found in ssm.describe_parameters()["Parameters"] if not found["Name"].startswith("/aws/")
    ]
    return {name: ssm.get_parameter(Name=name)["Parameter"]["Value"] for name in names}


def stacks(cloud: Cloud) -> dict[str, Any]:
    """The stacks that exist: status, parameters as entered, names of the outputs."""
    found = cloud.client("cloudformation").describe_stacks()["Stacks"]
    return {
        stack["StackName"]: {
            "status": stack["StackStatus"],
            "parameters": {each["ParameterKey"]: each["ParameterValue"] for each in stack.get("Parameters", [])},
            "outputs": sorted(each["OutputKey"] for each in stack.get("Outputs", [])),
        }
        for stack in found
    }


def instances(cloud: Cloud) -> list[dict[str, Any]]:
    """The instances that are not terminated, with their firewall and identity."""
    found = cloud.client("ec2").describe_instances()["Reservations"]
    return [
        _instance(cloud, instance)
        for reservation in found
        for instance in reservation["Instances"]
        if instance["State"]["Name"] != "terminated"
    ]


def _instance(cloud: Cloud, instance: dict[str, Any]) -> dict[str, Any]:
    groups = [group["GroupId"] for group in instance["SecurityGroups"]]
    rules = cloud.client("ec2").describe_security_groups(GroupIds=groups)["SecurityGroups"] if groups else []
    return {
        "name": next((tag["Value"] for tag in instance.get("Tags", []) if tag["Key"] == "Name"), None),
        "state": instance["State"]["Name"],
        "type": instance["InstanceType"],
        "zone": instance["Placement"]["AvailabilityZone"],
        "has_address": bool(instance.get("PublicIpAddress")),
        "metadata": instance["MetadataOptions"]["HttpTokens"],
        "inbound": sorted(inbound for group in rules for inbound in _inbound(group)),
        "has_role": "IamInstanceProfile" in instance,
    }


def _inbound(group: dict[str, Any]) -> list[str]:
    """What a security group lets in, as ``tcp 22 203.0.113.7/32``."""
    return [
        f"{rule['IpProtocol']} {rule.get('FromPort', 'all')} {source.get('CidrIp') or source.get('CidrIpv6')}"
        for rule in group["IpPermissions"]
        for source in [*rule.get("IpRanges", []), *rule.get("Ipv6Ranges", [])]
    ]


def volumes(cloud: Cloud) -> list[str]:
    """The disks, as ``200 GiB gp3 encrypted``."""
    found = cloud.client("ec2").describe_volumes()["Volumes"]
    return sorted(f"{v['Size']} GiB {v['VolumeType']}{' encrypted' if v['Encrypted'] else ''}" for v in found)


def network(cloud: Cloud) -> dict[str, int]:
    """How many networks and parts of them there are, beside the account's default network."""
    ec2 = cloud.client("ec2")
    own = [vpc["VpcId"] for vpc in ec2.describe_vpcs()["Vpcs"] if not vpc["IsDefault"]]
    groups = ec2.describe_security_groups()["SecurityGroups"]
    return {
        "networks": len(own),
        "subnets": sum(subnet["VpcId"] in own for subnet in ec2.describe_subnets()["Subnets"]),
        "gateways": len(ec2.describe_internet_gateways()["InternetGateways"]),
        "interfaces": len(ec2.describe_network_interfaces()["NetworkInterfaces"]),
        "security groups": sum(group["GroupName"] != "default" for group in groups),
        "addresses": len(ec2.describe_addresses()["Addresses"]),
    }


def roles(cloud: Cloud) -> list[list[str]]:
    """For each role the policies attached to it."""
    iam = cloud.client("iam")
    return sorted(
        [
            policy["PolicyArn"]
            for policy in iam.list_attached_role_policies(RoleName=role["RoleName"])["AttachedPolicies"]
        ]
        for role in iam.list_roles()["Roles"]
    )


def budgets(cloud: Cloud) -> list[dict[str, Any]]:
    """For each budget its limit and who is told when."""
    account = cloud.client("sts").get_caller_identity()["Account"]
    client = cloud.client("budgets")
    found = []
    for budget in client.describe_budgets(AccountId=account).get("Budgets", []):
        which = {"AccountId": account, "BudgetName": budget["BudgetName"]}
        notifications = client.describe_notifications_for_budget(**which)["Notifications"]
        found.append(
            {
                "limit": f"{float(budget['BudgetLimit']['Amount']):.0f} {budget['BudgetLimit']['Unit']}",
                "alerts": sorted(_alert(client, which, notification) for notification in notifications),
            }
        )
    return found


def _alert(client: Any, which: dict[str, str], notification: dict[str, Any]) -> str:  # noqa: ANN401
    told = client.describe_subscribers_for_notification(**which, Notification=notification)["Subscribers"]
    addresses = ", ".join(subscriber["Address"] for subscriber in told)
    return f"{notification['NotificationType']} {notification['Threshold']:.0f}% {addresses}"


def alarms(cloud: Cloud) -> list[str]:
    """The alarms: what they watch and what they do."""
    found = cloud.client("cloudwatch").describe_alarms()["MetricAlarms"]
    return sorted(
        f"{alarm['MetricName']} {alarm['ComparisonOperator']} {alarm['Threshold']} "
        f"for {alarm['Period'] * alarm['EvaluationPeriods']} s: {', '.join(alarm['AlarmActions'])}"
        for alarm in found
    )


def quotas(cloud: Cloud) -> dict[str, float]:
    """The vCPU quotas of GPU instances."""
    client = cloud.client("service-quotas")
    return {
        name: client.get_service_quota(ServiceCode="ec2", QuotaCode=code)["Quota"]["Value"]
        for name, code in QUOTAS.items()
    }


def differences(one: State, other: State, path: str = "") -> list[str]:
    """Where two states differ, as ``path: one / other``."""
    if isinstance(one, dict) and isinstance(other, dict):
        return [
            line
            for key in one | other
            for line in differences(one.get(key), other.get(key), f"{path}.{key}" if path else str(key))  # type: ignore[arg-type]
        ]
    return [] if one == other else [f"{path}: {one!r} / {other!r}"]
