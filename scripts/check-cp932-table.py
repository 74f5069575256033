#!/usr/bin/env python3
"""Compares Python's cp932 with glibc's CP932 and prints the checksum that CP932Tests.swift expects.

For every pair of bytes the character that glibc's iconv gives (or U+FFFD), as two bytes, high byte first, goes
into an FNV-1a hash of 64 bits. The table in Sources is made from Python, so the test compares two codecs.
"""

import ctypes

UNMAPPED = 0xFFFD


def characters_of_glibc() -> list[int]:
    """One code point for each pair of bytes with a lead byte from 0x80; U+FFFD where there is none."""
    libc = ctypes.CDLL(None)
    libc.iconv_open.restype = ctypes.c_void_p
    libc.iconv.restype = ctypes.c_size_t
    converter = ctypes.c_void_p(libc.iconv_open(b"UTF-16BE", b"CP932"))

    def character(pair: bytes) -> int:
        source, target = ctypes.create_string_buffer(pair, 2), ctypes.create_string_buffer(8)
        input_, output = ctypes.c_char_p(ctypes.addressof(source)), ctypes.c_char_p(ctypes.addressof(target))
        left, room = ctypes.c_size_t(2), ctypes.c_size_t(8)
        libc.iconv(converter, None, None, None, None)
        libc.iconv(converter, ctypes.byref(input_), ctypes.byref(left), ctypes.byref(output), ctypes.byref(room))
        is_one_character = left.value == 0 and room.value == 6
        return int.from_bytes(target.raw[:2], "big") if is_one_character else UNMAPPED

    return [character(bytes((lead, trail))) for lead in range(0x80, 0x100) for trail in range(0x100)]


def main() -> None:
    checksum = 0xCBF29CE484222325
    for index, character in enumerate(characters_of_glibc()):
        pair = bytes((0x80 + index // 256, index % 256))
        try:
            python = pair.decode("cp932")
        except UnicodeDecodeError:
            python = "\N{REPLACEMENT CHARACTER}"
        python = python if len(python) == 1 else "\N{REPLACEMENT CHARACTER}"
        if ord(python) != character:
            print(f"{pair.hex()}: glibc U+{character:04X}, Python U+{ord(python):04X}")
        for byte in character.to_bytes(2, "big"):
            checksum = (checksum ^ byte) * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF
    print(f"0x{checksum:016X}")


if __name__ == "__main__":
    main()
