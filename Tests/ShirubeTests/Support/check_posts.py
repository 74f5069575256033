#!/usr/bin/python3
"""Look at posts that scripts/capture_server.py has kept, as the services they are meant for would.

  check_posts.py FOLDER SCHEMA SECRET

The path of a post is its kind. Prints an object: the faults, and of each kind how many posts came, which notices, and all
their text. Written from docs/WEBHOOKS.md and the services' own documentation, not from the program.
"""

import hashlib
import hmac
import json
import sys
from pathlib import Path

import jsonschema

BIDI = {chr(code) for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C)}
# What would mention, link or format, wherever it stands; and of it what Slack gives no meaning.
ACTING = ["@everyone", "@here", "@channel", "<!", "<@", "<users/", "<at>", "://", "```", "](", "||"]
NOT_SLACKS = ["](", "||"]


def texts(value):
    """All texts in a document, but for the names of Adaptive Cards' own schema."""
    if isinstance(value, dict):
        return [text for key, each in value.items() if key != "$schema" for text in texts(each)]
    if isinstance(value, list):
        return [text for each in value for text in texts(each)]
    return [value] if isinstance(value, str) else []


def utf16(text):
    return len(text.encode("utf-16-le")) // 2


def limits(kind, post, body):
    """Each limit as what it is called, what is there, and what may be."""
    if kind == "slack":
        blocks = post["blocks"]
        words = [block["text"]["text"] for block in blocks if "text" in block]
        yield "blocks", len(blocks), 50
        yield "all blocks", sum(map(utf16, words)), 12_000
        for block in blocks:
            if "text" in block:
                yield block["type"], utf16(block["text"]["text"]), 150 if block["type"] == "header" else 3_000
        yield "text", utf16(post["text"]), 40_000
    elif kind == "mattermost":
        yield "characters", len(post["text"]), 16_383
    elif kind == "teams":
        yield "bytes of UTF-8", len(body), 28 * 1_024
        yield "bytes of UTF-16", len(body.decode().encode("utf-16-le")), 28 * 1_024 * 2
    elif kind == "googleChat":
        yield "bytes", len(body), 32_000
    elif kind == "discord":
        lengths = [utf16(embed["description"]) for embed in post["embeds"]]
        yield "content", utf16(post["content"]), 2_000
        yield "embeds", len(lengths), 10
        yield "all embeds", sum(lengths), 6_000
        for length in lengths:
            yield "an embed", length, 4_096
    elif kind == "lineWorks":
        yield "text", utf16(post["body"]["text"]), 2_000


def main():
    folder, schema, secret = Path(sys.argv[1]), json.loads(Path(sys.argv[2]).read_text()), sys.argv[3].encode()
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
    kinds, faults = {}, []
    for file in sorted(folder.glob("[0-9][0-9][0-9].json")):
        about = json.loads((folder / f"{file.stem}.headers.json").read_text())
        kind = about["path"].strip("/")
        body = file.read_bytes()
        post = json.loads(body)
        seen = kinds.setdefault(kind, {"posts": 0, "notices": [], "text": ""})
        seen["posts"] += 1
        seen["text"] += "\n".join(texts(post)) + "\n"
        if kind == "json":
            seen["notices"].append(post.get("kind"))
            faults += [f"{file.name}: {error.message[:200]}" for error in validator.iter_errors(post)]
            headers = about["headers"]
            code = hmac.new(secret, headers["X-Shirube-Timestamp"].encode() + b"." + body, hashlib.sha256)
            if headers["X-Shirube-Signature"] != "v1=" + code.hexdigest():
                faults.append(f"{file.name}: the signature is another")
            continue
        faults += [f"{file.name} ({kind}): {name} {there} of {most}"
                   for name, there, most in limits(kind, post, body) if not 0 < there <= most]
        for text in texts(post):
            acting = [sign for sign in ACTING if kind != "slack" or sign not in NOT_SLACKS]
            faults += [f"{file.name} ({kind}): {sign} acts" for sign in acting if sign in text]
            faults += [f"{file.name} ({kind}): U+{ord(sign):04X}" for sign in BIDI.intersection(text)]
            # Slack has no way to make its signs inert but by escapes; the rest have full-width twins.
            if kind == "slack" and ("<" in text or ">" in text):
                faults.append(f"{file.name}: < or > in Slack's text")
    print(json.dumps({"faults": faults[:20], "kinds": kinds}))


if __name__ == "__main__":
    main()
