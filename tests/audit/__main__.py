"""``make audit``: axe and Lighthouse on every page of ``build/html``, in both languages, as one table.

The exit status is 1 when a page is under :data:`tests.audit.lighthouse.LEAST` or axe finds anything; what to look at
follows the table. A part of a page's name after the command leaves out the others: ``python -m tests.audit deploy``.
"""

from __future__ import annotations

import itertools
import sys
from typing import TYPE_CHECKING, Literal

from tests.audit import axe, lighthouse
from tests.audit.served import Gzipping
from tests.site.hosting import hosted
from walkthrough.browser import browse
from walkthrough.steps import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import ViewportSize

SITE = ROOT / "build" / "html"
SCREENS: dict[str, ViewportSize] = {"phone": {"width": 390, "height": 844}, "desktop": {"width": 1440, "height": 900}}
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
HEADER = f"{'page':<26}{'perf':>6}{'a11y':>6}{'best':>6}{'SEO':>6}{'shift':>8}{'KB':>7}  axe"


def pages(part: str) -> list[str]:
    """The addresses of the pages under the site's root, those with ``part`` in them."""
    found = [path.relative_to(SITE).as_posix() for path in (*SITE.glob("*.html"), *SITE.glob("en/*.html"))]
    return sorted(page for page in found if part in page)


def look_with_axe(address: str) -> dict[str, str]:
    """What axe finds on a page, light and dark, on a phone and on a desktop, with each tab open: by rule, once."""
    found: dict[str, str] = {}
    with browse("zh_CN") as context:
        page = context.pages[0]
        for (screen, size), scheme in itertools.product(SCREENS.items(), SCHEMES):
            page.set_viewport_size(size)
            page.emulate_media(color_scheme=scheme)
            page.goto(address)
            axe.load(page)
            for state in axe.states(page):
                for fault in axe.violations(page):
                    found.setdefault(fault.partition(":")[0], f"{scheme}, {screen}, {state}: {fault}")
    return found


def main() -> int:
    """Print the table, then what to look at."""
    bad: list[str] = []
    print(HEADER)
    with hosted(SITE, Gzipping) as root:
        for page in pages(sys.argv[1] if len(sys.argv) > 1 else ""):
            address = f"{root}/{page}"
            report, found = lighthouse.look(address), look_with_axe(address)
            scores = "".join(f"{report.scores.get(name, '-'):>6}" for name in lighthouse.LEAST)
            print(f"{page:<26}{scores}{report.shift:>8.3f}{report.weight / 1000:>7.0f}  {len(found)}", flush=True)
            if not report.good:
                bad += [f"{page}: Lighthouse: {fault}" for fault in [*report.faults, *report.hosts] or ["too slow"]]
            bad += [f"{page}: axe: {fault}" for fault in found.values()]
    least = ", ".join(f"{name} {score}" for name, score in lighthouse.LEAST.items())
    print("\n".join(["", *bad]) if bad else f"\nEvery page has at least: {least}; no layout shift, nothing for axe.")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
