# zh: 启动堆栈中的实例，并显示它的新地址。
# en: Starts the instance of the stack and shows its new address.

import china
from botocore.exceptions import ClientError

outputs = {output["OutputKey"]: output["OutputValue"] for output in china.stack().get("Outputs", [])}
if not outputs:
    china.fail(f"{china.region} 没有创建好的堆栈 DeepLearning。请先运行 deploy-stack。")  # zh
    china.fail(f"There is no complete stack DeepLearning in {china.region}. Run deploy-stack first.")  # en

instance = outputs["InstanceId"]
ec2 = china.client("ec2")
try:
    ec2.start_instances(InstanceIds=[instance])
except ClientError as error:
    china.fail(
        error,
        "没有启动。如果提到 InsufficientInstanceCapacity：可用区暂时没有容量，请稍后再试。",  # zh
        "It did not start. If this mentions InsufficientInstanceCapacity: the zone is full; try again later.",  # en
    )
ec2.get_waiter("instance_running").wait(InstanceIds=[instance])
answer = ec2.describe_instances(InstanceIds=[instance])
address = answer["Reservations"][0]["Instances"][0]["PublicIpAddress"]
print(f"实例 {instance} 正在运行，公网地址：{address}")  # zh
print(f"The instance {instance} is running; its public address: {address}")  # en
