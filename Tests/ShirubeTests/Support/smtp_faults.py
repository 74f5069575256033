"""How the fault server speaks SMTP: well, but for the one fault that was asked for."""

import time

# What is answered, where it is not the usual, by the step at which it is.
ANSWERS = {
    "450-at-rcpt": ("RCPT", "450 4.2.0 greylisted"), "550-at-rcpt": ("RCPT", "550 5.1.1 no such mailbox"),
    "552-at-mail": ("MAIL", "552 5.3.4 too large"), "421-at-mail": ("MAIL", "421 4.3.2 closing"),
    "451-after-body": ("BODY", "451 4.3.0 try later"), "554-after-body": ("BODY", "554 5.6.0 not this one"),
    "421-after-body": ("BODY", "421 4.3.2 closing, and nothing was kept"), "garbage-after-body": ("BODY", "\x00\x7f thanks"),
    "garbage-at-mail": ("MAIL", "\x00\x7f what"), "700-after-body": ("BODY", "700 nobody knows this code"),
}


def smtp(session, fault):
    """Answers one connection."""
    if fault == "stall":
        return session.stall()
    if fault == "die-at-connect":
        return None
    if fault == "421-at-connect":
        return session.say("421 4.3.2 not now")
    if fault == "554-at-connect":
        return session.say("554 5.3.2 not from there")
    if fault == "garbage-at-connect":
        return session.say("\x00\x7f who is there")
    if fault == "endless-reply":
        while True:
            session.say("220-" + "x" * 900)
    say(session, fault, "220 fault.invalid ESMTP")
    while True:
        word = session.line()[:4].upper().decode()
        step = "EHLO" if word == "HELO" else word
        if fault == f"die-at-{step.lower()}":
            return None
        if fault == f"stall-at-{step.lower()}":
            return session.stall()
        if word == "QUIT":
            return session.say("221 bye")
        if word == "DATA":
            if take(session, fault):
                return None
            continue
        say(session, fault, answer(fault, step))
        if fault == f"421-at-{step.lower()}":
            return None


def answer(fault, step):
    place, text = ANSWERS.get(fault, ("", ""))
    return text if place == step else "250 OK"


def take(session, fault):
    """Takes a message; gives whether the connection ends with it."""
    say(session, fault, "354 go on")
    if fault == "die-in-body":
        return True
    while session.line() != b".\r\n":
        # As one that has better things to do.
        time.sleep(0.1 if fault == "slow-reader" else 0)
    with open(session.folder / "taken.txt", "ab", buffering=0) as taken:
        taken.write(b"one\n")
    if fault == "die-after-body":
        return True
    if fault == "stall-after-body":
        session.stall()
        return True
    if fault == "die-in-answer":
        session.send(b"250 2.0")
        return True
    say(session, fault, answer(fault, "BODY"))
    if fault == "die-idle":
        time.sleep(0.2)
        session.say("421 idle for too long")
        return True
    return fault == "421-after-body"


def say(session, fault, text):
    """Says something, in the way that the fault asks for."""
    if fault == "many-lines":
        for number in range(40):
            session.say(f"{text[:3]}-line {number}")
    if fault == "fragments":
        for byte in (text + "\r\n").encode():
            session.send(bytes([byte]))
            time.sleep(0.002)
        return
    session.say(text)
