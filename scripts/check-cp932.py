#!/usr/bin/env python3
"""Compares Shirube's CP932 with Python's cp932 and glibc's CP932, and prints every difference.

Reads lines from the file it is given, numbers in hexadecimal, `-` for "refused":

    decode 8160 FF5E        one or two bytes, and the characters they mean
    encode FF5E 8160        a character, and its bytes

All 1- and 2-byte sequences and all characters of the BMP (without surrogates) must be there. CP932CodecTests.swift writes
them and compares what is printed here with Tests/ShirubeTests/Fixtures/cp932-differences.txt. Runs of sequences
with the same kind of difference are one line; pairs that are refused here only because one of their bytes is a
character by itself there, and not here, are counted, and so are characters that are given other bytes which mean
the same.
"""

import ctypes
import sys

REFUSED = "-"


class Glibc:
    """glibc's converters, by way of iconv(3)."""

    def __init__(self) -> None:
        self.libc = ctypes.CDLL(None)
        self.libc.iconv_open.restype = ctypes.c_void_p
        self.libc.iconv.restype = ctypes.c_size_t
        self.to_unicode = ctypes.c_void_p(self.libc.iconv_open(b"UTF-16BE", b"CP932"))
        self.from_unicode = ctypes.c_void_p(self.libc.iconv_open(b"CP932", b"UTF-16BE"))

    def convert(self, converter: ctypes.c_void_p, data: bytes) -> bytes | None:
        source, target = ctypes.create_string_buffer(data, len(data)), ctypes.create_string_buffer(16)
        input_, output = ctypes.c_char_p(ctypes.addressof(source)), ctypes.c_char_p(ctypes.addressof(target))
        left, room = ctypes.c_size_t(len(data)), ctypes.c_size_t(16)
        self.libc.iconv(converter, None, None, None, None)
        answer = self.libc.iconv(converter, ctypes.byref(input_), ctypes.byref(left), ctypes.byref(output), ctypes.byref(room))
        is_whole = answer != ctypes.c_size_t(-1).value and left.value == 0
        return target.raw[: 16 - room.value] if is_whole else None

    def decode(self, data: bytes) -> str | None:
        result = self.convert(self.to_unicode, data)
        return None if result is None else result.decode("utf-16-be")

    def encode(self, text: str) -> bytes | None:
        return self.convert(self.from_unicode, text.encode("utf-16-be"))


class Python:
    """Python's own codec."""

    def decode(self, data: bytes) -> str | None:
        try:
            return data.decode("cp932")
        except UnicodeDecodeError:
            return None

    def encode(self, text: str) -> bytes | None:
        try:
            return text.encode("cp932")
        except UnicodeEncodeError:
            return None


def characters(text: str | None) -> str:
    return REFUSED if text is None else "+".join(f"{ord(c):04X}" for c in text)


def octets(data: bytes | None) -> str:
    return REFUSED if data is None else data.hex().upper()


def kind(ours: str, theirs: str) -> str:
    if ours == REFUSED:
        return "refused here, read there"
    return "read here, refused there" if theirs == REFUSED else "different"


def successor(one: str, other: str) -> bool:
    return len(one) == len(other) and int(other, 16) == int(one, 16) + 1


def report(name: str, direction: str, differences: list[tuple[str, str, str]]) -> None:
    """Prints differences, (what is converted, ours, theirs) in order, runs of one kind as one line."""
    runs: list[list[tuple[str, str, str]]] = []
    for difference in differences:
        last = runs[-1][-1] if runs else None
        if last and successor(last[0], difference[0]) and kind(*last[1:]) == kind(*difference[1:]):
            runs[-1].append(difference)
        else:
            runs.append([difference])
    print(f"{name} {direction}: {len(differences)} differences")
    for run in runs:
        (first, ours, theirs), (last, last_ours, last_theirs) = run[0], run[-1]
        if len(run) == 1:
            print(f"  {first}: Shirube {ours}, {name} {theirs}")
        else:
            print(f"  {first} to {last} ({len(run)}): Shirube {ours} to {last_ours}, {name} {theirs} to {last_theirs}")


def follows_from_bytes(sequence: str, ours: dict[str, str], theirs: dict[str, str]) -> bool:
    """Whether a pair is two characters there, and refused here because one of them is."""
    halves = [sequence[:2], sequence[2:]]
    return (
        len(sequence) == 4
        and ours[sequence] == REFUSED
        and any(ours[h] == REFUSED != theirs[h] for h in halves)
        and theirs[sequence] == "+".join(theirs[h] for h in halves)
    )


def main() -> None:
    ours: dict[str, dict[str, str]] = {"decode": {}, "encode": {}}
    with open(sys.argv[1], encoding="ascii") as lines:
        for line in lines:
            direction, source, result = line.split()
            ours[direction][source] = result
    sequences = [f"{b:02X}" for b in range(0x100)] + [f"{b:04X}" for b in range(0x10000)]
    scalars = [f"{c:04X}" for c in range(0x10000) if not 0xD800 <= c <= 0xDFFF]
    assert list(ours["decode"]) == sequences and list(ours["encode"]) == scalars, "something was left out"
    for name, codec in (("Python", Python()), ("glibc", Glibc())):
        theirs = {s: characters(codec.decode(bytes.fromhex(s))) for s in sequences}
        different = [s for s in sequences if ours["decode"][s] != theirs[s]]
        own = [s for s in different if not follows_from_bytes(s, ours["decode"], theirs)]
        report(name, "decode", [(s, ours["decode"][s], theirs[s]) for s in own])
        if len(own) < len(different):
            print(f"  and {len(different) - len(own)} pairs that hold one of these single bytes")
        results = ((s, ours["encode"][s], octets(codec.encode(chr(int(s, 16))))) for s in scalars)
        differences = [r for r in results if r[1] != r[2]]
        twins = [r for r in differences if ours["decode"].get(r[1], 1) == ours["decode"].get(r[2], 2)]
        report(name, "encode", [r for r in differences if r not in twins])
        if twins:
            spans = [f"{who} {min(b)} to {max(b)}" for who, b in zip(("Shirube", name), list(zip(*twins))[1:])]
            print(f"  and {len(twins)} characters with several pairs of bytes: {', '.join(spans)}")


if __name__ == "__main__":
    main()
