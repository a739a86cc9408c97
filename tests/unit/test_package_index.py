import json
import re
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.loopback import CERTIFICATE, Reply, Site, running_site

from xinqiao.domain.cancel import CancelToken
from xinqiao.domain.errors import Cancelled, ReaderError
from xinqiao.domain.models import AvailablePackage, newest_packages, search_packages, version_key
from xinqiao.engines import web, web_address
from xinqiao.engines.package_index import MAX_INDEX, MAX_PACKAGES, OFFICIAL_INDEX, PackageIndex, read_index
from xinqiao.engines.web_errors import WebError, WebFault
from xinqiao.engines.web_line import Line, Patience

HASTY = Patience(connect=1, silence=0.3, whole=2)


def entry(source: str = "zh", target: str = "en", version: str = "1.9", **more: object) -> dict[str, object]:
    names = {"zh": "Chinese", "en": "English", "fr": "French", "de": "German"}
    link = f"https://packages.example/translate-{source}_{target}-{version.replace('.', '_')}.argosmodel"
    return {
        "package_version": version,
        "argos_version": "1.9.0",
        "from_code": source,
        "from_name": names.get(source, ""),
        "to_code": target,
        "to_name": names.get(target, ""),
        "code": f"translate-{source}_{target}",
        "links": [link],
        **more,
    }


INDEX = [
    entry("fr", "en"),
    entry("en", "fr", "1.9"),
    entry("en", "fr", "1.10"),
    entry("en", "de", "1.0"),
    entry("zh", "en"),
    {"type": "sbd", "code": "sbd", "links": []},
]


@pytest.fixture
def site() -> Iterator[Site]:
    with running_site() as running:
        yield running


def an_index(site: Site, folder: Path, path: str = "/index.json") -> PackageIndex:
    return PackageIndex(folder / "cache" / "index.json", site.at(path), HASTY)


def told(index: PackageIndex, said: str) -> WebError:
    with pytest.raises(WebError, match=said) as caught:
        index.refresh(CancelToken())
    assert caught.value.next_step
    assert caught.value.what.endswith(".")
    return caught.value


def test_lists_the_newest_of_each_pair_and_keeps_a_copy(site: Site, tmp_path: Path) -> None:
    site.serve("/index.json", 200, json.dumps(INDEX).encode(), ETag='"one"')
    index = an_index(site, tmp_path)
    assert index.cached() is None
    listing = index.refresh(CancelToken())
    assert [(item.title, item.version) for item in listing.packages] == [
        ("Chinese → English", "1.9"),
        ("English → French", "1.10"),
        ("English → German", "1.0"),
        ("French → English", "1.9"),
    ]
    assert listing.skipped == 0
    assert index.cached() == listing
    assert PackageIndex(tmp_path / "cache" / "index.json", "http://elsewhere.example/").cached() is None
    assert [path.name for path in (tmp_path / "cache").iterdir()] == ["index.json"]


def test_asks_only_whether_it_changed(site: Site, tmp_path: Path) -> None:
    def route(reply: Reply) -> None:
        if reply.headers.get("If-None-Match") == '"one"':
            reply.head(304)
        else:
            reply.send(200, json.dumps(INDEX).encode(), ETag='"one"')

    site.routes["/index.json"] = route
    index = an_index(site, tmp_path)
    first = index.refresh(CancelToken())
    again = index.refresh(CancelToken())
    assert again.packages == first.packages
    assert again.fetched_at >= first.fetched_at
    assert [item.headers.get("if-none-match") for item in site.asked] == [None, '"one"']


def test_follows_redirects_and_speaks_plainly(site: Site, tmp_path: Path) -> None:
    site.serve("/index.json", 302, b"", Location="/moved.json?x=1 2")
    site.serve("/moved.json", 200, json.dumps(INDEX).encode())
    assert len(an_index(site, tmp_path).refresh(CancelToken()).packages) == 4
    assert site.asked[0].headers["accept-encoding"] == "identity"
    assert site.asked[0].headers["user-agent"] == "Xinqiao"
    assert "cookie" not in site.asked[0].headers


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (404, "has no list of packages"),
        (403, "does not hand out"),
        (429, "asked too often"),
        (500, "trouble of its own"),
        (503, "trouble of its own"),
        (204, "does not hand out"),
    ],
)
def test_errors_of_the_server(site: Site, tmp_path: Path, status: int, said: str) -> None:
    site.serve("/index.json", status, b"", Retry_After="90")
    error = told(an_index(site, tmp_path), said)
    assert error.status == status
    assert ("in 90 seconds" in error.next_step) == (status == 429)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"", "not JSON"),
        (b"{", "not JSON"),
        (b"\xff\xfe", "not JSON"),
        (b"[" * 100_000, "not JSON"),
        (b"<!DOCTYPE html><title>Log in</title>", "a web page"),
        (b"{}", "no list"),
        (b"[]", "no package"),
        (b'[1, null, "x", {}, {"links": 3}]', "no package"),
        (json.dumps([entry(links=["ipfs://x", "file:///etc/passwd"])]).encode(), "no package"),
        (json.dumps([entry()] * (MAX_PACKAGES + 1)).encode(), "more than"),
        (b"[" + b" " * MAX_INDEX + b"]", "MiB"),
    ],
)
def test_what_is_no_index(site: Site, tmp_path: Path, body: bytes, said: str) -> None:
    site.serve("/index.json", 200, json.dumps(INDEX).encode())
    index = an_index(site, tmp_path)
    before = index.refresh(CancelToken())
    site.serve("/index.json", 200, body)
    assert told(index, said).fault is WebFault.ANSWER
    assert index.cached() == before


