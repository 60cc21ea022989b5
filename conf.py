"""Sphinx settings of the guide; https://www.sphinx-doc.org/en/master/usage/configuration.html explains each."""

from __future__ import annotations

import os
import sys
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

ROOT = Path(__file__).parent
sys.path[:0] = [str(ROOT), str(ROOT / "docs" / "_ext")]

# -- The guide ---------------------------------------------------------------------------------------------------------

TITLES = {"zh_CN": "使用 EC2 进行深度学习", "en": "Deep Learning on EC2"}
RIGHTS = {
    "zh_CN": "本指南的作者；文字和图片以 CC BY 4.0 发布",
    "en": "the authors of this guide; text and pictures CC BY 4.0",
}
author = "使用 EC2 进行深度学习 / Deep Learning on EC2"
version = release = "1.0"

extensions = [
    "sphinx_copybutton",
    "anchors",
    "before_you_start",
    "books",
    "console_labels",
    "downloads",
    "epub",
    "facts",
    "languages",
    "last_walk",
    "machines",
    "navigation",
    "pdf",
    "pictures",
    "preview",
    "progress",
    "redirects",
    "site_search",
    "sitemap",
    "template",
    "translated_tabs",
    "walkthrough.directives",
]

guide_root = str(ROOT)  # where scripts/ and cloudformation/ are

# -- Two languages -----------------------------------------------------------------------------------------------------

# Chinese is the source; English is built by `-D language=en`, which arrives after this file has run. What depends on
# the language is therefore set in setup() below.
language = "zh_CN"
locale_dirs = ["locale"]
gettext_compact = False  # one catalogue a page
gettext_location = False  # a moved line is no change for a translator
# picture.png and picture.en.png, side by side
figure_language_filename = "{root}.{language}{ext}"
# Chinese has its own quotation marks; and a command's "--" must stay two dashes.
smartquotes = False

# -- Tabs --------------------------------------------------------------------------------------------------------------

sphinx_tabs_disable_tab_closing = True  # a second click must not hide everything
# Elsewhere each tab is parsed twice, which doubles its labels.
sphinx_tabs_valid_builders = ["gettext", "linkcheck", "dummy", "pdf", "epub"]

# -- Code --------------------------------------------------------------------------------------------------------------

primary_domain = None  # the guide documents no Python objects; :type: is a verb of ours
highlight_language = "none"  # every block says what it is
# Of the accessible styles that furo brings: every colour has the contrast that small letters need.
pygments_style = "github-light-high-contrast"
pygments_dark_style = "github-dark-high-contrast"
copybutton_prompt_text = "$ "
copybutton_only_copy_prompt_lines = True  # what is typed, without the prompt and without the output
copybutton_line_continuation_character = "\\"
# A script is copied whole by its own button, never as a session.
copybutton_selector = "div.highlight pre"

# -- HTML --------------------------------------------------------------------------------------------------------------

html_theme = "furo"
html_static_path = ["docs/_static"]
# Pictures on pages are copied once, to _images.
exclude_patterns = ["_ext", "_templates", "locale", "**/images"]
templates_path = ["docs/_templates"]
html_css_files = ["guide.css", ("print.css", {"media": "print"})]
html_js_files = ["ways.js", "languages.js", "pictures.js", "reach.js", "scrollable.js"]
html_favicon = "docs/_static/favicon.svg"
html_copy_source = False
html_show_sourcelink = False
html_show_sphinx = False
html_use_index = False  # nothing is indexed by hand; the search finds everything
# The public address of the Chinese site, for search engines and previews; a build without it names no address at all.
guide_site = os.environ.get("GUIDE_SITE", "")
html_sidebars = {
    "**": [
        "sidebar/brand.html",
        "sidebar/languages.html",
        "sidebar/search.html",
        "sidebar/scroll-start.html",
        "sidebar/navigation.html",
        "sidebar/books.html",
        "sidebar/scroll-end.html",
    ]
}
# Chinese fonts that the readers' systems have; nothing is fetched from anywhere.
FONTS = (
    '-apple-system, BlinkMacSystemFont, "Segoe UI", "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", '
    '"Noto Sans CJK SC", "Source Han Sans SC", sans-serif'
)
html_theme_options = {"light_css_variables": {"font-stack": FONTS, "font-stack--headings": FONTS}}

# -- Links to other sites: make linkcheck ------------------------------------------------------------------------------

linkcheck_timeout = 20  # seconds; pages of docs.amazonaws.cn come slowly from abroad
linkcheck_retries = 2
linkcheck_workers = 2  # nobody's server is to notice that we look
linkcheck_ignore = [
    r"https?://(127\.0\.0\.1|localhost)(:\d+)?(/|$)",  # the reader's own end of a tunnel
    r"https://[a-z0-9-]+\.console\.amazonaws\.cn/",  # shows everybody a page to sign in, whatever the address
    r"scripts/[a-z_-]+\.(py|sh)$",  # made by the build beside its pages; `make test` follows these links
    r"deep-learning[a-z.-]+\.(zip|yaml)$",  # likewise
]

# -- Books -------------------------------------------------------------------------------------------------------------

epub_css_files = ["book.css"]
epub_show_urls = "no"
epub_tocscope = "includehidden"  # the front page hides its table of contents
epub_tocdepth = 2
epub_tocdup = False
epub_use_index = False
epub_cover = ("_static/cover.png", "epub-cover.html")


def speak(app: Sphinx, config: Config) -> None:
    """Set what depends on the language."""
    config.project = config.html_title = config.html_short_title = TITLES[config.language]
    config.copyright = RIGHTS[config.language]
    config.epub_language = config.language.replace("_", "-")
    if config.guide_site:
        config.html_baseurl = config.guide_site.rstrip("/") + ("/" if config.language == "zh_CN" else "/en/")


def setup(app: Sphinx) -> None:
    """Hear the language when it is known; read all pages again when what reads them has changed."""
    app.connect("config-inited", speak, priority=100)
    readers = sorted([*(ROOT / "docs" / "_ext").glob("*.py"), *(ROOT / "walkthrough").glob("*.py")])
    # Sphinx ignores an env_version of this file, but not the change of a setting.
    app.add_config_value("guide_readers", zlib.crc32(b"".join(path.read_bytes() for path in readers)), "env", [int])
