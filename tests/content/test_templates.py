"""Templates of documents."""

from __future__ import annotations

import pytest

from sealedbid.content.repository import templates
from sealedbid.platform.errors import NotAllowedError
from tests.fixtures.people import World
from tests.fixtures.server import Installation
from tests.fixtures.tenants import Tenants


async def test_another_organizations_templates_are_not_there(
    tenants: Tenants, own_world: World
) -> None:
    async with tenants.as_role(own_world.b) as tx:
        theirs = await templates.add(tx, name="Pitch", type="proposal", content={"sections": []})
    async with tenants.as_role(own_world.a, "owner") as tx:
        assert await templates.of_type(tx, "proposal") == []
        assert await templates.get(tx, theirs.id) is None
        assert await templates.revise(tx, theirs.id, {"sections": ["ours"]}) is None


async def test_a_revision_counts_up(tenants: Tenants, own_world: World) -> None:
    async with tenants.as_role(own_world.a) as tx:
        template = await templates.add(tx, name="Offer", type="email", content={})
        revised = await templates.revise(tx, template.id, {"subject": "Our offer"})
    assert revised is not None
    assert (revised.version, revised.content) == (2, {"subject": "Our offer"})


async def test_a_system_template_is_neither_edited_nor_removed(
    tenants: Tenants, own_world: World, installation: Installation
) -> None:
    async with tenants.as_role(own_world.a) as tx:
        template = await templates.add(tx, name="Standard", type="contract", content={})
    with installation.as_superuser() as behind:
        behind.execute("update public.templates set is_system = true where id = %s", [template.id])
    async with tenants.as_role(own_world.a, "owner") as tx:
        assert await templates.revise(tx, template.id, {"terms": "none"}) is None
        removed = await tx.run(
            "delete from public.templates where org_id = %(org_id)s and id = %(id)s", id=template.id
        )
        assert removed == 0


async def test_nobody_makes_a_system_template_by_hand(tenants: Tenants, world: World) -> None:
    with pytest.raises(NotAllowedError):
        async with tenants.as_role(world.a, "owner") as tx:
            await tx.run(
                "insert into public.templates (org_id, name, type, is_system)"
                " values (%(org_id)s, 'Mine', 'email', true)"
            )
