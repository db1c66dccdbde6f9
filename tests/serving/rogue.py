"""A server that proves itself by a certificate, and then asks for the password in clear."""

import socket
import ssl
import threading
from contextlib import suppress

from tests.persistence.tls import ADDRESS, CLEAR_TEXT, TLS_WANTED


class TlsRogue:
    """Listens where a server should; what it hears after asking is kept in `heard`."""

    def __init__(self, certificate, key):
        self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._context.load_cert_chain(certificate, key)
        self._listener = socket.create_server((ADDRESS, 0))
        self.port = self._listener.getsockname()[1]
        self.heard = b""
        self.greeted = 0
        threading.Thread(target=self._serve, daemon=True).start()

    def close(self):
        """Listen no longer."""
        self._listener.close()

    def _serve(self):
        with suppress(OSError):
            while True:
                line, _ = self._listener.accept()
                threading.Thread(target=self._speak, args=[line], daemon=True).start()

    def _speak(self, line):
        with line, suppress(OSError):
            line.settimeout(5)
            if int.from_bytes(line.recv(8)[4:8]) != TLS_WANTED:
                return
            line.sendall(b"S")
            with self._context.wrap_socket(line, server_side=True) as hidden:
                if not hidden.recv(1024):
                    return
                self.greeted += 1
                hidden.sendall(b"R" + (4 + len(CLEAR_TEXT)).to_bytes(4) + CLEAR_TEXT)
                while heard := hidden.recv(1024):
                    self.heard += heard
