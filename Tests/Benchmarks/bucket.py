"""A bucket as fast as this machine can serve one: nginx on loopback, with listings made beforehand.

Listings of the whole bucket and of its folders, a thousand keys to a page; ETags; no signature is
looked at. The objects are those of Tests/Peers, in the original's layout.
"""

import hashlib
import os
import pwd
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path
from xml.sax.saxutils import escape

sys.path.insert(0, str(Path(__file__).parent.parent / "Peers"))
from s3 import layout  # noqa: E402

FOLDERS = {"all": "", "out": "out/", "datasets": "datasets/", "logs": "logs/"}
PAGE = 1000

CONFIGURATION = """
{user}worker_processes 2;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 4096; }}
http {{
  access_log off;
  default_type text/csv;
  types {{ application/xml xml; }}
  sendfile on;
  tcp_nodelay on;
  keepalive_requests 1000000;
  etag off;
  map_hash_max_size 65536;
  map_hash_bucket_size 256;
  client_body_temp_path {folder}/tmp;
  proxy_temp_path {folder}/tmp;
  fastcgi_temp_path {folder}/tmp;
  uwsgi_temp_path {folder}/tmp;
  scgi_temp_path {folder}/tmp;
  map $uri $md5 {{ include {folder}/etags.map; default ""; }}
  map $args $page {{ "~continuation-token=p(?<number>[0-9]+)" $number; default 0; }}
  map $args $part {{
    "~prefix=out" out; "~prefix=datasets" datasets; "~prefix=logs" logs; default all;
  }}
  server {{
    listen 127.0.0.1:{port} backlog=4096;
    root {folder}/www;
    error_page 404 /_list/404.xml;
    location ~ ^/bench/?$ {{ default_type application/xml; rewrite ^ /_list/$part-$page.xml last; }}
    location /bench/ {{ add_header ETag $md5; if ($http_if_none_match = $md5) {{ return 304; }} }}
  }}
}}
"""


class Bucket:
    """The bucket `bench`, served from files in `folder` until it is closed."""

    def __init__(self, folder, results):
        self.folder = folder
        self.port = free_port()
        self.objects = write_objects(folder / "www/bench", results)
        write_listings(folder / "www/_list", self.objects)
        etags = (f'"/bench/{key}" "\\"{etag}\\"";\n' for key, _, etag in self.objects)
        (folder / "etags.map").write_text("".join(etags))
        (folder / "tmp").mkdir()
        # Workers of root's nginx would be nobody, who may not read a temporary folder.
        user = f"user {pwd.getpwuid(0).pw_name};\n" if os.getuid() == 0 else ""
        (folder / "nginx.conf").write_text(
            CONFIGURATION.format(folder=folder, port=self.port, user=user))
        program = shutil.which("nginx") or "/usr/sbin/nginx"
        subprocess.run(
            [program, "-e", folder / "error.log", "-c", folder / "nginx.conf"], check=True)
        self.wait()

    @property
    def endpoint(self):
        return f"http://127.0.0.1:{self.port}"

    def wait(self):
        for _ in range(100):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.05)
        sys.exit(f"nginx does not answer; see {self.folder}/error.log")

    def close(self):
        pid = int((self.folder / "nginx.pid").read_text())
        os.kill(pid, 15)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def write_objects(folder, results):
    """Writes the objects as files; key, size and MD5 of each, by key."""
    objects = []
    for key, text in layout.objects(results=results, logs=200, datasets=20):
        body = text.encode()
        path = folder / key
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(body)
        os.utime(path, (1_700_000_000, 1_700_000_000))
        objects.append((key, len(body), hashlib.md5(body).hexdigest()))
    return sorted(objects)


def write_listings(folder, objects):
    folder.mkdir(parents=True)
    for name, prefix in FOLDERS.items():
        listed = [object for object in objects if object[0].startswith(prefix)]
        starts = range(0, max(len(listed), 1), PAGE)
        for number, start in enumerate(starts):
            page = listed[start:start + PAGE]
            following = f"p{number + 1}" if start + PAGE < len(listed) else ""
            (folder / f"{name}-{number}.xml").write_text(listing(prefix, page, following))
    (folder / "404.xml").write_text("<Error><Code>NoSuchKey</Code></Error>")


def listing(prefix, page, following):
    contents = "".join(
        f"<Contents><Key>{escape(key)}</Key><LastModified>2023-11-14T22:13:20.000Z</LastModified>"
        f"<ETag>&quot;{etag}&quot;</ETag><Size>{size}</Size>"
        f"<StorageClass>STANDARD</StorageClass></Contents>" for key, size, etag in page)
    token = f"<NextContinuationToken>{following}</NextContinuationToken>" if following else ""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>bench</Name>'
        f"<Prefix>{prefix}</Prefix><KeyCount>{len(page)}</KeyCount><MaxKeys>{PAGE}</MaxKeys>"
        f"<IsTruncated>{'true' if following else 'false'}</IsTruncated>{token}{contents}"
        "</ListBucketResult>")
