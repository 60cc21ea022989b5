"""Programs in two languages are read line by line; what is not clear is an error with the number of the line."""

from __future__ import annotations

import re

import pytest

from walkthrough.bilingual import in_language

BOTH = """\
#!/usr/bin/env bash
# zh: 显示地址。
# en: Shows the address.
address=you@example.com  # a remark of no language
  echo "地址：$address" # zh
  echo "Address: $address" # en
echo "$address"
"""


def test_chinese_alone() -> None:
    assert in_language(BOTH, "zh_CN") == (
        "#!/usr/bin/env bash\n"
        "# 显示地址。\n"
        "address=you@example.com  # a remark of no language\n"
        '  echo "地址：$address"\n'
        'echo "$address"\n'
    )


def test_english_alone() -> None:
    assert in_language(BOTH, "en") == (
        "#!/usr/bin/env bash\n"
        "# Shows the address.\n"
        "address=you@example.com  # a remark of no language\n"
        '  echo "Address: $address"\n'
        'echo "$address"\n'
    )


def test_what_has_no_marks_stays() -> None:
    assert in_language("set -e\n\ntrue", "en") == "set -e\n\ntrue"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("true\n# zh: 一\ntrue\n", "line 2: no English line right below this Chinese one"),
        ("true\n# zh: 一\n", "line 2: no English line right below this Chinese one"),
        ("# zh: 一\n# zh: 二\n# en: one\n", "line 1: no English line right below this Chinese one"),
        ("echo 一 # zh", "line 1: no English line right below this Chinese one"),
        ("true\n\n# en: one\n", "line 3: no Chinese line right above this English one"),
        ("# zh: 一\n# en: one\n# en: two\n", "line 3: no Chinese line right above this English one"),
        ("#zh: 一\n# en: one\n", "line 1: a mark is '# zh: …' before a comment"),
        ("# zh 一\n# en: one\n", "line 1: a mark is '# zh: …' before a comment"),
        ("# zh: 一\n# EN: one\n", "line 2: a mark is '# zh: …' before a comment"),
        ("echo 一 # zh\necho one # en: one\n", "line 2: a mark is '# zh: …' before a comment"),
        ("# zh:\n# en:\n", "line 1: a mark is '# zh: …' before a comment"),
    ],
)
def test_what_is_not_clear_is_an_error(text: str, message: str) -> None:
    for language in ("zh_CN", "en"):
        with pytest.raises(ValueError, match=f"^{re.escape(message)}"):
            in_language(text, language)


def test_a_language_that_the_guide_does_not_have() -> None:
    with pytest.raises(ValueError, match="no language 'zh', only zh_CN and en"):
        in_language("true", "zh")
