"""A mail server and a web server on loopback that fail as a seed says, and write down what they were handed.

What counts is what a server knows for certain: that it had a message whole (a receipt), and whether it said so (answered).
Whether the other side heard it is not the server's to know.
"""

import asyncio
import hashlib
import re
import time

LOOPBACK = "127.0.0.1"

# How often each fault is drawn, in a thousand transactions; what is left goes well.
MAIL_FAULTS = {
    "drop at connect": 20, "drop after EHLO": 15, "drop after MAIL": 15, "drop after RCPT": 15,
    "drop in body": 25, "drop after body": 40, "drop in answer": 20, "stall after body": 6, "stall at MAIL": 4,
    "450 at RCPT": 50, "451 after body": 40, "421 at MAIL": 30, "421 at connect": 15, "garbage": 10,
    "in fragments": 40, "many lines": 40, "550 at RCPT": 8, "554 after body": 8,
}
POST_FAULTS = {
    "drop at connect": 25, "drop in body": 25, "drop after body": 30, "drop in answer": 20, "stall after body": 6,
    "429 seconds": 50, "429 date": 30, "500": 30, "503": 30, "302": 6, "404": 6, "garbage": 10, "in fragments": 40,
    "close after answer": 60,
}


class Receipt:
    """A message that a server had whole."""

    def __init__(self, way, key, recipient, content, answered, fault, begun):
        self.way, self.key, self.recipient, self.answered, self.fault = way, key, recipient, answered, fault
        self.digest = hashlib.sha256(content).hexdigest()
        self.begun, self.at = begun, time.monotonic()


class Gone(Exception):
    """The connection is to end now."""


