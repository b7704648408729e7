#!/usr/bin/python3
"""A real SMTP server on a free port of the loopback: prints the port, then one JSON line for each letter it took.
Letters to `nobody@…` are refused with 550, letters to `later@…` with 451."""
import asyncio
import email
import email.policy
import json
import socket
import sys

from aiosmtpd.smtp import SMTP


class Handler:
    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("nobody@"):
            return "550 no such person"
        if address.startswith("later@"):
            return "451 try again"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        letter = email.message_from_bytes(envelope.content, policy=email.policy.default)
        print(json.dumps({"from": envelope.mail_from, "to": envelope.rcpt_tos, "subject": letter["subject"],
                          "sender": str(letter["from"]), "id": letter["message-id"],
                          "body": letter.get_content()}), flush=True)
        return "250 OK"


async def main():
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: SMTP(Handler()), sock=listener)
    print(listener.getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.read)  # until the test closes the pipe
    server.close()


asyncio.run(main())
