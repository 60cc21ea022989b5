"""The network of an instance: VPC, subnet, gateway, routes."""

from __future__ import annotations

from rehearsal.cloud.cloudformation.errors import ResourceError
from rehearsal.cloud.resources.base import Properties, ResourceType, TaggedEC2Type


def is_true(value: object) -> bool:
    """Read a boolean of a template, which may be a string."""
    return str(value).lower() == "true"


class Vpc(TaggedEC2Type):
    """A virtual private cloud."""

    NAME = "AWS::EC2::VPC"
    OPTIONAL = frozenset({"CidrBlock", "EnableDnsHostnames", "EnableDnsSupport", "InstanceTenancy", "Tags"})
    REPLACING = frozenset({"CidrBlock"})
    ATTRIBUTES = frozenset({"VpcId", "CidrBlock"})

    def create(self, properties: Properties) -> str:
        """Make a VPC with its DNS settings."""
        tenancy = properties.get("InstanceTenancy")
        made = self.call("ec2", "create_vpc", CidrBlock=properties["CidrBlock"], InstanceTenancy=tenancy)
        vpc: str = made["Vpc"]["VpcId"]
        for setting in ("EnableDnsSupport", "EnableDnsHostnames"):
            if setting in properties:
                value = {"Value": is_true(properties[setting])}
                self.call("ec2", "modify_vpc_attribute", VpcId=vpc, **{setting: value})
        return self.tag(vpc, properties)

    def read(self, physical_id: str, properties: Properties) -> dict[str, str]:
        """Return the id and the address range."""
        return {"VpcId": physical_id, "CidrBlock": properties["CidrBlock"]}

    def delete(self, physical_id: str, properties: Properties) -> None:
        """Delete the VPC."""
        self.call("ec2", "delete_vpc", VpcId=physical_id)


class Subnet(TaggedEC2Type):
    """A subnet; without a zone, AWS chooses one: here always the first."""

    NAME = "AWS::EC2::Subnet"
    REQUIRED = frozenset({"VpcId"})
    OPTIONAL = frozenset({"CidrBlock", "AvailabilityZone", "MapPublicIpOnLaunch", "Tags"})
    REPLACING = frozenset({"VpcId", "CidrBlock", "AvailabilityZone"})
    ATTRIBUTES = frozenset({"SubnetId", "AvailabilityZone", "VpcId", "CidrBlock"})

    def create(self, properties: Properties) -> str:
        """Make a subnet."""
        zones = self.place.account.zones()
        zone = properties.get("AvailabilityZone") or zones[0]
        if zone not in zones:
            offered = ", ".join(zones)
            raise ResourceError(
                f"Value ({zone}) for parameter availabilityZone is invalid. "
                f"Subnets can currently only be created in the following availability zones: {offered}."
            )
        where = {"VpcId": properties["VpcId"], "CidrBlock": properties.get("CidrBlock"), "AvailabilityZone": zone}
        subnet: str = self.call("ec2", "create_subnet", **where)["Subnet"]["SubnetId"]
        public = {"Value": is_true(properties.get("MapPublicIpOnLaunch", False))}
        self.call("ec2", "modify_subnet_attribute", SubnetId=subnet, MapPublicIpOnLaunch=public)
        return self.tag(subnet, properties)

    def read(self, physical_id: str, properties: Properties) -> dict[str, str]:
        """Return the ids, the zone and the address range."""
        subnet = self.call("ec2", "describe_subnets", SubnetIds=[physical_id])["Subnets"][0]
        return {name: subnet[name] for name in self.ATTRIBUTES}

    def delete(self, physical_id: str, properties: Properties) -> None:
        """Delete the subnet."""
        self.call("ec2", "delete_subnet", SubnetId=physical_id)


