"""The guard sees what it should see: a promise without a witness is none."""

import asyncio
import contextlib
import socket

import pytest

from tests.network_guard import NetworkGuard, NetworkUsed


@pytest.mark.parametrize("family", [socket.AF_INET, socket.AF_INET6])
def test_refuses_a_network_socket(family: socket.AddressFamily, network_guard: NetworkGuard) -> None:
    with pytest.raises(NetworkUsed):
        socket.socket(family)
    assert len(network_guard.attempts) == 1
    network_guard.attempts.clear()


def test_refuses_the_default_family(network_guard: NetworkGuard) -> None:
    with pytest.raises(NetworkUsed):
        socket.socket()
    network_guard.attempts.clear()


def test_refuses_a_look_up(network_guard: NetworkGuard) -> None:
    with pytest.raises(NetworkUsed):
        socket.getaddrinfo("localhost", 80)
    network_guard.attempts.clear()


def test_remembers_what_was_swallowed(network_guard: NetworkGuard) -> None:
    with contextlib.suppress(OSError, RuntimeError):
        socket.create_connection(("localhost", 9))
    assert network_guard.attempts
    network_guard.attempts.clear()


def test_lets_a_pair_pass() -> None:
    left, right = socket.socketpair()
    with left, right:
        left.sendall(b"x")
        assert right.recv(1) == b"x"


def test_lets_an_event_loop_run() -> None:
    assert asyncio.run(asyncio.sleep(0, "done")) == "done"
