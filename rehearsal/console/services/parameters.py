"""Systems Manager → Parameter Store."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from rehearsal.cloud import Cloud

PUBLIC = "/aws/service"
GIVEN = ("Name", "Description", "Tier", "Type", "DataType", "Value", "Tags")
"""Fields of the form, named as in PutParameter."""


class Parameters:
    """The parameters of the account, and the public ones."""

    def __init__(self, cloud: Cloud) -> None:
        self.cloud = cloud

    def routes(self) -> dict[str, Callable[[dict[str, Any]], Any]]:
        """What the browser may ask for."""
        return {
            "GET parameters": self.all,
            "GET parameters/public": self.public,
            "GET parameter": self.one,
            "POST parameters": self.create,
            "POST parameters/delete": self.delete,
        }

    def all(self, _asked: dict[str, Any]) -> list[dict[str, Any]]:
        """List the parameters of the account by name."""
        pages = self.cloud.client("ssm").get_paginator("describe_parameters").paginate()
        return sorted((each for page in pages for each in page["Parameters"]), key=lambda each: str(each["Name"]))

    def public(self, _asked: dict[str, Any]) -> list[dict[str, Any]]:
        """List the parameters that AWS publishes."""
        ask = self.cloud.client("ssm").get_paginator("get_parameters_by_path")
        pages = ask.paginate(Path=PUBLIC, Recursive=True)
        return sorted((each for page in pages for each in page["Parameters"]), key=lambda each: str(each["Name"]))

    def one(self, asked: dict[str, Any]) -> dict[str, Any]:
        """Describe one parameter, with its value."""
        ssm, name = self.cloud.client("ssm"), asked["Name"]
        value = ssm.get_parameter(Name=name, WithDecryption=True)["Parameter"]
        filters = [{"Key": "Name", "Option": "Equals", "Values": [name]}]
        described = ssm.describe_parameters(ParameterFilters=filters)["Parameters"]
        return {**(described[0] if described else {}), **value}

    def create(self, asked: dict[str, Any]) -> dict[str, Any]:
        """Create a parameter; one that is there already stays as it is, and AWS says so."""
        given = {name: asked[name] for name in GIVEN if asked.get(name)}
        answer: dict[str, Any] = self.cloud.client("ssm").put_parameter(**{"Name": "", "Value": "", **given})
        return {"Version": answer["Version"]}

    def delete(self, asked: dict[str, Any]) -> dict[str, Any]:
        """Delete parameters."""
        answer = self.cloud.client("ssm").delete_parameters(Names=asked["Names"])
        return {name: answer.get(name, []) for name in ("DeletedParameters", "InvalidParameters")}
