"""Programs that speak Chinese and English, made to speak one of them.

In ``scripts/``, what a reader reads stands twice: a Chinese line, and right below it the English one::

    # zh: 显示参数 email 中的邮箱地址。
    # en: Shows the address in the parameter email.
    echo "地址：$address" # zh
    echo "Address: $address" # en

A page, a download and the walk have the line of their own language, without its mark.
"""

from __future__ import annotations

import re

MARKS = {"zh_CN": "zh", "en": "en"}
"""The mark of each language of the guide."""

_COMMENT = re.compile(r"(?P<start>\s*# )(?P<mark>zh|en): (?P<rest>\S.*)")
_CODE = re.compile(r"(?P<start>.*\S) +# (?P<mark>zh|en)(?P<rest>)")
_NEARLY = re.compile(r"#\s*(zh|en)\b", re.IGNORECASE)


def in_language(text: str, language: str) -> str:
    """Return a program in one language.

    Args:
        text: The program in both.
        language: ``zh_CN`` or ``en``.

    Raises:
        ValueError: If the guide has no such language, if a Chinese line has no English one right below it, or an
            English line no Chinese one right above, or if a mark is misspelt. All but the first begin with the number
            of the line.

    """
    if language not in MARKS:
        raise ValueError(f"The guide has no language {language!r}, only {' and '.join(MARKS)}.")
    kept = []
    unanswered = 0
    for number, line in enumerate(text.split("\n"), start=1):
        mark, said = _read(line, number)
        if unanswered and mark != "en":
            raise ValueError(f"line {unanswered}: no English line right below this Chinese one")
        if mark == "en" and not unanswered:
            raise ValueError(f"line {number}: no Chinese line right above this English one")
        unanswered = number if mark == "zh" else 0
        if mark in (None, MARKS[language]):
            kept.append(said)
    if unanswered:
        raise ValueError(f"line {unanswered}: no English line right below this Chinese one")
    return "\n".join(kept)


def _read(line: str, number: int) -> tuple[str | None, str]:
    """Take a line apart into its mark, if it has one, and what is left without it."""
    match = _COMMENT.fullmatch(line) or _CODE.fullmatch(line)
    if match:
        return match["mark"], match["start"] + match["rest"]
    if _NEARLY.search(line):
        raise ValueError(
            f"line {number}: a mark is '# zh: …' before a comment or '# zh' after code, or the same with en"
        )
    return None, line
