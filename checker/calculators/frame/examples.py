"""The examples of calculators: doctests in Python, and the same as typed at the command line."""

import ast
import doctest
import shlex

from checker.calculators.frame.discovery import Calculator


def split(documentation: str) -> tuple[list[str], list[doctest.Example]]:
    """The paragraphs of prose, and the examples.

    >>> prose, shown = split("What it is.\\n\\n>>> print(1)\\n1\\n\\nFurther.")
    >>> prose, [each.source for each in shown]
    (['What it is.', 'Further.'], ['print(1)\\n'])
    """
    pieces = doctest.DocTestParser().parse(documentation)
    prose = [text.strip() for piece in pieces if isinstance(piece, str) for text in piece.split("\n\n")]
    return [text for text in prose if text], [piece for piece in pieces if isinstance(piece, doctest.Example)]


def typed(calculator: Calculator, example: doctest.Example) -> str:
    """What is typed behind ``checker calc`` for ``print(grim("5.19", 28, items=2))``.

    Raises:
        ValueError: where the example is no such call.
    """
    match ast.parse(example.source.strip(), mode="eval").body:
        case ast.Call(func=ast.Name("print"), args=[ast.Call(func=ast.Name(name), args=given, keywords=named)]):
            if name != calculator.name:
                raise ValueError(f"{example.source.strip()}: expected a call of {calculator.name}")
        case _:
            raise ValueError(f"{example.source.strip()}: expected a print of a call of {calculator.name}")
    words = [calculator.command, *(str(ast.literal_eval(each)) for each in given)]
    for each in named:
        value = ast.literal_eval(each.value)
        option = f"--{str(each.arg).replace('_', '-')}"
        words += [option] if value is True else [option, str(value)]
    return shlex.join(words)
