"""What axe finds on a page, in every state that a reader can bring it into."""

from __future__ import annotations

from typing import TYPE_CHECKING

from walkthrough.steps import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

AXE = ROOT / "rehearsal" / "console" / "web" / "node_modules" / "axe-core" / "axe.min.js"
# After two frames, in which scripts hear of what has changed.
RUN = """async () => {
  await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
  return (await axe.run()).violations.map(fault =>
    `${fault.id}: ${fault.help}: ${fault.nodes.length} x, such as ${fault.nodes[0].html.slice(0, 120)}`);
}"""
# How many ways the step with the most ways has; each strip of tabs then opens its n-th, or its last.
WAYS = """() => Math.max(0, ...Array.from(
  document.querySelectorAll('[role=tablist]'), strip => strip.children.length))"""
OPEN = """n => document.querySelectorAll('[role=tablist]').forEach(strip => {
  strip.children[Math.min(n, strip.children.length - 1)].click() })"""
# As it is without JavaScript: everything at once.
OPEN_ALL = "() => document.querySelectorAll('[role=tabpanel]').forEach(panel => { panel.hidden = false })"


def load(page: Page) -> None:
    """Bring axe into a page that has been opened."""
    assert AXE.is_file(), "axe-core is missing; in rehearsal/console/web: npm ci"
    page.evaluate(AXE.read_text("utf-8"))


def violations(page: Page) -> list[str]:
    """What axe finds on the page as it is now: the rule, what it asks for, and the elements."""
    found: list[str] = page.evaluate(RUN)
    return found


def states(page: Page) -> Iterator[str]:
    """Bring the page into one state after the other: each way open, then all of them."""
    ways: int = page.evaluate(WAYS)
    if not ways:
        yield "as it is"
        return
    for number in range(ways):
        page.evaluate(OPEN, number)
        yield f"tab {number + 1} open"
    page.evaluate(OPEN_ALL)
    yield "all tabs open"
