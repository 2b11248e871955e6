"""An audit hook that refuses network sockets in the whole process, whoever asks."""

import socket
import sys

REFUSED = {
    "ftplib.connect",
    "http.client.connect",
    "smtplib.connect",
    "socket.getaddrinfo",
    "socket.gethostbyaddr",
    "socket.gethostbyname",
    "socket.getnameinfo",
    "urllib.Request",
}
PAIR_MAKERS = {"socketpair", "_fallback_socketpair"}
"""Where Python has no AF_UNIX (win32), it makes a pair of connected sockets from two on the loopback address."""


class NetworkUsed(RuntimeError):
    """Something in the process asked for the network."""


class NetworkGuard:
    """Refuses and remembers every network socket, look-up and connection; AF_UNIX and socket pairs pass."""

    def __init__(self) -> None:
        self.attempts: list[str] = []

    def __call__(self, event: str, arguments: tuple[object, ...]) -> None:
        """Judge one audit event; raise NetworkUsed if it is about the network."""
        if event in REFUSED or (event == "socket.__new__" and self._is_network(arguments)):
            self.attempts.append(f"{event} {arguments[1:]}")
            raise NetworkUsed(event)

    @staticmethod
    def _is_network(arguments: tuple[object, ...]) -> bool:
        _self, family, _kind, _protocol = arguments
        local = getattr(socket, "AF_UNIX", None)
        # -1 is how a socket is rebuilt from a file descriptor that exists already, or "the default", which is AF_INET.
        return family != local and not _inside_pair_maker()


def _inside_pair_maker() -> bool:
    frame = sys._getframe(2)
    while frame.f_back is not None:
        if frame.f_code.co_name in PAIR_MAKERS and frame.f_code.co_filename == socket.__file__:
            return True
        frame = frame.f_back
    return False
