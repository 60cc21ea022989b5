# zh: 显示堆栈的输出，其中的地址是实例现在的公网地址。
# en: Shows the outputs of the stack, with the public address that the instance has now.
import sys

import china

outputs = {output["OutputKey"]: output["OutputValue"] for output in china.stack().get("Outputs", [])}
if not outputs:
    china.fail(f"{china.region} 没有创建好的堆栈 DeepLearning。请先运行 deploy-stack。")  # zh
    china.fail(f"There is no complete stack DeepLearning in {china.region}. Run deploy-stack first.")  # en

answer = china.client("ec2").describe_instances(InstanceIds=[outputs["InstanceId"]])
before = outputs["PublicIp"]
now = answer["Reservations"][0]["Instances"][0].get("PublicIpAddress", "-")
if now == "-":
    print("实例没有运行，现在没有公网地址。请运行 start-instance。", file=sys.stderr)  # zh
    print("The instance is not running and has no public address now. Run start-instance.", file=sys.stderr)  # en
# zh: 实例停止再启动之后，堆栈记录的仍是旧地址。
# en: Once the instance was stopped and started, the stack still remembers the old address.
for key, value in outputs.items():
    print(key, value.replace(before, now), sep="\t")
