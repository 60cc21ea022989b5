# zh: 删除堆栈 DeepLearning，连同实例、磁盘和磁盘上的数据，并等待它完成。
# en: Deletes the stack DeepLearning, with the instance, its disk and all data on it, and waits until that is done.
import sys

import china
from botocore.exceptions import WaiterError

if not china.stack():
    print(f"{china.region} 没有堆栈 DeepLearning，无需删除。")  # zh
    print(f"There is no stack DeepLearning in {china.region}; there is nothing to delete.")  # en
    sys.exit()

cloudformation = china.client("cloudformation")
cloudformation.delete_stack(StackName="DeepLearning")
print("正在删除堆栈 DeepLearning，需要几分钟。")  # zh
print("Deleting the stack DeepLearning; this takes some minutes.")  # en
try:
    cloudformation.get_waiter("stack_delete_complete").wait(StackName="DeepLearning")
except WaiterError:
    pages = cloudformation.get_paginator("describe_stack_events").paginate(StackName="DeepLearning")
    failures = pages.search(
        "StackEvents[?ResourceStatus=='DELETE_FAILED' && LogicalResourceId!='DeepLearning']"
        ".[LogicalResourceId, ResourceStatusReason]"
    )
    china.fail(f"没有删完，可能还有资源在计费。{': '.join(next(failures, []))}")  # zh
    china.fail(f"It was not deleted; some of it may still be billed. {': '.join(next(failures, []))}")  # en
print("删除完成。请运行 see-what-is-left，看看还留下什么。")  # zh
print("Deleted. Run see-what-is-left to see what else is there.")  # en
