# zh: 每个程序的开头：选定中国区域；出错时告诉您怎么办。
# en: The start of every program: settles on a China region, and says what to do when something fails.
import os
import sys

try:
    import boto3
    from botocore.exceptions import BotoCoreError, ClientError
except ImportError:
    sys.exit("找不到 boto3。请先运行 python3 -m pip install boto3。")  # zh
    sys.exit("There is no boto3 here. Run python3 -m pip install boto3 first.")  # en

region = os.environ.get("AWS_REGION") or os.environ.get("AWS_DEFAULT_REGION") or "cn-northwest-1"


def fail(*sentences):
    sys.exit("\n".join(map(str, sentences)))


if not region.startswith("cn-"):
    fail(f"{region} 不是中国区域。请清除环境变量 AWS_REGION 和 AWS_DEFAULT_REGION。")  # zh
    fail(f"{region} is not in China. Unset AWS_REGION and AWS_DEFAULT_REGION.")  # en

ADVICE = (
    "错误信息如上。如果提到：\n"  # zh
    "The error is above. If it mentions:\n"  # en
    "- credentials、token、signature 或 AuthFailure：运行 aws configure，填入中国区账户的密钥。\n"  # zh
    "- credentials, token, signature or AuthFailure: run aws configure with a key of your China account.\n"  # en
    "- connect 或 timeout：检查网络。\n"  # zh
    "- connect or timeout: check your network.\n"  # en
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
