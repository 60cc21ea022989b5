"""What must be true on the laptop and on the instance after each step that is done there."""

from __future__ import annotations

import hashlib
import json
import re
import stat
from configparser import ConfigParser
from typing import TYPE_CHECKING

from rehearsal.instance.instance import UBUNTU
from walkthrough.checks.in_the_cloud import instance
from walkthrough.checks.registry import Seen, check
from walkthrough.desk import INVENTED
from walkthrough.failure import Unmet, expect
from walkthrough.folder import TEMPLATE, reader_files
from walkthrough.guide import LANGUAGES
from walkthrough.steps import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from rehearsal.instance import Instance
    from rehearsal.laptop import Laptop

KEY = ".ssh/deep-learning"
JUPYTER_PORT, LAPTOP_PORT = 8888, 8080


def laptop(seen: Seen) -> Laptop:
    """The reader's laptop."""
    assert seen.machines is not None
    return seen.machines.laptop


def machine(seen: Seen) -> Instance:
    """What stands for the one instance there is."""
    assert seen.machines is not None
    return seen.machines.fleet.instance(instance(seen.cloud)["InstanceId"])


def mode(path: Path) -> str:
    """Who may do what with a file, as ``-rw-------``.

    :raises Unmet: when there is no such file
    """
    if not path.exists():
        raise Unmet(f"a file {path.name}", f"{path.parent.name}/ has: {sorted(p.name for p in path.parent.glob('*'))}")
    return stat.filemode(path.stat().st_mode)


def settings(path: Path) -> dict[str, str]:
    """What a file of the AWS CLI sets by default."""
    found = ConfigParser()
    found.read(path)
    return dict(found["default"])


def answer(seen: Seen) -> str:
    """What a browser on the laptop gets at the laptop's end of the tunnel.

    :raises Unmet: when nothing answers
    """
    try:
        with laptop(seen).connect(LAPTOP_PORT) as end:
            end.settimeout(10)
            end.sendall(b"GET /api HTTP/1.0\r\n\r\n")
            return b"".join(iter(lambda: end.recv(65536), b"")).decode()
    except OSError as error:
        raise Unmet(f"Jupyter behind port {LAPTOP_PORT} of the laptop", str(error)) from error


@check
def install_plugin(seen: Seen) -> None:
    """A version of the plugin."""
    expect("a version", True, bool(re.search(r"^\d+(\.\d+){2,}$", seen.output, re.MULTILINE)))


@check
def install_ssh(seen: Seen) -> None:
    """A version of OpenSSH."""
    seen.shows("OpenSSH_")


@check
def unpack_scripts(seen: Seen) -> None:
    """The folder has every program and the template."""
    found = {path.name for path in (laptop(seen).home / "deep-learning").iterdir()}
    expect("the files in deep-learning", sorted(reader_files(ROOT, LANGUAGES[0])), sorted(found))


@check
def configure_cli(seen: Seen) -> None:
    """The key and the region are where the AWS CLI looks, and nobody else can read the key."""
    home = laptop(seen).home / ".aws"
    expect("who may read .aws/credentials", "-rw-------", mode(home / "credentials"))
    keys = {"aws_access_key_id": INVENTED["access-key-id"], "aws_secret_access_key": INVENTED["secret-access-key"]}
    expect(".aws/credentials", keys, settings(home / "credentials"))
    expect(".aws/config", {"region": "cn-northwest-1", "output": "json"}, settings(home / "config"))


@check
def check_template(seen: Seen) -> None:
    """The checksum of the template that the site offers."""
    seen.shows(hashlib.sha256((ROOT / "cloudformation" / TEMPLATE).read_bytes()).hexdigest())


@check
def start_session(seen: Seen) -> None:
    """A session on the instance, and its prompt."""
    seen.shows("$")
    sessions = seen.cloud.client("ssm").describe_sessions(State="Active")["Sessions"]
    expect("on what sessions are open", [instance(seen.cloud)["InstanceId"]], [each["Target"] for each in sessions])


@check
def become_ubuntu(seen: Seen) -> None:
    """The prompt is that of the user who has Jupyter."""
    seen.shows(f"ubuntu@{machine(seen).name}:~$")


