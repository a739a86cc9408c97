"""The proxy that this computer may want for the web."""

import base64
import http.client
import urllib.request
from collections.abc import Mapping
from urllib.parse import SplitResult, unquote, urlsplit

from xinqiao.domain.messages import message
from xinqiao.engines.web_address import is_loopback
from xinqiao.engines.web_errors import WebError, WebFault
from xinqiao.engines.web_line import Line


def proxy_for(scheme: str, host: str) -> SplitResult | None:
    """The proxy that the system wants for a host; None for none."""
    if is_loopback(host):
        return None
    proxies = urllib.request.getproxies()
    address = proxies.get(scheme) or proxies.get("all") or ""
    if not address or urllib.request.proxy_bypass(host):
        return None
    parts = urlsplit(address if "://" in address else f"http://{address}")
    if parts.scheme != "http" or not parts.hostname:
        raise WebError(
            WebFault.ADDRESS,
            message(
                "The proxy “{proxy}” of this computer is of a kind that cannot be used.",
                proxy=parts.hostname or address,
            ),
            message("Set up one that begins with http://, or none."),
        )
    return parts


def proxy_headers(proxy: SplitResult) -> dict[str, str]:
    """What a proxy wants to be told with each question."""
    if proxy.username is None:
        return {}
    pair = f"{unquote(proxy.username)}:{unquote(proxy.password or '')}"
    return {"Proxy-Authorization": "Basic " + base64.b64encode(pair.encode()).decode("ascii")}


def open_tunnel(line: Line, host: str, port: int, headers: Mapping[str, str]) -> None:
    """Ask a proxy for a way through."""
    name = host.encode("idna").decode("ascii")
    name = f"[{name}]" if ":" in name else name
    lines = [f"CONNECT {name}:{port} HTTP/1.1", f"Host: {name}:{port}"]
    lines += [f"{key}: {value}" for key, value in headers.items()]
    line.sendall("\r\n".join([*lines, "", ""]).encode("ascii"))
    response = http.client.HTTPResponse(line, method="CONNECT")  # type: ignore[arg-type]
    try:
        response.begin()
        if response.status != 200:
            raise WebError(
                WebFault.STATUS,
                message(
                    "The proxy of this computer lets nothing through to {host} (status {status}).",
                    host=host,
                    status=response.status,
                ),
                message("Ask whoever looks after the network, or use another one."),
                response.status,
            )
    finally:
        response.close()
