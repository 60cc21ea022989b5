"""The price list: what an instance costs per hour."""

from __future__ import annotations

import json
from typing import Any

from rehearsal.cloud.moto_private import ActionResult, BaseResponse, EC2Backend, ec2_backends, parameters_of
from rehearsal.cloud.region import Offering, region

SERVICE = "AmazonEC2"


class Pricing(BaseResponse):
    """Answers for the Price List Query API, which in China is asked in the region itself."""

    def __init__(self) -> None:
        super().__init__(service_name="pricing")

    def describe_services(self) -> ActionResult:
        """Name the services and what their products are told apart by; only EC2 is rehearsed."""
        return ActionResult({"Services": [{"ServiceCode": SERVICE, "AttributeNames": sorted(self._products()[0])}]})

    def get_attribute_values(self) -> ActionResult:
        """Name all values of an attribute, such as ``instanceType``."""
        name = parameters_of(self)["AttributeName"]
        values = sorted({product[name] for product in self._products() if name in product})
        return ActionResult({"AttributeValues": [{"Value": value} for value in values]})

    def get_products(self) -> ActionResult:
        """Return the products that match all filters, each as JSON in a string, as AWS does."""
        filters = {each["Field"]: each["Value"] for each in parameters_of(self).get("Filters") or []}
        matching = [
            product for product in self._products() if all(product.get(key) == value for key, value in filters.items())
        ]
        return ActionResult({"FormatVersion": "aws_v1", "PriceList": [json.dumps(priced(each)) for each in matching]})

    def _products(self) -> list[dict[str, str]]:
        ec2 = ec2_backends[self.current_account][region().name]
        return [attributes(each, ec2) for each in region().offerings.values() if each.price is not None]


def attributes(offering: Offering, ec2: EC2Backend) -> dict[str, str]:
    """Return what an on-demand Linux instance is told apart by in the price list."""
    facts = ec2.describe_instance_types([offering.name])[0]
    shown = {
        "servicecode": SERVICE,
        "servicename": "Amazon Elastic Compute Cloud",
        "location": region().location,
        "locationType": "AWS Region",
        "regionCode": region().name,
        "instanceType": offering.name,
        "operatingSystem": "Linux",
        "tenancy": "Shared",
        "capacitystatus": "Used",
        "preInstalledSw": "NA",
        "operation": "RunInstances",
        "vcpu": str(facts["VCpuInfo"]["DefaultVCpus"]),
        "memory": f"{facts['MemoryInfo']['SizeInMiB'] // 1024} GiB",
    }
    gpus = facts.get("GpuInfo", {}).get("Gpus", [])
    return shown | ({"gpu": str(gpus[0]["Count"])} if gpus else {})


def priced(product: dict[str, str]) -> dict[str, Any]:
    """Return a product with its price, in the form of the price list. Codes that AWS makes up are made up here."""
    price = region().offerings[product["instanceType"]].price
    code = "REHEARSAL" + product["instanceType"].upper().replace(".", "")
    dimension = {
        "unit": "Hrs",
        "beginRange": "0",
        "endRange": "Inf",
        "description": f"¥{price} per On Demand Linux {product['instanceType']} Instance Hour ({region().prices_from})",
        "appliesTo": [],
        "rateCode": f"{code}.ONDEMAND.HOURS",
        "pricePerUnit": {"CNY": f"{price:.10f}"},
    }
    term = {
        "sku": code,
        "offerTermCode": "ONDEMAND",
        "effectiveDate": "2024-11-01T00:00:00Z",
        "termAttributes": {},
        "priceDimensions": {dimension["rateCode"]: dimension},
    }
    return {
        "product": {"productFamily": "Compute Instance", "sku": code, "attributes": product},
        "serviceCode": SERVICE,
        "terms": {"OnDemand": {f"{code}.ONDEMAND": term}},
        "version": "rehearsal",
        "publicationDate": "2024-11-01T00:00:00Z",
    }
