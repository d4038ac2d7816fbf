#!/usr/bin/env python3
"""A web camera for tests, with the answers that real ones give and those that hostile ones could.

Serves the files of FOLDER: /NAME as they are, /auth/basic/NAME and /auth/digest/NAME to the user
`watcher` with the password `p@ss:w/rd`, /multipart/NAME as an endless multipart stream and
/chunked/NAME in chunks without a length.
/silent never answers, /trickle sends a byte at a time, /away leads to /picture.jpg and /playlist
answers with an HLS playlist that names /secret.ts. Path and Host of each request become a line of
FOLDER/requests.log.
Prints `port N` when it is ready, and ends when its standard input is closed.
"""

import base64
import hashlib
import os
import re
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

USER, PASSWORD, REALM, NONCE = "watcher", "p@ss:w/rd", "river", "5f3a"
TYPES = {".jpg": "image/jpeg", ".ts": "video/mp2t", ".mp4": "video/mp4", ".txt": "text/plain"}


class Camera(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def do_GET(self):
        path = self.path.split("?")[0]
        with open(os.path.join(sys.argv[1], "requests.log"), "a") as log:
            log.write(f"{path} {self.headers.get('Host')}\n")
        name = os.path.basename(path)
        try:
            if path == "/silent":
                time.sleep(30)
            elif path == "/trickle":
                self.trickle()
            elif path == "/away":
                self.answer(302, b"", headers={"Location": "/picture.jpg"})
            elif path == "/playlist":
                playlist = b"#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\n/secret.ts\n"
                self.answer(200, playlist, "application/vnd.apple.mpegurl")
            elif path.startswith("/auth/") and not self.is_authorised(path.split("/")[2]):
                self.refuse(path.split("/")[2])
            elif path.startswith("/multipart/"):
                self.multipart(self.content(name))
            elif path.startswith("/chunked/"):
                self.chunked(self.content(name))
            elif self.content(name) is None:
                self.answer(404, b"nothing here")
            else:
                self.answer(200, self.content(name), TYPES.get(os.path.splitext(name)[1], ""))
        except (BrokenPipeError, ConnectionResetError):
            pass

    def content(self, name):
        try:
            with open(os.path.join(sys.argv[1], name), "rb") as file:
                return file.read()
        except OSError:
            return None

    def answer(self, status, body, content_type="", headers={}):
        self.send_response(status)
        if content_type:
            self.send_header("Content-Type", content_type)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def refuse(self, scheme):
        challenge = {
            "basic": f'Basic realm="{REALM}"',
            "digest": f'Digest realm="{REALM}", nonce="{NONCE}", qop="auth", algorithm=MD5',
        }[scheme]
        self.answer(401, b"", headers={"WWW-Authenticate": challenge})

    def is_authorised(self, scheme):
        given = self.headers.get("Authorization", "")
        if scheme == "basic":
            code = base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode()
            return given == f"Basic {code}"
        fields = dict(re.findall(r'(\w+)="?([^",]*)"?', given))
        if not {"response", "uri", "nc", "cnonce"} <= fields.keys():
            return False
        secret = md5(f"{USER}:{REALM}:{PASSWORD}")
        request = md5(f"GET:{fields['uri']}")
        middle = f"{NONCE}:{fields['nc']}:{fields['cnonce']}:auth"
        return fields["response"] == md5(f"{secret}:{middle}:{request}")

    def multipart(self, picture):
        self.send_response(200)
        self.send_header("Content-Type", "multipart/x-mixed-replace; boundary=frame")
        self.end_headers()
        for _ in range(200):
            head = f"--frame\r\nContent-Type: image/jpeg\r\nContent-Length: {len(picture)}\r\n\r\n"
            self.wfile.write(head.encode() + picture + b"\r\n")
            time.sleep(0.02)

    def chunked(self, picture):
        self.send_response(200)
        self.send_header("Content-Type", "image/jpeg")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        for start in range(0, len(picture), 500):
            chunk = picture[start : start + 500]
            self.wfile.write(f"{len(chunk):x}\r\n".encode() + chunk + b"\r\n")
        self.wfile.write(b"0\r\n\r\n")

    def trickle(self):
        self.send_response(200)
        self.send_header("Content-Type", "image/jpeg")
        self.end_headers()
        self.wfile.write(b"\xff\xd8\xff\xfe\xff\xff")  # a picture that begins with a long comment
        for _ in range(300):
            self.wfile.write(b"-")
            time.sleep(0.1)


def md5(text):
    return hashlib.md5(text.encode()).hexdigest()


def main():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Camera)
    server.daemon_threads = True
    print(f"port {server.server_address[1]}", flush=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    sys.stdin.read()


main()
