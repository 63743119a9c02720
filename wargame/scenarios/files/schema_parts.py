"""The one door to pydantic.

Its modules import one another, and a session is opened by several threads at once: two that entered
by different doors could meet a module that is only half there.
"""

from __future__ import annotations

from pydantic.main import BaseModel  # isort: skip
from pydantic import BeforeValidator, ConfigDict, Field, StringConstraints, model_validator
from pydantic_core import ErrorDetails, PydanticCustomError, ValidationError

__all__ = [
    "BaseModel",
    "BeforeValidator",
    "ConfigDict",
    "ErrorDetails",
    "Field",
    "PydanticCustomError",
    "StringConstraints",
    "ValidationError",
    "model_validator",
]
