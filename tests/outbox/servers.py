"""A real SMTP server for the tests, that takes, refuses, delays and hangs up as it is told to.

python -m tests.outbox.servers PORT_FILE LOG     # in a process of its own: one line for each mail
"""

import asyncio
import re
import sys
import threading
import warnings
from collections import Counter
from email import message_from_bytes
from email.policy import default
from pathlib import Path

from aiosmtpd.smtp import SMTP, AuthResult

# ruff: noqa: ARG002, N802 - the steps are named and called by aiosmtpd

ADDRESS = "127.0.0.1"


class Handler:
    """Answers each step of the conversation."""

    def __init__(self):
        self.taken = []
        """What was taken: envelope and message."""
        self.recipients = {}
        """What is said to a recipient, instead of yes."""
        self.sender = ""
        """What is said to every sender."""
        self.answers = []
        """What is said to the next mails, instead of yes; after that all are taken."""
        self.delay = 0.0
        """Seconds before a mail is answered."""
        self.hangs_up = 0
        """So many times the line is cut in the middle of a mail."""
        self.taking = lambda envelope: None

    async def handle_MAIL(self, server, session, envelope, address, options):
        if self.sender:
            return self.sender
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address in self.recipients:
            return self.recipients[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if self.delay:
            await asyncio.sleep(self.delay)
        if self.hangs_up:
            self.hangs_up -= 1
            server.transport.abort()
            return "451 too late"
        if self.answers:
            return self.answers.pop(0)
        content = envelope.content
        raw = content.encode() if isinstance(content, str) else bytes(content)
        self.taken.append((envelope.rcpt_tos[0], raw))
        self.taking(envelope)
        return "250 OK"


class MailServer:
    """Listens on a port of this computer, in a thread of its own."""

    def __init__(self, *, tls=None, starttls=None, login=None, host=ADDRESS, utf8=True):
        """`tls` and `starttls` are SSL contexts; `login` is the user and password it knows."""
        self.host, self.handler, self.connections = host, Handler(), 0
        self.signed_in, self._lines = [], []
        self._tls, self._login, self._utf8 = tls, login, utf8
        self._how = {"tls_context": starttls, "require_starttls": bool(starttls)}
        if login:
            self._how |= {"authenticator": self._authenticate, "auth_required": True,
                          "auth_require_tls": bool(starttls)}  # fmt: skip
        self._loop = asyncio.new_event_loop()
        started = threading.Event()
        self._thread = threading.Thread(target=self._serve, args=[started], daemon=True)
        self._thread.start()
        assert started.wait(10)

    @property
    def taken(self):
        return self.handler.taken

    @property
    def messages(self):
        return [message_from_bytes(content, policy=default) for _, content in self.taken]

    def counts(self):
        """Count how often each mail was taken, by its Message-ID."""
        return Counter(message["Message-ID"] for message in self.messages)

    def hang_up(self):
        """End every line at once; answer when that is done."""
        done = threading.Event()

        def end():
            for line in self._lines:
                if line.transport:
                    line.transport.close()
            self._loop.call_later(0.05, done.set)

        self._loop.call_soon_threadsafe(end)
        assert done.wait(10)

    def stop(self):
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)

    def _serve(self, started):
        asyncio.set_event_loop(self._loop)
        server = self._loop.run_until_complete(
            self._loop.create_server(self._answer, ADDRESS, 0, ssl=self._tls)
        )
        self.port = server.sockets[0].getsockname()[1]
        started.set()
        self._loop.run_forever()
        server.close()
        for line in self._lines:
            if line.transport:
                line.transport.abort()
        for task in asyncio.all_tasks(self._loop):
            task.cancel()
        self._loop.run_until_complete(asyncio.sleep(0.01))
        self._loop.close()

    def _answer(self):
        self.connections += 1
        known = {"hostname": "mail.example", "enable_SMTPUTF8": self._utf8}
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # that it takes passwords in the open is meant
            self._lines.append(SMTP(self.handler, loop=self._loop, **known, **self._how))
        return self._lines[-1]

    def _authenticate(self, server, session, envelope, mechanism, data):
        is_known = (data.login.decode(), data.password.decode()) == self._login
        self.signed_in.append(is_known)
        return AuthResult(success=is_known, handled=False)


def main(port_file, log):
    """Serve until killed; write down the Message-ID of each mail that was taken."""
    server = MailServer()
    with Path(log).open("a", encoding="utf-8") as file:

        def note(envelope):
            print(re.search(rb"(?m)^Message-ID: (\S+)", envelope.content)[1].decode(),
                  file=file, flush=True)  # fmt: skip

        server.handler.taking = note
        Path(f"{port_file}.new").write_text(str(server.port), encoding="utf-8")
        Path(f"{port_file}.new").rename(port_file)
        threading.Event().wait()


if __name__ == "__main__":
    main(*sys.argv[1:])
