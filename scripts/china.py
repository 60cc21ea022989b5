# zh: 每个程序的开头：选定中国区域；出错时告诉您怎么办。
# en: The start of every program: settles on a China region, and says what to do when something fails.
import os
import sys

try:
    import boto3
    from botocore.exceptions import BotoCoreError, ClientError
except ImportError:
    activate = r"& $HOME\aws-tools\Scripts\Activate.ps1" if os.name == "nt" else "source ~/aws-tools/bin/activate"
    sys.exit(f"找不到 boto3。请运行 {activate}；还没有安装时，请见“准备工作”一页。")  # zh
    sys.exit(f"There is no boto3 here. Run {activate}; to install it, see the page Preparation.")  # en

region = os.environ.get("AWS_REGION") or os.environ.get("AWS_DEFAULT_REGION") or "cn-northwest-1"


def fail(*sentences):
    sys.exit("\n".join(map(str, sentences)))


if not region.startswith("cn-"):
    fail(f"{region} 不是中国区域。请清除环境变量 AWS_REGION 和 AWS_DEFAULT_REGION。")  # zh
    fail(f"{region} is not in China. Unset AWS_REGION and AWS_DEFAULT_REGION.")  # en

NETWORK = "检查网络。"  # zh
NETWORK = "check your network."  # en
if "//127.0.0.1" in os.environ.get("AWS_ENDPOINT_URL", ""):
    NETWORK = "演练已经结束。请打开新的终端，或清除 AWS_ENDPOINT_URL 等演练设置的变量。"  # zh
    NETWORK = "the rehearsal is over. Open a new terminal, or unset AWS_ENDPOINT_URL and the others that it set."  # en
ADVICE = (
    "错误信息如上。如果提到：\n"  # zh
    "The error is above. If it mentions:\n"  # en
    "- credentials、token、signature 或 AuthFailure：运行 aws configure，填入中国区账户的密钥。\n"  # zh
    "- credentials, token, signature or AuthFailure: run aws configure with a key of your China account.\n"  # en
    f"- connect 或 timeout：{NETWORK}\n"  # zh
    f"- connect or timeout: {NETWORK}\n"  # en
    "- not authorized 或 AccessDenied：请账户管理员授权。"  # zh
    "- not authorized or AccessDenied: ask your account's administrator for permission."  # en
)


def explain(kind, error, trace):
    if issubclass(kind, (BotoCoreError, ClientError)):
        print(error, ADVICE, sep="\n", file=sys.stderr)
    else:
        sys.__excepthook__(kind, error, trace)


sys.excepthook = explain


def client(service, region=region):
    return boto3.client(service, region_name=region)


# zh: 堆栈 DeepLearning；没有这个堆栈时，结果为空。
# en: The stack DeepLearning; empty where there is no such stack.
def stack():
    pages = client("cloudformation").get_paginator("describe_stacks").paginate()
    return next(pages.search("Stacks[?StackName=='DeepLearning']"), {})
