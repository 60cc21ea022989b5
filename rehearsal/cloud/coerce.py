"""From the loose values of a template to the strict ones of an API: ``"true"`` and ``"100"`` are fine in a template."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from botocore.model import Shape


def coerce(shape: Shape | None, value: Any) -> Any:  # noqa: ANN401 - as varied as an API
    """Give a value the type that the API wants; what cannot be converted stays, and botocore refuses it."""
    if shape is None or isinstance(value, bytes):
        return value
    return CONVERSIONS.get(shape.type_name, _same)(shape, value)


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
