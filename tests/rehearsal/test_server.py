"""The cloud as a server: in this process, in another, and on a reader's terminal."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from urllib.error import HTTPError

import pytest

from rehearsal.cloud import Cloud, rehearse
from rehearsal.cloud.cloud import ROOT
from rehearsal.cloud.server import LOOPBACK

COMMAND = [sys.executable, "-m", "rehearsal.cloud"]


def test_a_reader_copies_the_lines_and_ctrl_c_ends_it() -> None:
    child = subprocess.Popen(COMMAND, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    lines = [child.stdout.readline() for _ in range(12)]
    exports = "".join(line for line in lines if line.startswith("export "))
    shell = f"{exports}\nprintenv AWS_ENDPOINT_URL AWS_DEFAULT_REGION"
    told = subprocess.run(["bash", "-c", shell], capture_output=True, text=True, check=True).stdout.split()
    cloud = Cloud(told[0])
    assert told == [cloud.url, "cn-northwest-1"]
    assert cloud.client("sts").get_caller_identity()["Account"] == "123456789012"
    child.send_signal(signal.SIGINT)
    farewell, _ = child.communicate(timeout=10)
    assert child.returncode == 0
    assert "unset AWS_ENDPOINT_URL" in farewell


def test_a_port_that_is_taken() -> None:
    with socket.create_server((LOOPBACK, 0)) as taken:
        port = str(taken.getsockname()[1])
        done = subprocess.run([*COMMAND, "--port", port], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert f"Port {port} cannot be used" in done.stderr
    assert f"端口 {port} 无法使用" in done.stderr


def test_two_processes_are_two_clouds(cloud: Cloud) -> None:
    with Cloud.spawn() as other:
        other.client("ssm").put_parameter(Name="email", Type="String", Value="you@example.com")
        assert other.client("ssm").describe_parameters()["Parameters"] != []
        assert cloud.client("ssm").describe_parameters()["Parameters"] == []


def test_reset_forgets_everything(cloud: Cloud) -> None:
    template = json.dumps({"Resources": {"Vpc": {"Type": "AWS::EC2::VPC", "Properties": {"CidrBlock": "10.0.0.0/16"}}}})
    cloud.client("cloudformation").create_stack(StackName="s", TemplateBody=template)
    cloud.approve_quotas()
    cloud.fail("sts", "GetCallerIdentity", "ExpiredToken", "The security token included in the request is expired")
    cloud.reset()
    quota = cloud.client("service-quotas").get_service_quota(ServiceCode="ec2", QuotaCode="L-DB2E81BA")
    assert cloud.client("cloudformation").list_stacks()["StackSummaries"] == []
    assert quota["Quota"]["Value"] == 0
    assert cloud.client("sts").get_caller_identity()["Account"] == "123456789012"


def test_it_listens_on_the_loopback_address_only() -> None:
    with rehearse() as cloud:
        assert cloud.url.startswith(f"http://{LOOPBACK}:")


def test_no_page_of_another_site_may_talk_to_it(cloud: Cloud) -> None:
    request = urllib.request.Request(f"{cloud.url}/moto-api/", headers={"Origin": "https://example.com"})
    with urllib.request.urlopen(request) as answer:
        assert "Access-Control-Allow-Origin" not in answer.headers


def test_an_unknown_control_is_not_found(cloud: Cloud) -> None:
    with pytest.raises(HTTPError, match="404"):
        urllib.request.urlopen(urllib.request.Request(f"{cloud.url}/rehearsal/nonsense", b"{}", method="POST"))


def test_the_environment_holds_no_secret_of_the_reader(cloud: Cloud) -> None:
    environment = cloud.environment()
    assert environment["AWS_CONFIG_FILE"] == environment["AWS_SHARED_CREDENTIALS_FILE"] == os.devnull
    assert environment["AWS_SECRET_ACCESS_KEY"] == "rehearsal"


def test_a_cloud_ends_with_a_process_that_is_killed() -> None:
    """Nothing outlives a walk, even one that is killed."""
    spawn = "from rehearsal.cloud import Cloud\nwith Cloud.spawn() as c: print(c.url, flush=True); input()"
    parent = subprocess.Popen(
        [sys.executable, "-c", spawn], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert parent.stdout is not None
    port = int(parent.stdout.readline().rpartition(":")[2])
    parent.kill()
    parent.communicate()

    for _ in range(100):
        with socket.socket() as knock:
            if knock.connect_ex(("127.0.0.1", port)):
                return
        time.sleep(0.05)
    pytest.fail(f"a cloud still answers at port {port}")
