"""The types of resources that the guide's templates may use."""

from __future__ import annotations

from rehearsal.cloud.resources import computing, firewall, identity, network, watching
from rehearsal.cloud.resources.base import Place, Properties, ResourceType

__all__ = ["TYPES", "Place", "Properties", "ResourceType"]

TYPES: dict[str, type[ResourceType]] = {
    each.NAME: each
    for each in (
        network.Vpc,
        network.Subnet,
        network.InternetGateway,
        network.GatewayAttachment,
        network.RouteTable,
        network.Route,
        network.RouteTableAssociation,
        firewall.SecurityGroup,
        identity.Role,
        identity.InstanceProfile,
        computing.Instance,
        computing.LaunchTemplate,
        watching.Budget,
        watching.Alarm,
        watching.Topic,
        watching.Subscription,
    )
}
"""By the name that a template calls them."""
