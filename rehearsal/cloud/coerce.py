"""From the loose values of a template to the strict ones of an API: ``"true"`` and ``"100"`` are fine in a template."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from botocore.model import ListShape, StringShape, StructureShape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from botocore.model import Shape


def coerce(shape: Shape | None, value: Any) -> Any:  # noqa: ANN401 - as varied as an API
    """Give a value the type that the API wants; what cannot be converted stays, and botocore refuses it."""
    if shape is None or isinstance(value, bytes):
        return value
    return CONVERSIONS.get(shape.type_name, _same)(shape, value)


CHECKED_BY_THE_SERVICE = {"InstanceType"}
"""Shapes whose list of values in botocore is older or newer than the region."""


def misspelt(shape: Shape | None, value: Any, place: str = "#") -> Iterator[str]:  # noqa: ANN401 - as above
    """Yield a complaint for each value that is not among those that the API lists; botocore itself does not look."""
    if isinstance(shape, StringShape) and shape.enum and value not in shape.enum:
        if shape.name not in CHECKED_BY_THE_SERVICE:
            yield f"{place}: {value} is not a valid enum value"
    elif isinstance(shape, ListShape) and isinstance(value, list):
        for index, item in enumerate(value):
            yield from misspelt(shape.member, item, f"{place}/{index}")
    elif isinstance(shape, StructureShape) and isinstance(value, dict):
        for key, item in value.items():
            yield from misspelt(shape.members.get(key), item, f"{place}/{key}")


def _same(_: Any, value: Any) -> Any:  # noqa: ANN401
    return value


def _boolean(_: Any, value: Any) -> Any:  # noqa: ANN401
    return value.lower() == "true" if isinstance(value, str) and value.lower() in ("true", "false") else value


def _integer(_: Any, value: Any) -> Any:  # noqa: ANN401
    return int(value) if isinstance(value, str) and re.fullmatch(r"-?\d+", value) else value


def _float(_: Any, value: Any) -> Any:  # noqa: ANN401
    return float(value) if isinstance(value, (str, int)) and re.fullmatch(r"-?\d+(\.\d+)?", str(value)) else value


def _string(_: Any, value: Any) -> Any:  # noqa: ANN401
    if isinstance(value, bool):
        return str(value).lower()
    return str(value) if isinstance(value, (int, float)) else value


def _list(shape: Any, value: Any) -> Any:  # noqa: ANN401
    return [coerce(shape.member, item) for item in value] if isinstance(value, list) else value


def _map(shape: Any, value: Any) -> Any:  # noqa: ANN401
    return {key: coerce(shape.value, item) for key, item in value.items()} if isinstance(value, dict) else value


def _structure(shape: Any, value: Any) -> Any:  # noqa: ANN401
    if not isinstance(value, dict):
        return value
    return {key: coerce(shape.members.get(key), item) for key, item in value.items()}


CONVERSIONS = {
    "boolean": _boolean,
    "integer": _integer,
    "long": _integer,
    "float": _float,
    "double": _float,
    "string": _string,
    "list": _list,
    "map": _map,
    "structure": _structure,
}
