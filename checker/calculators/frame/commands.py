"""The command ``checker calc``: every calculator is a command of its own, made of what its function takes."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from checker.calculators.frame import discovery, examples
from checker.calculators.frame.discovery import Calculator, Parameter
from checker.spelling import unknown

_FORMATS = ("table", "json", "csv")
_TYPES: dict[type, Any] = {int: int, float: float, Path: click.Path(dir_okay=False, path_type=Path)}


class Commands(click.Group):
    """The calculators; one is loaded when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Their names, without the further ones."""
        return [name.replace("_", "-") for name in discovery.names()]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a calculator, by any of its names."""
        name = cmd_name.replace("-", "_")
        if name in discovery.names():
            return _command(discovery.load(name))
        # What is no name of a module may be a further name of one, and only they know.
        found = (each for each in discovery.every().values() if cmd_name in each.aliases)
        return next(map(_command, found), None)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does, and for a name that is none, the names that are close."""
        if self.get_command(ctx, args[0]) is None:
            every = [name for each in discovery.every().values() for name in (each.command, *each.aliases)]
            ctx.fail(unknown(args[0], every, "`checker calc`"))
        return super().resolve_command(ctx, args)


def _command(calculator: Calculator) -> click.Command:
    also = f" (also: {', '.join(calculator.aliases)})" if calculator.aliases else ""
    summary, _, rest = calculator.documentation.partition("\n")
    arguments = "\n".join(
        f"{_metavar(each)}: {each.help}\n" for each in calculator.parameters if not each.option and each.help
    )
    params = [_parameter(each) for each in calculator.parameters]
    params.append(
        click.Option(["--format", "format_"], type=click.Choice(_FORMATS), default="table", help="How to print.")
    )
    if not any(each.several for each in calculator.parameters):
        params += [
            click.Option(
                ["--rows"], type=click.Path(dir_okay=False), metavar="CSV", help="Answer for every row of a table."
            ),
            click.Option(
                ["--column", "columns"],
                multiple=True,
                metavar="NAME=HEAD",
                help="The column that has one of them, where its head has another name.",
            ),
        ]
    return click.Command(
        calculator.command,
        callback=_answering(calculator),
        params=params,
        help="\n\n".join(filter(None, [f"{summary.rstrip('.')}{also}.", arguments, *_paragraphs(calculator, rest)])),
        short_help=f"{calculator.title}{also}.",
    )


def _paragraphs(calculator: Calculator, documentation: str) -> list[str]:
    """The prose of a calculator, and its examples as they are typed at the command line."""
    prose, shown = examples.split(documentation)
    lines = [f"\b\n$ checker calc {examples.typed(calculator, each)}\n{each.want.rstrip()}" for each in shown]
    # Click breaks paragraphs at empty lines, and leaves alone what stands behind its mark up to there.
    return [*prose, *(line.replace("<BLANKLINE>\n", "\n\b\n") for line in lines)]


def _parameter(each: Parameter) -> click.Parameter:
    if each.type is bool:
        return click.Option([f"--{_dashed(each)}", each.name], is_flag=True, default=bool(each.default), help=each.help)
    kind = _TYPES.get(each.type, str)
    if each.option:
        return click.Option(
            [f"--{_dashed(each)}", each.name],
            type=kind,
            default=each.default,
            required=each.required,
            show_default=each.default is not None,
            help=each.help,
        )
    return click.Argument(
        [each.name],
        type=kind,
        nargs=-1 if each.several else 1,
        required=each.several,
        default=None if each.required or each.several else each.default,
        metavar=_metavar(each),
    )


def _dashed(each: Parameter) -> str:
    return each.name.replace("_", "-")


def _metavar(each: Parameter) -> str:
    return each.name.upper() + ("..." if each.several else "")


def _answering(calculator: Calculator) -> Callable[..., None]:
    def answer(format_: str, rows: str | None = None, columns: tuple[str, ...] = (), **given: Any) -> None:
        try:
            if rows is not None:
                from checker.calculators.frame.rows import answered

                held = {name: value for name, value in given.items() if value is not None}
                click.echo(
                    answered(calculator, Path(rows), dict(map(_pair, columns)), held).to_csv(index=False), nl=False
                )
                return
            found = calculator.function(*_placed(calculator, given), **given)
        except (ValueError, OSError) as error:
            click.echo(f"checker calc {calculator.command}: {error}", err=True)
            sys.exit(2)
        match format_:
            case "json":
                click.echo(found.json())
            case "csv":
                click.echo(found.to_pandas().to_csv(index=False), nl=False)
            case _:
                click.echo(found.text())

    return answer


def _placed(calculator: Calculator, given: dict[str, Any]) -> list[Any]:
    """What is given by position, taken out of what is given."""
    values: list[Any] = []
    for each in calculator.parameters:
        if each.option:
            continue
        value = given.pop(each.name)
        if value is None and each.required:
            raise click.UsageError(f"Missing argument '{_metavar(each)}'.")
        values += value if each.several else (value,)
    return values


def _pair(text: str) -> tuple[str, str]:
    name, sign, head = text.partition("=")
    if not sign:
        raise ValueError(f"--column: expected NAME=HEAD, not {text!r}")
    return name.strip(), head.strip()
