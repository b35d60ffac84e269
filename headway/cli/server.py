"""The web server of one machine: gunicorn where it runs, else the standard library's."""

import os
from typing import Any

from headway.domain.errors import BadInput

WORKERS = 2
THREADS = 4


def run(port: int) -> None:
    """Serves the configured record on the loopback addresses until it is stopped."""
    if os.name == "posix":
        _run_gunicorn(port)
    else:
        _run_simple(port)


def _application() -> Any:
    from django.core.wsgi import get_wsgi_application

    return get_wsgi_application()


def _run_gunicorn(port: int) -> None:
    from gunicorn.app.base import BaseApplication

    class Site(BaseApplication):  # type: ignore[misc]
        def load_config(self) -> None:
            settings = {
                "bind": [f"127.0.0.1:{port}"],
                "workers": WORKERS,
                "threads": THREADS,
                "preload_app": True,
                "loglevel": "warning",
                "timeout": 60,
            }
            for name, content in settings.items():
                self.cfg.set(name, content)

        def load(self) -> Any:
            return _application()

    Site().run()


def _run_simple(port: int) -> None:
    from socketserver import ThreadingMixIn
    from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

    class Threaded(ThreadingMixIn, WSGIServer):
        daemon_threads = True

    class Quiet(WSGIRequestHandler):
        def log_message(self, format: str, *args: Any) -> None:
            return None

    try:
        with make_server("127.0.0.1", port, _application(), Threaded, Quiet) as server:
            server.serve_forever()
    except OSError as error:
        raise BadInput(f"port {port} cannot be used ({error}); give another with --port") from None
