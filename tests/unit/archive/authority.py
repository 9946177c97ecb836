"""A time authority of our own, on openssl."""

from __future__ import annotations

import subprocess
from pathlib import Path

CONFIG = """
[tsa]
default_tsa = mine
[mine]
serial = {folder}/serial
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
accuracy = secs:1
ess_cert_id_alg = sha256
[root]
basicConstraints = critical,CA:true
keyUsage = critical,keyCertSign
[leaf]
extendedKeyUsage = critical,timeStamping
keyUsage = critical,digitalSignature
"""


def _openssl(*arguments: str) -> bytes:
    return subprocess.run(["openssl", *arguments], check=True, capture_output=True).stdout


class Authority:
    """Answers requests for stamps; `root` is the certificate to trust."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        self.folder, self.root = folder, folder / "root.pem"
        config = folder / "tsa.cnf"
        config.write_text(CONFIG.format(folder=folder))
        (folder / "serial").write_text("01\n")
        for name in ("root", "leaf"):
            _openssl("ecparam", "-name", "prime256v1", "-genkey", "-noout", "-out", f"{folder}/{name}.key")
            _openssl(
                "req",
                "-new",
                "-key",
                f"{folder}/{name}.key",
                "-subj",
                f"/CN=Test {name}",
                "-out",
                f"{folder}/{name}.csr",
            )
        made = ("x509", "-req", "-days", "30", "-extfile", str(config))
        signed = (*made, "-extensions", "root", "-in", f"{folder}/root.csr", "-signkey", f"{folder}/root.key")
        _openssl(*signed, "-out", str(self.root))
        by = ("-CA", str(self.root), "-CAkey", f"{folder}/root.key", "-CAcreateserial")
        _openssl(*made, "-extensions", "leaf", "-in", f"{folder}/leaf.csr", *by, "-out", f"{folder}/leaf.pem")

    def answer(self, request: bytes) -> bytes:
        """Return the stamp for a request."""
        folder = self.folder
        (folder / "request.tsq").write_bytes(request)
        reply = ("ts", "-reply", "-config", f"{folder}/tsa.cnf", "-queryfile", f"{folder}/request.tsq")
        keys = ("-signer", f"{folder}/leaf.pem", "-inkey", f"{folder}/leaf.key")
        return _openssl(*reply, *keys, "-out", "/dev/stdout")
