"""``.. machines::``: the instance types one can choose, with what they have and what they cost, from the facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util.docutils import SphinxDirective
from tables import literal, paragraph, table

if TYPE_CHECKING:
    from facts import Fact
    from sphinx.application import Sphinx

HEADERS = {
    "zh_CN": ("实例类型", "GPU", "vCPU / 内存", "每小时（元）", "不停机一个月（元）", "多少小时后到达预警"),
    "en": (
        "Instance type",
        "GPU",
        "vCPU / memory",
        "CNY per hour",
        "CNY for a full month",
        "Hours until the alert",
    ),
}
UNKNOWN = {"zh_CN": "未查到", "en": "not found"}
REGION_ONLY = {"zh_CN": "仅宁夏区域", "en": "Ningxia only"}


class MachinesDirective(SphinxDirective):
    """A row for each machine of the facts; prices are those of the facts, a month and the alert are worked out."""

    def run(self) -> list[nodes.Node]:
        """Make the table."""
        facts: dict[str, Fact] = self.config.guide_facts
        names = [key.partition(".")[2] for key in facts if key.startswith("machine.")]
        return [table(HEADERS[self.config.language], [self.row(name) for name in names], classes=["machines"])]

    def row(self, name: str) -> list[nodes.Node]:
        """One machine: its type, what it has, what it costs."""
        facts: dict[str, Fact] = self.config.guide_facts
        machine = facts[f"machine.{name}"].value
        kind = literal(name.replace("-", "."))
        if facts[f"offering.{name}"].value == ["cn-northwest-1"]:
            kind += nodes.inline(text=f" {REGION_ONLY[self.config.language]}", classes=["aside"])
        return [
            kind,
            paragraph(f"{machine['gpus']} × {machine['gpu']} {machine['gpu_memory']} GiB"),
            paragraph(f"{machine['vcpus']} / {machine['memory']} GiB"),
            *(paragraph(text) for text in self.costs(name)),
        ]

    def costs(self, name: str) -> tuple[str, str, str]:
        """CNY an hour, CNY a month, and hours until the spend reaches the alert; ``未查到`` where no price is known."""
        price = self.config.guide_facts.get(f"price.{name}")
        if price is None:
            return (UNKNOWN[self.config.language],) * 3
        month = price.value * self.config.guide_facts["month.hours"].value
        alert = self.config.guide_template.alert
        return f"{price.value:.2f}", f"{month:,.0f}", f"{alert / price.value:,.0f}"


def setup(app: Sphinx) -> dict[str, bool]:
    """Needs the facts, and the template for the amount of the alert."""
    app.setup_extension("facts")
    app.setup_extension("template")
    app.add_directive("machines", MachinesDirective)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
