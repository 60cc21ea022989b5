"""No address dies: ``docs/redirects.txt`` says where what was at an old address is now.

An old page becomes a page that leads on; an old anchor stays as an empty element at its new place or, when that is on
another page, leads there by a script. All of it works on a host that only serves files.
"""

from __future__ import annotations

import html
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from languages import LANGUAGES
from sphinx.errors import ConfigError

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.config import Config

LIST = "redirects.txt"
ADDRESS = re.compile(r"([a-z0-9/-]+\.html)(?:#([a-z0-9-]+))?")
ANCHOR = re.compile(r'\bid="([^"]+)"')
MOVED = {"zh_CN": "这个页面已经搬到：", "en": "This page has moved to:"}
MOVED_ANCHORS = """<script>
(() => {{
  const moved = {moved};
  const go = () => moved[location.hash] && location.replace(moved[location.hash]);
  addEventListener("hashchange", go);
  go();
}})();
</script>"""
MOVED_PAGE = """<!doctype html>
<html lang="{tag}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<meta name="description" content="{said} {title}">
<title>{title} - {project}</title>
<link rel="canonical" href="{canonical}">
<script>location.replace(({moved})[location.hash] ?? {target} + {keep});</script>
<noscript><meta http-equiv="refresh" content="0; url={address}"></noscript>
</head>
<body><main><h1>{said}</h1><p><a href="{address}">{title}</a></p></main></body>
</html>
"""


class BadRedirect(ConfigError):  # noqa: N818  # a word of the domain
    """A line that leads nowhere, or leads away from something that is still there; the message says what to write."""


@dataclass(frozen=True)
class Redirect:
    """An old address and where its content is now; an address is a page with or without an anchor."""

    page: str
    anchor: str
    target: str
    target_anchor: str
    place: str

    @property
    def address(self) -> str:
        """Where to go, from any page of the same language."""
        return f"{self.target}#{self.target_anchor}" if self.target_anchor else self.target


def load(path: Path) -> list[Redirect]:
    """The redirects of a file, in its order.

    :raises BadRedirect: when a line is not ``old -> new``
    """
    found: list[Redirect] = []
    for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        place = f"docs/{path.name}:{number}"
        old, _, new = (part.strip() for part in line.partition("->"))
        parts = ADDRESS.fullmatch(old), ADDRESS.fullmatch(new)
        if not (parts[0] and parts[1]):
            raise BadRedirect(f"{place}: '{line}' is no redirect; write old-page.html#anchor -> new-page.html#anchor.")
        page, anchor, target, target_anchor = (part or "" for match in parts if match for part in match.groups())
        if any((each.page, each.anchor) == (page, anchor) for each in found):
            raise BadRedirect(f"{place}: '{old}' is redirected twice; keep one of the lines.")
        found.append(Redirect(page, anchor, target, target_anchor, place))
    return found


def leave_traces(
    app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Keep the old anchors of a page that is still there."""
    moved = {}
    for redirect in app.config.guide_redirects:
        if redirect.page != f"{page}.html" or not redirect.anchor:
            continue
        if redirect.target != redirect.page:
            moved[f"#{redirect.anchor}"] = redirect.address
        elif redirect.target_anchor and isinstance(context.get("body"), str):
            anchor = redirect.target_anchor
            here = re.compile(rf'(<section id="{anchor}"[^>]*>|(?=<\w+[^>]*\bid="{anchor}"))')
            context["body"] = here.sub(rf'\1<span id="{redirect.anchor}"></span>', context["body"], count=1)
    if moved:
        context["metatags"] = context.get("metatags", "") + MOVED_ANCHORS.format(moved=json.dumps(moved))


def publish(app: Sphinx, failure: Exception | None) -> None:
    """Write the old pages, and make sure that each redirect leads from nothing to something."""
    if failure or app.builder.name != "html" or not app.config.guide_redirects:
        return
    out = Path(app.outdir)
    pages = {f"{page}.html": (out / f"{page}.html").read_text("utf-8") for page in app.env.found_docs}
    for redirect in app.config.guide_redirects:
        prove(redirect, pages)
    gone = {redirect.page for redirect in app.config.guide_redirects} - set(pages)
    for page in sorted(gone):
        (out / page).write_text(leading_on(app, page), "utf-8")


def prove(redirect: Redirect, pages: dict[str, str]) -> None:
    """See that a redirect is needed and leads somewhere.

    :raises BadRedirect: when it does not
    """
    if redirect.target not in pages:
        raise BadRedirect(f"{redirect.place}: there is no page {redirect.target}; name one that is there.")
    if redirect.target_anchor and redirect.target_anchor not in ANCHOR.findall(pages[redirect.target]):
        raise BadRedirect(
            f"{redirect.place}: {redirect.target} has no anchor #{redirect.target_anchor}; name one of its own."
        )
    if redirect.page in pages:
        if not redirect.anchor:
            raise BadRedirect(f"{redirect.place}: the page {redirect.page} is still there; delete this line.")
        if f'<section id="{redirect.anchor}"' in pages[redirect.page]:
            raise BadRedirect(f"{redirect.place}: {redirect.page}#{redirect.anchor} is still there; delete this line.")


def leading_on(app: Sphinx, page: str) -> str:
    """The page at an old address: for scripts, for browsers without them, for readers, for search engines."""
    lines = [redirect for redirect in app.config.guide_redirects if redirect.page == page]
    whole = next((redirect for redirect in lines if not redirect.anchor), None)
    if whole is None:
        raise BadRedirect(f"{lines[0].place}: the page {page} is gone as a whole; add '{page} -> new-page.html'.")
    language = next(each for each in LANGUAGES if each.code == app.config.language)
    site = app.config.guide_site.rstrip("/")
    return MOVED_PAGE.format(
        tag=language.tag,
        said=MOVED[language.code],
        title=html.escape(app.env.titles[whole.target.removesuffix(".html")].astext()),
        project=html.escape(app.config.project),
        canonical=f"{site}/{language.folder}{whole.target}" if site else whole.target,
        moved=json.dumps({f"#{redirect.anchor}": redirect.address for redirect in lines if redirect.anchor}),
        target=json.dumps(whole.address),
        keep='""' if whole.target_anchor else "location.hash",
        address=whole.address,
    )


def read(app: Sphinx, config: Config) -> None:
    """Read the list; all pages are written again when it changes."""
    config.guide_redirects = load(Path(app.srcdir) / LIST) if (Path(app.srcdir) / LIST).is_file() else []


def setup(app: Sphinx) -> dict[str, bool]:
    """After the tabs and the pictures, so that the anchors are those of the finished page."""
    app.setup_extension("languages")
    app.add_config_value("guide_redirects", [], "html", [list])
    app.connect("config-inited", read)
    app.connect("html-page-context", leave_traces, priority=950)
    app.connect("build-finished", publish, priority=800)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