def test_an_index_without_a_length_is_bounded_too(site: Site, tmp_path: Path) -> None:
    def route(reply: Reply) -> None:
        reply.head(200)
        for _ in range(MAX_INDEX // 65536 + 2):
            reply.wfile.write(b" " * 65536)

    site.routes["/index.json"] = route
    told(an_index(site, tmp_path), "more than")


def test_entries_of_no_use_are_left_out() -> None:
    bad: list[object] = [
        entry(from_code="../../evil"),
        entry(to_code="e" * 99),
        entry(package_version="1.0; rm"),
        entry(package_version=1.0),
        entry(from_name="x" * 101),
        entry(links="https://a.example/x"),
        entry(sha256="zz"),
        entry(links=["http://user:word@a.example/x"]),
    ]
    packages, skipped = read_index(json.dumps([*bad, *INDEX]).encode(), "a.example")
    assert skipped == len(bad)
    assert len(packages) == 4
    good = entry(
        size=5, sha256="AB" * 32, from_name=" Chi\u0000nese\n", links=["ipfs://x", "https://a.example/x"]
    )
    ((package,), _) = read_index(json.dumps([good]).encode(), "a.example")
    assert (package.size, package.sha256, package.from_name) == (5, "ab" * 32, "Chinese")
    assert package.links == ("https://a.example/x",)
    ((package,), _) = read_index(json.dumps([entry(size=True)]).encode(), "a.example")
    assert package.size is None


def test_sizes_are_asked_of_the_servers(site: Site, tmp_path: Path) -> None:
    index = an_index(site, tmp_path)
    ((package,), _) = read_index(
        json.dumps([entry(links=[site.at("/gone"), site.at("/moved")])]).encode(), "here"
    )
    site.serve("/moved", 301, b"", Location="/file")
    site.serve("/file", 200, b"12345")
    assert index.size_of(package, CancelToken()) == 5
    assert [item.method for item in site.asked] == ["HEAD", "HEAD", "HEAD"]
    del site.routes["/file"]
    assert index.size_of(package, CancelToken()) is None


@pytest.mark.parametrize(
    "damage",
    ["", "{", "[]", '{"address": 1}', '{"address": "ADDRESS", "index": "x", "etag": "", "fetched_at": ""}'],
)
def test_a_damaged_copy_is_no_copy(site: Site, tmp_path: Path, damage: str) -> None:
    site.serve("/index.json", 200, json.dumps(INDEX).encode())
    index = an_index(site, tmp_path)
    index.refresh(CancelToken())
    (tmp_path / "cache" / "index.json").write_text(damage.replace("ADDRESS", index.address), "utf-8")
    assert index.cached() is None
    index.refresh(CancelToken())
    assert index.cached() is not None


def test_a_copy_that_cannot_be_kept_is_no_hindrance(site: Site, tmp_path: Path) -> None:
    site.serve("/index.json", 200, json.dumps(INDEX).encode())
    (tmp_path / "cache").write_text("a file in the way", "utf-8")
    assert an_index(site, tmp_path).refresh(CancelToken()).packages


def test_a_server_that_says_nothing(site: Site, tmp_path: Path) -> None:
    site.routes["/index.json"] = Reply.stall
    assert told(an_index(site, tmp_path), "too long").fault is WebFault.TIME


def test_a_server_that_trickles(site: Site, tmp_path: Path) -> None:
    def route(reply: Reply) -> None:
        reply.head(200)
        while not reply.server.site.over.wait(0.05):
            reply.wfile.write(b" ")
            reply.wfile.flush()

    site.routes["/index.json"] = route
    index = PackageIndex(tmp_path / "index.json", site.at("/index.json"), Patience(1, 1, 0.4))
    assert told(index, "too long").fault is WebFault.TIME


def test_a_server_that_hangs_up(site: Site, tmp_path: Path) -> None:
    site.routes["/index.json"] = Reply.cut
    assert told(an_index(site, tmp_path), "lost").fault is WebFault.LOST


def test_what_is_no_web_server(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:

        def greet() -> None:
            with server.accept()[0] as client:
                client.sendall(b"220 mail.example ESMTP\r\n")
                client.recv(1000)

        greeter = threading.Thread(target=greet)
        greeter.start()
        address = f"http://127.0.0.1:{server.getsockname()[1]}/"
        assert told(PackageIndex(tmp_path / "x", address, HASTY), "as a web server").fault is WebFault.ANSWER
        greeter.join(5)


def test_nobody_there(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    assert told(PackageIndex(tmp_path / "x", f"http://127.0.0.1:{port}/", HASTY), "No server runs").fault is (
        WebFault.OFFLINE
    )


@pytest.mark.parametrize(
    ("failure", "said", "fault"),
    [
        (socket.gaierror(socket.EAI_NONAME, "x"), "no server called", WebFault.NAME),
        (socket.gaierror(socket.EAI_AGAIN, "x"), "cannot be looked up", WebFault.OFFLINE),
        (OSError(101, "Network is unreachable"), "no way to", WebFault.OFFLINE),
        (OSError(5, "Input/output error"), "does not answer as it should", WebFault.OFFLINE),
    ],
)
def test_no_name_and_no_network(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failure: OSError, said: str, fault: WebFault
) -> None:
    def fail(*args: object, **more: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "x") if more.get("flags") else failure

    monkeypatch.setattr(socket, "getaddrinfo", fail)
    assert told(PackageIndex(tmp_path / "x", "http://index.invalid/", HASTY), said).fault is fault


def test_a_name_server_that_does_not_answer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    over = threading.Event()

    def hang(*args: object, **more: object) -> list[object]:
        if more.get("flags"):
            raise socket.gaierror(socket.EAI_NONAME, "x")
        over.wait(10)
        return []

    monkeypatch.setattr(socket, "getaddrinfo", hang)
    index = PackageIndex(tmp_path / "x", "http://index.invalid/", Patience(connect=0.1))
    assert told(index, "cannot be looked up").fault is WebFault.OFFLINE
    cancel = CancelToken()
    threading.Timer(0.1, cancel.set).start()
    with pytest.raises(Cancelled):
        PackageIndex(tmp_path / "x", "http://index.invalid/").refresh(cancel)
    over.set()


@pytest.mark.parametrize(
    "address",
    [
        "",
        "index.json",
        "file:///etc/passwd",
        "ftp://a.example/",
        "http://",
        "http://[::1",
        "http://a:99999/",
        "http://user:word@a.example/",
        "http://a.example/x y",
        "http://a.example/\r\nHost: b",
        "http://" + "a" * 99 + "/",
    ],
)
def test_what_is_no_address(tmp_path: Path, address: str) -> None:
    assert told(PackageIndex(tmp_path / "x", address, HASTY), "not a web address").fault is WebFault.ADDRESS


@pytest.mark.parametrize(
    "target", ["file:///etc/passwd", "ftp://a.example/x", "javascript:alert(1)", "http://[x"]
)
def test_redirects_off_the_web_are_refused(site: Site, tmp_path: Path, target: str) -> None:
    site.serve("/index.json", 302, b"", Location=target)
    assert told(an_index(site, tmp_path), "not of the web").fault is WebFault.ADDRESS


def test_redirects_without_end_are_refused(site: Site, tmp_path: Path) -> None:
    site.serve("/index.json", 302, b"", Location="/index.json")
    told(an_index(site, tmp_path), "without end")
    assert len(site.asked) == web.MAX_REDIRECTS + 1


def test_packed_answers_are_refused(site: Site, tmp_path: Path) -> None:
    site.serve("/index.json", 200, b"x", Content_Encoding="gzip")
    told(an_index(site, tmp_path), "packed data")


def test_tls_is_checked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with running_site(secure=True) as site:
        site.serve("/index.json", 200, json.dumps(INDEX).encode())
        site.serve("/down", 302, b"", Location="http://127.0.0.1:1/")
        assert told(an_index(site, tmp_path), "cannot show that it is").fault is WebFault.TLS
        monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
        assert len(an_index(site, tmp_path).refresh(CancelToken()).packages) == 4
        assert told(an_index(site, tmp_path, "/down"), "one that is not").fault is WebFault.ADDRESS
        plain = PackageIndex(tmp_path / "x", site.at("/").replace("https", "http"), HASTY)
        with pytest.raises(ReaderError):
            plain.refresh(CancelToken())
    with running_site() as site:
        index = PackageIndex(tmp_path / "x", site.at("/").replace("http", "https"), HASTY)
        assert told(index, "No secure connection").fault is WebFault.TLS


def test_a_handshake_can_be_stopped(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        cancel = CancelToken()
        threading.Timer(0.1, cancel.set).start()
        index = PackageIndex(tmp_path / "x", f"https://127.0.0.1:{server.getsockname()[1]}/")
        with pytest.raises(Cancelled):
            index.refresh(cancel)


def test_a_proxy_is_asked_where_the_system_wants_one(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", site.address.replace("http://", "http://me:word@"))
    monkeypatch.setenv("https_proxy", site.address)
    monkeypatch.setenv("no_proxy", "direct.example")
    site.serve("http://index.example/list", 200, json.dumps(INDEX).encode())
    assert PackageIndex(tmp_path / "x", "http://index.example/list", HASTY).refresh(CancelToken()).packages
    assert site.asked[-1].headers["host"] == "index.example"
    assert site.asked[-1].headers["proxy-authorization"] == "Basic bWU6d29yZA=="
    site.serve("index.example:443", 502)
    told(PackageIndex(tmp_path / "x", "https://index.example/list", HASTY), "lets nothing through")
    assert site.asked[-1].method == "CONNECT"
    monkeypatch.setenv("http_proxy", "socks5://127.0.0.1:1")
    told(PackageIndex(tmp_path / "x", "http://index.example/list", HASTY), "kind that cannot be used")
    site.serve("/index.json", 200, json.dumps(INDEX).encode())
    assert an_index(site, tmp_path).refresh(CancelToken()).packages  # this machine itself needs none


def test_secure_through_a_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    with running_site(secure=True) as site, socket.create_server(("127.0.0.1", 0)) as proxy:
        site.serve("/x", 200, b"through")

        def carry() -> None:
            port = int(site.address.rsplit(":", 1)[1])
            with proxy.accept()[0] as client, socket.create_connection(("127.0.0.1", port)) as server:
                head = client.recv(1000)
                assert head.startswith(b"CONNECT localhost:443 HTTP/1.1\r\n")
                client.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
                back = threading.Thread(target=_copy, args=(server, client))
                back.start()
                _copy(client, server)
                back.join(5)

        carrier = threading.Thread(target=carry)
        carrier.start()
        monkeypatch.setattr(web_address, "_LOOPBACK", re.compile("never"))
        monkeypatch.setenv("https_proxy", f"http://127.0.0.1:{proxy.getsockname()[1]}")
        with web.ask("https://localhost/x", CancelToken(), patience=HASTY) as answer:
            assert answer.read(100) == b"through"
        carrier.join(5)


def _copy(source: socket.socket, target: socket.socket) -> None:
    try:
        while data := source.recv(65536):
            target.sendall(data)
        target.shutdown(socket.SHUT_WR)
    except OSError:
        pass


def test_stopped_within_a_fifth_of_a_second(site: Site, tmp_path: Path) -> None:
    site.routes["/index.json"] = Reply.stall
    cancel = CancelToken()
    at: list[float] = []

    def stop() -> None:
        site.stalling.wait(5)
        at.append(time.monotonic())
        cancel.set()

    stopper = threading.Thread(target=stop)
    stopper.start()
    with pytest.raises(Cancelled):
        PackageIndex(tmp_path / "x", site.at("/index.json")).refresh(cancel)
    late = time.monotonic() - at[0]
    stopper.join(5)
    assert late < 1.0  # a twentieth on a machine with nothing else to do


def test_a_closed_line_says_so() -> None:
    line = Line(CancelToken(), Patience())
    with pytest.raises(OSError, match="not connected"):
        line.sendall(b"x")
    assert isinstance(ssl.SSLError(), OSError)


def test_search_by_code_and_name() -> None:
    packages, _ = read_index(json.dumps(INDEX).encode(), "here")

    def found(text: str) -> set[str]:
        return {f"{item.from_code}-{item.to_code}" for item in search_packages(packages, text)}

    assert found("") == found("  ") == {"zh-en", "en-fr", "en-de", "fr-en"}
    assert found("FR") == found("french") == found("Fren") == {"en-fr", "fr-en"}
    assert found("zh en") == found("zh→en") == found("Chinese → English") == found("zh_en") == {"zh-en"}
    assert found("klingon") == set()


def test_versions_compare_by_number() -> None:
    assert version_key("1.10") > version_key("1.9") > version_key("1")
    assert version_key("1") == version_key("1.0")
    assert version_key("x") == ()
    first = AvailablePackage("zh", "en", "", "", "1.9", ("https://a.example",))
    assert newest_packages([first]) == [first]
    assert first.title == "zh → en"
    assert OFFICIAL_INDEX.startswith("https://")
