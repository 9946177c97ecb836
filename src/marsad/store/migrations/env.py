"""Alembic's way in: the migrations run on the connection that `marsad.store.schema` hands over."""

from __future__ import annotations

from alembic import context

from marsad.store.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
