# zh: 用模板创建堆栈 DeepLearning，并等待它完成。
# en: Creates the stack DeepLearning from the template and waits until it is complete.
import sys
from pathlib import Path

import china
from botocore.exceptions import ClientError, WaiterError

template = Path(__file__).with_name("deep-learning.template.yaml")
if not template.exists():
    china.fail("找不到 deep-learning.template.yaml。请把它和脚本放在同一个文件夹里。")  # zh
    china.fail("There is no deep-learning.template.yaml. Put it into the folder of the scripts.")  # en
if not all("=" in pair for pair in sys.argv[1:]):
    china.fail(f"用法：python3 {sys.argv[0]} [参数=值 …]，例如 InstanceType=g4dn.xlarge")  # zh
    china.fail(f"Usage: python3 {sys.argv[0]} [parameter=value …], for example InstanceType=g4dn.xlarge")  # en
parameters = dict(pair.split("=", 1) for pair in sys.argv[1:])

email = parameters.get("EmailParameter", "email")
if "@" in email:
    china.fail(f"EmailParameter 是参数的名称，不是邮箱地址。请不写它，先运行 put-email {email}。")  # zh
    china.fail(f"EmailParameter is the name of a parameter, not an address. Leave it out; run put-email {email}.")  # en
if not china.client("ssm").get_parameters(Names=[email])["Parameters"]:
    china.fail(f"{china.region} 没有参数 {email}。请先运行 put-email。")  # zh
    china.fail(f"{china.region} has no parameter {email}. Run put-email first.")  # en
image = parameters.get("Image")
if image and not china.client("ssm").get_parameters(Names=[image])["Parameters"]:
    china.fail(f"{china.region} 没有参数 {image}。请先运行 keep-image {image}。")  # zh
    china.fail(f"{china.region} has no parameter {image}. Run keep-image {image} first.")  # en
status = china.stack().get("StackStatus")
if status == "ROLLBACK_COMPLETE":
    china.fail("上次创建失败，已回滚。请先运行 delete-stack。")  # zh
    china.fail("The last try was rolled back. Run delete-stack first.")  # en
if status:
    china.fail(
        f"{china.region} 已有堆栈 DeepLearning（{status}）。请运行 read-outputs 来使用它。",  # zh
        f"The stack DeepLearning exists in {china.region} ({status}). Run read-outputs to use it.",  # en
        "要从头开始，请先运行 delete-stack；它也会删除数据。",  # zh
        "To start again, run delete-stack first; it deletes the data too.",  # en
    )

cloudformation = china.client("cloudformation")
try:
    cloudformation.create_stack(
        StackName="DeepLearning",
        TemplateBody=template.read_text(encoding="utf-8"),
        Parameters=[{"ParameterKey": key, "ParameterValue": value} for key, value in parameters.items()],
        Capabilities=["CAPABILITY_IAM"],
    )
except ClientError as error:
    china.fail(
        error,
        "什么都没有创建。各参数允许的值在模板的开头，它们的名称是：",  # zh
        "Nothing was created. The template begins with the values that its parameters allow. Their names are:",  # en
        "EmailParameter InstanceType Image VolumeSize Zone SshAddress MonthlyBudget AlertPercentage IdleMinutes",
        "如果提到 Unable to fetch parameters，请运行 check-image。",  # zh
        "If this mentions Unable to fetch parameters, run check-image.",  # en
    )
print("正在创建堆栈 DeepLearning，需要几分钟。")  # zh
print("Creating the stack DeepLearning; this takes some minutes.")  # en
try:
    cloudformation.get_waiter("stack_create_complete").wait(StackName="DeepLearning")
except WaiterError:
    pages = cloudformation.get_paginator("describe_stack_events").paginate(StackName="DeepLearning")
    failures = [
        *pages.search("StackEvents[?ResourceStatus=='CREATE_FAILED'].[LogicalResourceId, ResourceStatusReason]")
    ]
    reason = ": ".join(failures[-1] if failures else [])
    status = china.stack()["StackStatus"]
    print(f"创建失败。{reason}", file=sys.stderr)  # zh
    print(f"It was not created. {reason}", file=sys.stderr)  # en
    if "vCPU" in reason:
        kind = parameters.get("InstanceType", "g5.xlarge")
        quota = f"请用 check-quota {kind} 查看需要多少，再运行 request-quota {kind} <vCPU 数>。"  # zh
        quota = f"See with check-quota {kind} how many it needs, and run request-quota {kind} <vCPUs>."  # en
        print(quota, file=sys.stderr)
    if status != "ROLLBACK_COMPLETE":
        china.fail(f"堆栈的状态是 {status}，可能还在计费。请运行 delete-stack。")  # zh
        china.fail(f"The stack is {status} and may still be billed. Run delete-stack.")  # en
    china.fail("已全部回滚，不再计费。解决之后，请先运行 delete-stack，再试一次。")  # zh
    china.fail("It was rolled back; nothing is billed any more. Solve that, run delete-stack and try again.")  # en
print("创建完成，从现在起计费。请运行 read-outputs，查看如何连接。")  # zh
print("Complete; you are billed from now on. Run read-outputs to see how to connect.")  # en
