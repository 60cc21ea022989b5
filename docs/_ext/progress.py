"""On which page of the guide one is: a line over the pages of the front page's first table of contents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sphinx import addnodes

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


class Progress:
    """The pages of the guide in reading order, each with its short name."""

    def __init__(self) -> None:
        self.pages: dict[str, str] = {}

    def read(self, app: Sphinx, env: BuildEnvironment) -> list[str]:
        """Read them, once a build; no page must be written again for it."""
        front = env.get_doctree(app.config.root_doc)
        guide = next(iter(front.findall(addnodes.toctree)), None)
        entries = guide["entries"] if guide is not None else []
        self.pages = {page: title or env.titles[page].astext() for title, page in entries}
        return []

    def show(
        self, app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: nodes.document | None
    ) -> None:
        """Tell the template where the reader is; the guide ends on its last page, and the reference begins anew."""
        names = list(self.pages)
        if page not in self.pages:
            if names and (context.get("prev") or {}).get("link", "").startswith(f"{names[-1]}."):
                context["prev"] = None
            return
        here = names.index(page)
        context["progress"] = [
            {"title": self.pages[name], "link": context["pathto"](name), "done": place < here, "here": place == here}
            for place, name in enumerate(names)
        ]
        context["progress_here"] = here + 1
        if here == len(names) - 1:
            context["next"] = None


def setup(app: Sphinx) -> dict[str, bool]:
    """Look when all pages are read, and speak before the page is written."""
    progress = Progress()
    app.connect("env-updated", progress.read)
    app.connect("html-page-context", progress.show)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