class InternetGateway(TaggedEC2Type):
    """A gateway to the internet."""

    NAME = "AWS::EC2::InternetGateway"
    OPTIONAL = frozenset({"Tags"})
    ATTRIBUTES = frozenset({"InternetGatewayId"})

    def create(self, properties: Properties) -> str:
        """Make a gateway, attached to nothing yet."""
        made = self.call("ec2", "create_internet_gateway")
        return self.tag(made["InternetGateway"]["InternetGatewayId"], properties)

    def read(self, physical_id: str, properties: Properties) -> dict[str, str]:
        """Return the id."""
        return {"InternetGatewayId": physical_id}

    def delete(self, physical_id: str, properties: Properties) -> None:
        """Delete the gateway."""
        self.call("ec2", "delete_internet_gateway", InternetGatewayId=physical_id)


class GatewayAttachment(ResourceType):
    """An internet gateway attached to a VPC."""

    NAME = "AWS::EC2::VPCGatewayAttachment"
    REQUIRED = frozenset({"VpcId"})
    OPTIONAL = frozenset({"InternetGatewayId"})
    REPLACING = frozenset({"VpcId"})

    def create(self, properties: Properties) -> str:
        """Attach the gateway."""
        self.call("ec2", "attach_internet_gateway", **properties)
        return f"IGW|{properties['VpcId']}"

    def delete(self, physical_id: str, properties: Properties) -> None:
        """Detach the gateway."""
        self.call("ec2", "detach_internet_gateway", **properties)


class RouteTable(TaggedEC2Type):
    """A table of routes."""

    NAME = "AWS::EC2::RouteTable"
    REQUIRED = frozenset({"VpcId"})
    OPTIONAL = frozenset({"Tags"})
    REPLACING = frozenset({"VpcId"})
    ATTRIBUTES = frozenset({"RouteTableId"})

    def create(self, properties: Properties) -> str:
        """Make a table."""
        made = self.call("ec2", "create_route_table", VpcId=properties["VpcId"])
        return self.tag(made["RouteTable"]["RouteTableId"], properties)

    def read(self, physical_id: str, properties: Properties) -> dict[str, str]:
        """Return the id."""
        return {"RouteTableId": physical_id}

    def delete(self, physical_id: str, properties: Properties) -> None:
        """Delete the table."""
        self.call("ec2", "delete_route_table", RouteTableId=physical_id)


class Route(ResourceType):
    """A route to the internet gateway."""

    NAME = "AWS::EC2::Route"
    REQUIRED = frozenset({"RouteTableId"})
    OPTIONAL = frozenset({"DestinationCidrBlock", "GatewayId"})
    REPLACING = REQUIRED | {"DestinationCidrBlock"}
    ATTRIBUTES = frozenset({"CidrBlock"})

    def create(self, properties: Properties) -> str:
        """Make the route."""
        self.call("ec2", "create_route", **properties)
        return f"{properties['RouteTableId']}|{properties['DestinationCidrBlock']}"

    def read(self, physical_id: str, properties: Properties) -> dict[str, str]:
        """Return the address range."""
        return {"CidrBlock": properties["DestinationCidrBlock"]}

    def delete(self, physical_id: str, properties: Properties) -> None:
        """Delete the route."""
        table, _, block = physical_id.partition("|")
        self.call("ec2", "delete_route", RouteTableId=table, DestinationCidrBlock=block)


class RouteTableAssociation(ResourceType):
    """A subnet that uses a table of routes."""

    NAME = "AWS::EC2::SubnetRouteTableAssociation"
    REQUIRED = frozenset({"RouteTableId", "SubnetId"})
    REPLACING = frozenset({"SubnetId"})
    ATTRIBUTES = frozenset({"Id"})

    def create(self, properties: Properties) -> str:
        """Associate the two."""
        association: str = self.call("ec2", "associate_route_table", **properties)["AssociationId"]
        return association

    def read(self, physical_id: str, properties: Properties) -> dict[str, str]:
        """Return the id."""
        return {"Id": physical_id}

    def delete(self, physical_id: str, properties: Properties) -> None:
        """Let the subnet fall back to the main table."""
        self.call("ec2", "disassociate_route_table", AssociationId=physical_id)