@check
def make_key(seen: Seen) -> None:
    """Both halves of a key, and nobody else can read the private one."""
    home = laptop(seen).home
    expect("who may read the private key", "-rw-------", mode(home / KEY))
    expect("the kind of the public key", "ssh-ed25519", (home / f"{KEY}.pub").read_text().split()[0])


@check
def authorize_key(seen: Seen) -> None:
    """The public key is whole, on a line of its own."""
    _authorized(seen, times=1)


@check
def authorize_key_in_one_line(seen: Seen) -> None:
    """The same; a reader who did both has it twice."""
    _authorized(seen)


def _authorized(seen: Seen, times: int | None = None) -> None:
    path = machine(seen).home(UBUNTU) / ".ssh" / "authorized_keys"
    expect("who may read authorized_keys", "-rw-------", mode(path))
    public = (laptop(seen).home / f"{KEY}.pub").read_text().strip()
    lines = [line for line in path.read_text().splitlines() if line]
    expect("the lines of authorized_keys", [public] * (times or len(lines)), lines)
    expect("the number of keys", True, bool(lines))


@check
def log_in_with_ssh(seen: Seen) -> None:
    """The laptop knows the instance from now on."""
    known = (laptop(seen).home / ".ssh" / "known_hosts").read_text()
    address = instance(seen.cloud)["PublicIpAddress"]
    seen.shows(f"Permanently added '{address}'", "logout")
    expect("the number of hosts that the laptop knows", 1, len({line.split()[0] for line in known.splitlines()}))


@check
def activate_environment(seen: Seen) -> None:
    """The prompt says which environment is active."""
    seen.shows(f"(pytorch) ubuntu@{machine(seen).name}:~$")


@check
def set_password(seen: Seen) -> None:
    """The hash is kept where only its owner reads it, and the password is not kept at all."""
    path = machine(seen).home(UBUNTU) / ".jupyter" / "jupyter_server_config.json"
    expect("who may read the hash", "-rw-------", mode(path))
    kept = path.read_text()
    expect("the hash", "argon2", str(json.loads(kept)["IdentityProvider"]["hashed_password"]).partition(":")[0])
    expect("that the password is kept or was shown", False, INVENTED["password"] in kept + seen.output)


@check
def start_jupyter(seen: Seen) -> None:
    """Jupyter listens on the instance, and the laptop has no way there yet."""
    machine(seen).connect(JUPYTER_PORT).close()
    try:
        laptop(seen).connect(LAPTOP_PORT).close()
    except OSError:
        return
    raise Unmet("no tunnel yet", f"port {LAPTOP_PORT} of the laptop answers")


@check
def leave_tmux(seen: Seen) -> None:
    """Jupyter runs on although nobody looks."""
    seen.shows("[detached (from session jupyter)]")
    machine(seen).connect(JUPYTER_PORT).close()


@check
def open_tunnel_with_ssh(seen: Seen) -> None:
    """Jupyter answers on the laptop."""
    expect("that Jupyter answers", True, '"version"' in answer(seen))


@check
def open_tunnel_with_session_manager(seen: Seen) -> None:
    """Jupyter answers on the laptop, without SSH."""
    expect("that Jupyter answers", True, '"version"' in answer(seen))
    documents = [
        each["DocumentName"] for each in seen.cloud.client("ssm").describe_sessions(State="Active")["Sessions"]
    ]
    expect("how", True, "AWS-StartPortForwardingSession" in documents)


@check
def log_in_to_jupyter(seen: Seen) -> None:
    """The reader is in: the files of the instance."""
    seen.shows("New")


@check
def first_cell(seen: Seen) -> None:
    """The notebook was run by Python on the instance and is kept there."""
    seen.shows("45")
    (notebook,) = machine(seen).home(UBUNTU).glob("*.ipynb")
    expect("the name of the notebook", "Untitled.ipynb", notebook.name)


@check
def clean_the_laptop(seen: Seen) -> None:
    """Neither half of the key is left."""
    left = sorted(path.name for path in (laptop(seen).home / ".ssh").iterdir())
    expect("what is left in .ssh", ["known_hosts"], [name for name in left if not name.endswith(".old")])