class Servers:
    """Both servers; `receipts` in the order in which the messages were had whole."""

    def __init__(self, random, refused, greylisted):
        self.random, self.refused, self.greylisted = random, refused, greylisted
        self.receipts, self.faults, self.is_calm = [], {}, False
        # Time as the servers tell it, which is that of the rehearsal.
        self.now = None

    async def start(self):
        self.mail = await asyncio.start_server(self.wrapped(self.speak_mail), LOOPBACK, 0)
        self.web = await asyncio.start_server(self.wrapped(self.speak_web), LOOPBACK, 0)
        return [server.sockets[0].getsockname()[1] for server in (self.mail, self.web)]

    def stop(self):
        self.mail.close()
        self.web.close()

    def draw(self, table):
        if self.is_calm:
            return None
        number = self.random.randrange(1000)
        for fault, share in table.items():
            number -= share
            if number < 0:
                self.faults[fault] = self.faults.get(fault, 0) + 1
                return fault
        return None

    def wrapped(self, speak):
        async def run(reader, writer):
            try:
                await speak(reader, writer)
            except (Gone, ConnectionError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
                pass
            finally:
                # Not close(): what has been written may still be on its way, and is to be lost.
                writer.transport.abort()
        return run

    async def say(self, writer, text, fault=None):
        data = text.encode()
        if fault == "drop in answer":
            writer.write(data[: max(1, len(data) // 2)])
            await writer.drain()
            raise Gone
        if fault == "in fragments":
            for byte in data:
                writer.write(bytes([byte]))
                await writer.drain()
                await asyncio.sleep(0.0005)
            return
        writer.write(data)
        await writer.drain()

    # Mail

    async def speak_mail(self, reader, writer):
        fault = self.draw(MAIL_FAULTS)
        if fault == "drop at connect":
            raise Gone
        if fault == "421 at connect":
            await self.say(writer, "421 4.3.2 not now\r\n")
            raise Gone
        if fault == "garbage":
            await self.say(writer, "\x00\x7f what do you want\r\n")
            raise Gone
        await self.say(writer, "220-mail.example\r\n220 ready\r\n" if fault == "many lines" else "220 ready\r\n", fault
                       if fault == "in fragments" else None)
        recipient, begun = None, None
        while line := await reader.readline():
            word = line[:4].upper()
            if word == b"EHLO":
                if fault == "drop after EHLO":
                    raise Gone
                await self.say(writer, "250-mail.example\r\n250-PIPELINING\r\n250-SIZE 10000000\r\n250 8BITMIME\r\n")
            elif word == b"MAIL":
                # A connection that serves more than one message has its luck anew with each.
                fault = fault if begun is None else self.draw(MAIL_FAULTS)
                begun = time.monotonic()
                await self.answer_mail_from(writer, fault)
            elif word == b"RCPT":
                recipient = re.search(rb"<(.*)>", line)[1].decode()
                await self.answer_recipient(writer, fault, recipient)
            elif word == b"DATA":
                await self.say(writer, "354 go on\r\n")
                await self.take_mail(reader, writer, fault, recipient, begun)
            elif word == b"QUIT":
                await self.say(writer, "221 bye\r\n")
                raise Gone
            else:
                await self.say(writer, "250 fine\r\n")

    async def answer_mail_from(self, writer, fault):
        if fault == "drop after MAIL":
            raise Gone
        if fault == "stall at MAIL":
            await asyncio.sleep(3)
            raise Gone
        if fault == "421 at MAIL":
            await self.say(writer, "421 4.3.0 closing\r\n")
            raise Gone
        await self.say(writer, "250-first\r\n250 second\r\n" if fault == "many lines" else "250 fine\r\n")

    async def answer_recipient(self, writer, fault, recipient):
        if fault == "drop after RCPT":
            raise Gone
        if recipient in self.refused or fault == "550 at RCPT":
            await self.say(writer, "550 5.1.1 no such mailbox\r\n")
        elif recipient in self.greylisted or fault == "450 at RCPT":
            await self.say(writer, "450 4.2.0 greylisted\r\n")
        else:
            await self.say(writer, "250 fine\r\n")

    async def take_mail(self, reader, writer, fault, recipient, begun):
        if fault == "drop in body":
            await reader.readexactly(40)
            raise Gone
        content = await reader.readuntil(b"\r\n.\r\n")
        if fault == "451 after body":
            return await self.say(writer, "451 4.3.0 not now\r\n")
        if fault == "554 after body":
            return await self.say(writer, "554 5.6.0 not this\r\n")
        key = re.search(rb"^Message-ID: *\s*(<.*>)", content, re.MULTILINE | re.IGNORECASE)[1].decode()
        lost = fault in ("drop after body", "stall after body", "drop in answer")
        self.receipts.append(Receipt("mail", key, recipient, content, not lost, fault, begun))
        if fault == "drop after body":
            raise Gone
        if fault == "stall after body":
            await asyncio.sleep(3)
            raise Gone
        await self.say(writer, "250-thank you\r\n250 2.0.0 kept\r\n" if fault == "many lines" else "250 2.0.0 kept\r\n",
                       fault)

    # Posts

    async def speak_web(self, reader, writer):
        while True:
            begun_line = await reader.readline()
            if not begun_line:
                return
            begun, fault = time.monotonic(), self.draw(POST_FAULTS)
            if fault == "drop at connect":
                raise Gone
            path, length = begun_line.split()[1].decode(), 0
            while (line := await reader.readline()).strip():
                if line.lower().startswith(b"content-length:"):
                    length = int(line.split(b":")[1])
            if fault == "drop in body":
                await reader.readexactly(length // 2)
                raise Gone
            content = await reader.readexactly(length)
            await self.answer_post(writer, fault, path, content, begun)

    async def answer_post(self, writer, fault, path, content, begun):
        def answer(status, *headers, body="no"):
            lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", *headers, "", body]
            return "\r\n".join(lines)

        refusals = {
            "429 seconds": answer("429 Too Many Requests", "Retry-After: 20"), "500": answer("500 Oops"),
            "429 date": answer("429 Too Many Requests", f"Retry-After: {self.http_date(40)}", f"Date: {self.http_date(0)}"),
            "503": answer("503 Busy"), "302": answer("302 Found", "Location: http://127.0.0.1:1/"),
            "404": answer("404 Gone"),
        }
        if fault in refusals:
            return await self.say(writer, refusals[fault])
        lost = fault in ("drop after body", "stall after body", "drop in answer", "garbage")
        key = hashlib.sha256(content).hexdigest()
        self.receipts.append(Receipt("webhook", key, path.strip("/"), content, not lost, fault, begun))
        if fault == "drop after body":
            raise Gone
        if fault == "stall after body":
            await asyncio.sleep(3)
            raise Gone
        if fault == "garbage":
            await self.say(writer, "\x00\x01\x02 ok ok ok\r\n")
            raise Gone
        await self.say(writer, answer("200 OK", body="ok"), fault)
        if fault == "close after answer":
            await asyncio.sleep(0.01)
            raise Gone

    def http_date(self, seconds):
        from email.utils import formatdate
        return formatdate((self.now() if self.now else time.time()) + seconds, usegmt=True)
