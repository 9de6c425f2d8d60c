"""orgs: organizations and their members."""

from __future__ import annotations

import asyncio
from typing import Annotated, Literal, TypeAlias

import typer

from sealedbid.cli.options import Org

app = typer.Typer(help="Found organizations; invite, rank and remove people.", no_args_is_help=True)

Role: TypeAlias = Literal["owner", "admin", "member", "viewer"]
Email: TypeAlias = Annotated[str, typer.Argument(help="The person's address.")]


@app.command("list")
def list_orgs() -> None:
    """List the organizations, each with its first owner."""
    from rich.markup import escape

    from sealedbid.cli.tables import print_table
    from sealedbid.platform.config import read_settings
    from sealedbid.platform.installer import organization_owners
    from sealedbid.platform.owner import owner_conninfo

    print_table(
        ("id", "name", "owner"),
        [
            (str(each.org_id), escape(each.name), escape(each.email))
            for each in organization_owners(owner_conninfo(read_settings()))
        ],
        whole=("id",),
    )


@app.command()
def found(
    name: Annotated[str, typer.Argument(help="The name of the organization.")],
    owner: Annotated[str, typer.Option(help="Address of the person who owns it.")],
    currency: Annotated[
        str | None, typer.Option(help="Its currency, as EUR. By default it is set later.")
    ] = None,
) -> None:
    """Found an organization for a person who has an account."""
    from sealedbid.core.currencies import NO_CURRENCY
    from sealedbid.platform.config import read_settings
    from sealedbid.usecases.operating.accounts import found as found_for

    org_id = asyncio.run(found_for(read_settings(), name, owner, currency=currency or NO_CURRENCY))
    typer.echo(str(org_id))


@app.command()
def members(org: Org = None) -> None:
    """List the members and the open invitations."""
    from rich.markup import escape

    from sealedbid.cli.tables import print_table
    from sealedbid.cli.within import within
    from sealedbid.core.repository import invitations, org_members
    from sealedbid.platform.postgres import Transaction

    async def read(tx: Transaction) -> list[tuple[str, str, str]]:
        people = await org_members.page(tx)
        invited = await invitations.open_ones(tx)
        return [
            *((each.email, each.full_name, str(each.role)) for each in people),
            *((each.email, "invited", str(each.role)) for each in invited),
        ]

    rows = [tuple(map(escape, row)) for row in within(org, "orgs members", read)]
    print_table(("address", "name", "rank"), rows, whole=("address",))


@app.command()
def invite(
    email: Email,
    role: Annotated[Role, typer.Option(help="The rank that the person gets.")] = "member",
    org: Org = None,
) -> None:
    """Invite a person by mail; the link is open for seven days."""
    from sealedbid.cli.within import within
    from sealedbid.platform.postgres import Transaction
    from sealedbid.usecases import joining

    async def act(tx: Transaction) -> None:
        await joining.invite(tx, email=email, role=role)

    within(org, "orgs invite", act)
    typer.echo(f"{email} is invited as {role}; a mail with a link is on its way.")


@app.command()
def rank(
    email: Email,
    role: Annotated[Role, typer.Argument(help="The new rank.")],
    org: Org = None,
) -> None:
    """Give a member another rank."""
    from sealedbid.cli.within import within
    from sealedbid.core.repository import org_members
    from sealedbid.platform.postgres import Transaction
    from sealedbid.usecases.operating.accounts import member_of

    async def act(tx: Transaction) -> None:
        await org_members.change_role(tx, (await member_of(tx, email)).user_id, role)

    within(org, "orgs rank", act)
    typer.echo(f"{email} is {role}.")


@app.command()
def remove(email: Email, org: Org = None) -> None:
    """Remove a member; their API keys and open invitations end."""
    from sealedbid.cli.within import within
    from sealedbid.core.repository import org_members
    from sealedbid.platform.postgres import Transaction
    from sealedbid.usecases.operating.accounts import member_of

    async def act(tx: Transaction) -> None:
        await org_members.remove(tx, (await member_of(tx, email)).user_id)

    within(org, "orgs remove", act)
    typer.echo(f"{email} is no member any more.")


@app.command("require-mfa")
def require_mfa(
    state: Annotated[Literal["on", "off"], typer.Argument(help="on or off.")],
    org: Org = None,
) -> None:
    """Let people in with a second factor only."""
    from sealedbid.cli.within import within
    from sealedbid.core.repository import organizations
    from sealedbid.platform.postgres import Transaction

    async def act(tx: Transaction) -> None:
        await organizations.update(tx, require_mfa=state == "on")

    within(org, "orgs require-mfa", act)
    typer.echo(
        "From their next request on, people need a second factor here."
        if state == "on"
        else "People get in without a second factor."
    )
