#!/usr/bin/python3
"""An RTSP camera for tests, made of GStreamer's server: an implementation that is not FFmpeg's.

Serves the Annex-B file CLIP at /live in a loop; at /stall it falls silent after half a second.
Prints `port N` when it is ready, and ends when its standard input is closed.
"""

import argparse
import sys
import threading

import gi

gi.require_version("Gst", "1.0")
gi.require_version("GstRtsp", "1.0")
gi.require_version("GstRtspServer", "1.0")
from gi.repository import GLib, Gst, GstRtsp, GstRtspServer  # noqa: E402


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("clip")
    parser.add_argument("--codec", choices=["h264", "h265"], default="h264")
    parser.add_argument("--scheme", choices=["none", "basic", "digest"], default="none")
    parser.add_argument("--port", default="0", help="0 takes a free one")
    parser.add_argument("--user", default="")
    parser.add_argument("--password", default="")
    return parser.parse_args()


def factory(clip, codec, stalls):
    made = GstRtspServer.RTSPMediaFactory()
    made.set_shared(True)
    made.set_protocols(GstRtsp.RTSPLowerTrans.TCP)
    made.set_launch(
        f'( multifilesrc location="{clip}" loop=true blocksize=65536 ! {codec}parse'
        f" ! identity name=gate ! rtp{codec}pay name=pay0 pt=96 config-interval=-1 )"
    )
    if stalls:
        made.connect("media-configure", stall_soon)
    return made


def stall_soon(_, media):
    gate = media.get_element().get_by_name_recurse_up("gate")

    def close_gate():
        gate.set_property("drop-probability", 1.0)
        return False

    GLib.timeout_add(500, close_gate)


def require_password(server, scheme, user, password):
    authentication = GstRtspServer.RTSPAuth()
    method = GstRtsp.RTSPAuthMethod.BASIC if scheme == "basic" else GstRtsp.RTSPAuthMethod.DIGEST
    authentication.set_supported_methods(method)
    token = GstRtspServer.RTSPToken()
    token.set_string("media.factory.role", "watcher")
    if scheme == "basic":
        code = GstRtspServer.RTSPAuth.make_basic(user, password)
        authentication.add_basic(code, token)
    else:
        authentication.add_digest(user, password, token)
    server.set_auth(authentication)


def permit(made, scheme):
    if scheme == "none":
        return
    rights = GstRtspServer.RTSPPermissions()
    rights.add_permission_for_role("watcher", "media.factory.access", True)
    rights.add_permission_for_role("watcher", "media.factory.construct", True)
    made.set_permissions(rights)


def main():
    options = arguments()
    Gst.init(None)
    server = GstRtspServer.RTSPServer()
    server.set_address("127.0.0.1")
    server.set_service(options.port)
    if options.scheme != "none":
        require_password(server, options.scheme, options.user, options.password)
    for path, stalls in (("/live", False), ("/stall", True)):
        made = factory(options.clip, options.codec, stalls)
        permit(made, options.scheme)
        server.get_mount_points().add_factory(path, made)
    server.attach(None)
    print(f"port {server.get_bound_port()}", flush=True)
    loop = GLib.MainLoop()
    threading.Thread(target=lambda: (sys.stdin.read(), loop.quit()), daemon=True).start()
    loop.run()


main()
