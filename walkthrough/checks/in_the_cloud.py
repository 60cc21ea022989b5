"""What must be true in the cloud after each step, whatever the way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from walkthrough.checks.registry import Seen, check
from walkthrough.failure import expect
from walkthrough.state import QUOTAS, budgets, instances, inventory, parameters, quotas, stacks

if TYPE_CHECKING:
    from rehearsal.cloud import Cloud

ADDRESS = "you@example.com"
STACK = "DeepLearning"


def instance(cloud: Cloud) -> dict[str, Any]:
    """The one instance there should be, as the API describes it.

    :raises Unmet: when there is another number of them
    """
    found = [
        each
        for reservation in cloud.client("ec2").describe_instances()["Reservations"]
        for each in reservation["Instances"]
        if each["State"]["Name"] != "terminated"
    ]
    expect("the number of instances", 1, len(found))
    return dict(found[0])


@check
def open_console(seen: Seen) -> None:
    """A console that is not the global one."""
    seen.shows("Amazon")


@check
def who_am_i(seen: Seen) -> None:
    """The account, and that it is of the China partition."""
    identity = seen.cloud.client("sts").get_caller_identity()
    seen.shows(identity["Account"], identity["Arn"], "arn:aws-cn:")


@check
def check_offering(seen: Seen) -> None:
    """Every zone that offers the type, and no other."""
    _zones(seen, "g5.xlarge")


@check
def check_p3(seen: Seen) -> None:
    """The same for P3, which the rehearsal's region does not offer."""
    _zones(seen, "p3.2xlarge")


def _zones(seen: Seen, kind: str) -> None:
    offered = seen.cloud.client("ec2").describe_instance_type_offerings(
        LocationType="availability-zone", Filters=[{"Name": "instance-type", "Values": [kind]}]
    )["InstanceTypeOfferings"]
    zones = {zone["ZoneName"] for zone in seen.cloud.client("ec2").describe_availability_zones()["AvailabilityZones"]}
    expect(
        f"the zones shown for {kind}", {each["Location"] for each in offered}, {z for z in zones if z in seen.output}
    )
    seen.shows(kind)


@check
def check_price(seen: Seen) -> None:
    """A price in two digits, for the type that was asked for."""
    seen.shows("g5.xlarge", "9.51")


@check
def check_quota(seen: Seen) -> None:
    """The quota's code and its value."""
    seen.shows(QUOTAS["G and VT"], f"{quotas(seen.cloud)['G and VT']:.0f}")


@check
def request_quota(seen: Seen) -> None:
    """The quota is raised, as the rehearsal approves at once, and no other is."""
    expect("the vCPU quotas", {"G and VT": 4.0, "P": 0.0}, quotas(seen.cloud))


@check
def check_image(seen: Seen) -> None:
    """The image that the public parameter names."""
    name = "/aws/service/deeplearning/ami/x86_64/oss-nvidia-driver-gpu-pytorch-2.12-ubuntu-24.04/latest/ami-id"
    seen.shows(
        seen.cloud.client("ssm").get_parameter(Name=name)["Parameter"]["Value"], "Deep Learning OSS Nvidia Driver"
    )


@check
def keep_image(seen: Seen) -> None:
    """The parameter holds the newest image, as a kind of parameter that EC2 checks."""
    wanted = {"Name": "name", "Values": ["Deep Learning OSS Nvidia Driver AMI GPU PyTorch*Ubuntu 24.04*"]}
    images = seen.cloud.client("ec2").describe_images(Owners=["amazon"], Filters=[wanted])["Images"]
    newest = max(images, key=lambda image: str(image["CreationDate"]))
    found = seen.cloud.client("ssm").get_parameter(Name="deep-learning-image")["Parameter"]
    expect(
        "the parameter deep-learning-image", (newest["ImageId"], "aws:ec2:image"), (found["Value"], found["DataType"])
    )


