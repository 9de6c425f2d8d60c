"""The picture that an authenticator app reads."""

from __future__ import annotations


def svg_of(uri: str) -> str:
    """Return the QR code of an address as SVG, without a sign that ends a data: address."""
    import segno

    picture: str = segno.make(uri, error="m", micro=False).svg_inline(
        scale=4, dark="black", light="white", omitsize=False
    )
    return picture.replace("#000", "black").replace("#fff", "white")
