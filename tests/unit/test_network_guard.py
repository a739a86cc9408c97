import socket
import threading

import pytest


def test_outside_is_refused(refused_connections: list[str]) -> None:
    with pytest.raises(OSError, match="may not reach the network"):
        socket.create_connection(("192.0.2.1", 80), timeout=1)
    with pytest.raises(OSError, match="may not reach the network"):
        socket.getaddrinfo("example.org", 443)
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as udp:
        with pytest.raises(OSError, match="may not reach the network"):
            udp.sendto(b"x", ("192.0.2.1", 53))
        with pytest.raises(OSError, match="may not reach the network"):
            udp.connect_ex(("192.0.2.1", 53))
    assert len(refused_connections) == 4
    refused_connections.clear()


def test_loopback_is_allowed() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        greeter = threading.Thread(target=lambda: server.accept()[0].close())
        greeter.start()
        with socket.create_connection(server.getsockname()[:2], timeout=5) as client:
            assert client.recv(1) == b""
        greeter.join(5)