@check
def put_email(seen: Seen) -> None:
    """The parameter has the exact name that the template looks for, and the reader's address."""
    found = seen.cloud.client("ssm").describe_parameters()["Parameters"]
    types = {each["Name"]: each["Type"] for each in found if "@" in parameters(seen.cloud).get(each["Name"], "")}
    expect("the parameters with an address", {"email": "String"}, types)
    expect("the parameter email", ADDRESS, parameters(seen.cloud).get("email"))


@check
def see_email(seen: Seen) -> None:
    """The address."""
    seen.shows(ADDRESS)


@check
def deploy_stack(seen: Seen) -> None:
    """The stack is complete; the instance is private, its budget and its brake are there."""
    expect("the stack's status", "CREATE_COMPLETE", stacks(seen.cloud).get(STACK, {}).get("status"))
    (running,) = instances(seen.cloud) or [{}]
    wanted = {"name": STACK, "state": "running", "type": "g5.xlarge", "metadata": "required", "inbound": []}
    expect("the instance", wanted, {key: running.get(key) for key in wanted})
    alerts = [f"ACTUAL 70% {ADDRESS}", f"FORECASTED 100% {ADDRESS}"]
    expect("the budget", [{"limit": "10000 CNY", "alerts": alerts}], budgets(seen.cloud))
    there = inventory(seen.cloud)
    expect("the disks", ["200 GiB gp3 encrypted"], there["volumes"])
    expect("the policies of the role", [["arn:aws-cn:iam::aws:policy/AmazonSSMManagedInstanceCore"]], there["roles"])
    expect("the number of idle alarms", 1, len(there["alarms"]))
    managed = seen.cloud.client("ssm").describe_instance_information()["InstanceInformationList"]
    online = [each["InstanceId"] for each in managed if each["PingStatus"] == "Online"]
    expect("the instances that Session Manager reaches", [instance(seen.cloud)["InstanceId"]], online)


@check
def read_outputs(seen: Seen) -> None:
    """Each output of the stack, with the values of now."""
    outputs = seen.cloud.client("cloudformation").describe_stacks(StackName=STACK)["Stacks"][0]["Outputs"]
    seen.shows(*(output["OutputKey"] for output in outputs))
    now = instance(seen.cloud)
    seen.shows(now["InstanceId"], now["PublicIpAddress"])


@check
def choose_instance(seen: Seen) -> None:
    """The reader sees the instance among those that Session Manager reaches."""
    seen.shows(instance(seen.cloud)["InstanceId"])


@check
def allow_ssh(seen: Seen) -> None:
    """Port 22 is open to one address, and nothing else is open."""
    expect("what is let in", ["tcp 22 203.0.113.7/32"], instances(seen.cloud)[0]["inbound"])


@check
def stop_instance(seen: Seen) -> None:
    """Stopped, with its disk, without an address."""
    now = instances(seen.cloud)[0]
    expect("the instance", ("stopped", False), (now["state"], now["has_address"]))
    expect("the number of disks", 1, len(inventory(seen.cloud)["volumes"]))


@check
def start_instance(seen: Seen) -> None:
    """Running, and the reader is told its new address."""
    now = instance(seen.cloud)
    expect("the instance's state", "running", now["State"]["Name"])
    seen.shows(now["PublicIpAddress"])


@check
def delete_stack(seen: Seen) -> None:
    """Everything that the stack made is gone; the parameters, which are not its own, stay."""
    there = inventory(seen.cloud)
    for kind in ("stacks", "instances", "volumes", "roles", "budgets", "alarms"):
        expect(f"the {kind}", [], list(there[kind]))
    expect("the networks", 0, there["network"]["networks"])


@check
def delete_email(seen: Seen) -> None:
    """No address of the reader's is left."""
    expect(
        "the parameters with an address", [], [name for name, value in parameters(seen.cloud).items() if "@" in value]
    )


@check
def delete_kept_image(seen: Seen) -> None:
    """No parameter of the reader's is left."""
    expect("the parameters", {}, parameters(seen.cloud))


@check
def see_what_is_left(seen: Seen) -> None:
    """What the reader is told, that nothing is left, is so."""
    there = inventory(seen.cloud)
    expect("what is left", {}, {kind: found for kind, found in there.items() if found and kind != "network"})
    expect("the networks", 0, there["network"]["networks"])
