"""The text of a whole module: a function of the law, all that it calls, and a door to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from wargame.engine.native.kinds import OF_ANNOTATION, Layout, RecordType, layout_of, number
from wargame.engine.native.reachable import Function, Plain, Replaced, reachable
from wargame.engine.native.statements import function_text
from wargame.engine.native.text import Marks

DOOR = "door"
"""Name of the function that Python calls: every argument is the address of a record."""


def module_text(
    first: Plain,
    records: Mapping[str, RecordType],
    fixed: Sequence[str],
    replaced: Replaced,
    door: str = "",
) -> str:
    """The text of a module, as LLVM reads it.

    Args:
        first: The function that the door calls; its parameters are all records.
        records: NumPy types of records by annotation.
        fixed: Annotations of records that nothing writes to.
        replaced: Functions that are left out, with what a call of them gives.
        door: Text of another door than the plain one.
    """
    layouts = {
        name: layout_of(name, record, is_fixed=name in fixed) for name, record in records.items()
    }
    marks, tables = Marks(), _Tables()
    functions = reachable(first, replaced)
    parts = [function_text(f, layouts, replaced, marks, tables.name_of) for f in functions]
    return "\n".join(
        [
            *tables.texts,
            "declare double @llvm.sqrt.f64(double)",
            "declare double @llvm.floor.f64(double)",
            *parts,
            door or _door(functions[-1], layouts),
            "attributes #0 = { nounwind }",
            marks.text(),
        ]
    )


def _door(function: Function, layouts: Mapping[str, Layout]) -> str:
    """A door that hands its arguments on."""
    names = [name for name, annotation in function.parameters if annotation in layouts]
    if len(names) != len(function.parameters):
        message = f"{function.name} takes more than records"
        raise TypeError(message)
    given = ", ".join(f"ptr %{name}" for name in names)
    gives = OF_ANNOTATION[function.gives].value
    return (
        f"define void @{DOOR}({given}) #0 {{\n"
        f'  call {gives} @"{function.name}"({given})\n  ret void\n}}\n'
    )


class _Tables:
    """Constant tables of the law, each written once."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self._names: dict[str, str] = {}

    def name_of(self, word: str, table: tuple[float, ...]) -> str:
        """The name of a table, written at its first use."""
        if word not in self._names:
            name = f'@"table.{word}"'
            self._names[word] = name
            floats = any(isinstance(x, float) for x in table)
            kind = "double" if floats else "i64"
            items = ", ".join(f"{kind} {number(float(x)) if floats else int(x)}" for x in table)
            self.texts.append(
                f"{name} = private unnamed_addr constant [{len(table)} x {kind}] [{items}]"
            )
        return self._names[word]
