"""A real WordPress from Debian's packages on loopback: MariaDB and PHP's own server, in a folder of the test's."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any

HERE = Path(__file__).parent
_CONFIG = """<?php
define('DB_NAME', 'wp'); define('DB_USER', 'wp'); define('DB_PASSWORD', 'wp'); define('DB_HOST', '127.0.0.1:{port}');
define('DB_CHARSET', 'utf8mb4'); define('DB_COLLATE', '');
foreach (['AUTH_KEY', 'SECURE_AUTH_KEY', 'LOGGED_IN_KEY', 'NONCE_KEY', 'AUTH_SALT', 'SECURE_AUTH_SALT', 'LOGGED_IN_SALT', 'NONCE_SALT'] as $k) {{
    define($k, "test-$k");
}}
$table_prefix = 'wp_';
define('WP_HTTP_BLOCK_EXTERNAL', true); define('DISABLE_WP_CRON', true); define('AUTOMATIC_UPDATER_DISABLED', true);
define('WP_HOME', 'http://{netloc}'); define('WP_SITEURL', 'http://{netloc}');
if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
"""
#: What security plug-ins do to REST.
_NO_REST = """<?php
add_filter('rest_authentication_errors', function () {
    return new WP_Error('rest_disabled', 'REST is off here', ['status' => 401]);
});
"""


def free_port() -> int:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return int(s.getsockname()[1])


@dataclass
class WordPress:
    """One site, empty when it starts."""

    folder: Path
    port: int = field(default_factory=free_port)
    _processes: list[subprocess.Popen[bytes]] = field(default_factory=list)
    _read: int = 0

    @property
    def netloc(self) -> str:
        return f"127.0.0.1:{self.port}"

    @property
    def root(self) -> str:
        return f"http://{self.netloc}/"

    def __enter__(self) -> WordPress:
        # MariaDB gives up root, so its folder must be reachable for another user.
        for parent in (self.folder, *self.folder.parents):
            if parent.owner() == Path.home().owner() and parent != Path("/"):
                parent.chmod(parent.stat().st_mode | 0o055)
        listed = subprocess.run(["dpkg", "-L", "wordpress"], capture_output=True, text=True, check=True).stdout
        shipped = next(Path(p).parent for p in listed.splitlines() if p.endswith("/wp-load.php"))
        site = self.folder / "site"
        subprocess.run(["cp", "-rL", str(shipped), str(site)], check=True)
        themes = site / "wp-content" / "themes"
        for theme in Path("/usr/share/wordpress/wp-content/themes").glob("*"):
            if theme.is_dir() and not (themes / theme.name).exists():
                shutil.copytree(theme, themes / theme.name)
        (site / "wp-content" / "uploads").mkdir(exist_ok=True)
        database = free_port()
        (site / "wp-config.php").write_text(_CONFIG.format(port=database, netloc=self.netloc), "utf-8")
        for name in ("site.php", "router.php"):
            shutil.copy(HERE / name, self.folder / name)
        self._start_database(database)
        (self.folder / "access.log").touch()
        log = (self.folder / "php.log").open("wb")
        command = ["php", "-S", self.netloc, "-t", str(site), str(self.folder / "router.php")]
        self._processes.append(
            subprocess.Popen(
                command,
                stdout=log,
                stderr=log,
                env={**os.environ, "PHP_CLI_SERVER_WORKERS": "3"},
                start_new_session=True,
            )
        )
        self._wait_for(self.port)
        return self

    def _start_database(self, port: int) -> None:
        data = self.folder / "db"
        data.mkdir()
        shutil.chown(data, "mysql")
        subprocess.run(
            ["mariadb-install-db", "--user=mysql", f"--datadir={data}", "--auth-root-authentication-method=normal"],
            check=True, capture_output=True,
        )  # fmt: skip
        # The path of a Unix socket may have 107 characters, fewer than a test's folder.
        address = Path(f"/tmp/infitah-wp-{port}.sock")
        command = ["mariadbd", "--no-defaults", "--user=mysql", f"--datadir={data}", f"--socket={address}", "--bind-address=127.0.0.1",
                   f"--port={port}", f"--pid-file={data}/my.pid", "--innodb-flush-log-at-trx-commit=0"]  # fmt: skip
        log = (self.folder / "db.log").open("wb")
        self._processes.append(subprocess.Popen(command, stdout=log, stderr=log, start_new_session=True))
        self._wait_for(port)
        statements = "create database wp character set utf8mb4; " + " ".join(
            f"create user wp@{h} identified by 'wp'; grant all on wp.* to wp@{h};" for h in ("127.0.0.1", "localhost")
        )
        subprocess.run(["mariadb", f"--socket={address}", "-uroot", "-e", statements], check=True, capture_output=True)

    def _wait_for(self, port: int) -> None:
        for _ in range(300):
            with socket.socket() as s:
                if s.connect_ex(("127.0.0.1", port)) == 0:
                    return
            if self._processes[-1].poll() is not None:
                break
            time.sleep(0.1)
        raise RuntimeError(f"nothing answers on port {port}; see the logs in {self.folder}")

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for process in reversed(self._processes):
            os.killpg(process.pid, 15)
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, 9)
                process.wait()

    def do(self, *operations: dict[str, Any]) -> list[Any]:
        """What an editor does, in order; returns what WordPress says to each."""
        found = subprocess.run(
            ["php", str(self.folder / "site.php")], input=json.dumps(operations), capture_output=True, text=True,
            env={**os.environ, "SITE_NETLOC": self.netloc},
        )  # fmt: skip
        assert found.returncode == 0, found.stderr + found.stdout[-2000:]
        results: list[Any] = json.loads(found.stdout[found.stdout.index("[") :])
        return results

    def switch_rest_off(self) -> None:
        plugins = self.folder / "site" / "wp-content" / "mu-plugins"
        plugins.mkdir(exist_ok=True)
        (plugins / "no-rest.php").write_text(_NO_REST, "utf-8")

    def asked(self) -> Counter[str]:
        """Addresses in the server's access log since this was last called, and how often."""
        text = (self.folder / "access.log").read_text("utf-8", "replace")
        fresh, self._read = text[self._read :], len(text)
        return Counter(line.partition(" ")[2] for line in fresh.splitlines())
