"""Bytes to text: UTF-8, UTF-16 with its mark, or what statistics of the letters say."""

from __future__ import annotations

import codecs

from sealedbid.intelligence.errors import BinaryFile, EmptyFile, UndecodableFile

# What files of offices are written in besides UTF-8. Among all the encodings that there are, some
# other one fits nearly every short text: a French page was read as Estonian, without a word.
LEGACY = (
    "cp1252",
    "cp1250",
    "iso8859_2",
    "cp1251",
    "koi8_r",
    "cp1253",
    "cp1254",
    "cp932",
    "euc_jp",
    "gb18030",
    "big5",
    "cp949",
)
MOST_MESS = 0.2  # share of marks and letters that do not go together (charset-normalizer's default)
AS_LIKELY = 0.8  # of the best coherence: then the more widespread encoding is right more often
CONTROLS = bytes(each for each in range(32) if each not in b"\t\n\v\f\r\x1b") + b"\x7f"
MOST_CONTROLS = 0.05  # share of the bytes; text has next to none


def decode(name: str, data: bytes) -> tuple[str, str]:
    """Return the text and its encoding. Raises EmptyFile, BinaryFile, UndecodableFile."""
    if not data:
        raise EmptyFile(name)
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text, encoding = _strict(name, data, "utf-16"), "utf-16"
    elif b"\0" in data or len(data.translate(None, CONTROLS)) < (1 - MOST_CONTROLS) * len(data):
        raise BinaryFile(name)
    else:
        try:
            text, encoding = data.decode("utf-8-sig"), "utf-8"
        except UnicodeDecodeError:
            encoding = _likely(name, data)
            text = _strict(name, data, encoding)
    if "\0" in text:
        raise BinaryFile(name)
    return text, encoding


def _strict(name: str, data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UndecodableFile(name) from error


def _likely(name: str, data: bytes) -> str:
    from charset_normalizer import from_bytes

    matches = list(from_bytes(data, cp_isolation=list(LEGACY), threshold=MOST_MESS))
    if not matches:
        raise UndecodableFile(name)
    best = matches[0]
    likely = {
        name
        for match in matches
        if match.chaos <= best.chaos and match.coherence >= AS_LIKELY * best.coherence
        for name in (match.encoding, *match.could_be_from_charset)
    }
    return next((name for name in LEGACY if name in likely), best.encoding)
