# zh: 更新堆栈，只允许您的公网地址通过 SSH 连接实例。
# en: Updates the stack so that your public address, and no other, may reach the instance with SSH.
import re
import sys

import china
from botocore.exceptions import WaiterError

if len(sys.argv) != 2:
    china.fail(f"用法：python3 {sys.argv[0]} <您的公网 IPv4 地址>，例如 203.0.113.7")  # zh
    china.fail(f"Usage: python3 {sys.argv[0]} <your public IPv4 address>, for example 203.0.113.7")  # en
address = sys.argv[1]
octet = "(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])"
public = rf"{octet}(\.{octet}){{3}}"
private = r"(0|10|127|192\.168|172\.(1[6-9]|2[0-9]|3[01]))\."
if not re.fullmatch(public, address) or re.match(private, address):
    china.fail(f"{address} 不是公网 IPv4 地址。在浏览器中搜索“我的 IP”，可以看到您的公网地址。")  # zh
    china.fail(f"{address} is not a public IPv4 address. Search the web for “my IP” to see yours.")  # en

parameters = {parameter["ParameterKey"]: parameter for parameter in china.stack().get("Parameters", [])}
if not parameters:
    china.fail("没有堆栈 DeepLearning。请先运行 deploy-stack。")  # zh
    china.fail("There is no stack DeepLearning. Run deploy-stack first.")  # en
if parameters.pop("SshAddress")["ParameterValue"] == f"{address}/32":
    print(f"已经只允许 {address} 通过 SSH 连接，无需更改。")  # zh
    print(f"SSH is open to {address} alone already; there is nothing to change.")  # en
    sys.exit()

# zh: 更新时会重新读取映像参数；它若已指向新的映像，实例和磁盘就会被换掉。
# en: An update reads the image parameter again; if it points to a new image, the instance and its disk are replaced.
name, image = parameters["Image"]["ParameterValue"], parameters["Image"]["ResolvedValue"]
found = china.client("ssm").get_parameters(Names=[name])["Parameters"]
newest = found[0]["Value"] if found else None
if newest != image:
    china.fail(
        f"参数 {name} 已从 {image} 变为 {newest}。",  # zh
        f"The parameter {name} went from {image} to {newest}.",  # en
        "更新会换掉实例，数据随之丢失，所以什么都没有改。请改用会话管理器连接。",  # zh
        "An update would replace the instance and lose its data, so nothing was changed. Use Session Manager.",  # en
    )
cloudformation = china.client("cloudformation")
cloudformation.update_stack(
    StackName="DeepLearning",
    UsePreviousTemplate=True,
    Capabilities=["CAPABILITY_IAM"],
    Parameters=[
        {"ParameterKey": "SshAddress", "ParameterValue": f"{address}/32"},
        *({"ParameterKey": key, "UsePreviousValue": True} for key in parameters),
    ],
)
try:
    cloudformation.get_waiter("stack_update_complete").wait(StackName="DeepLearning")
except WaiterError:
    pages = cloudformation.get_paginator("describe_stack_events").paginate(StackName="DeepLearning")
    failures = pages.search("StackEvents[?ResourceStatus=='UPDATE_FAILED'].[LogicalResourceId, ResourceStatusReason]")
    china.fail(f"没有改成。{': '.join(next(failures, []))}")  # zh
    china.fail(f"The change failed. {': '.join(next(failures, []))}")  # en
print(f"现在只允许 {address} 通过 SSH 连接。")  # zh
print(f"SSH is open to {address} alone now.")  # en
