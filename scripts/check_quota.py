# zh: 查看 vCPU 配额够不够运行某种实例类型。
# en: Shows whether your vCPU quota is enough for an instance type.
import sys

import china

if len(sys.argv) != 2:
    china.fail(f"用法：python3 {sys.argv[0]} <实例类型>，例如 g5.xlarge")  # zh
    china.fail(f"Usage: python3 {sys.argv[0]} <type>, for example g5.xlarge")  # en

instance_type = sys.argv[1]
code = {"g": "L-DB2E81BA", "p": "L-417A185B"}.get(instance_type[:1])
if code is None:
    china.fail(f"{instance_type} 不是 G 系列或 P 系列的实例类型。")  # zh
    china.fail(f"{instance_type} is not a type of the G or P family.")  # en
named = [{"Name": "instance-type", "Values": [instance_type]}]
types = china.client("ec2").describe_instance_types(Filters=named)["InstanceTypes"]
if not types:
    china.fail(f"{china.region} 没有 {instance_type} 这种实例类型。请检查拼写。")  # zh
    china.fail(f"There is no type {instance_type} in {china.region}. Check the spelling.")  # en
needed = types[0]["VCpuInfo"]["DefaultVCpus"]
quota = china.client("service-quotas").get_service_quota(ServiceCode="ec2", QuotaCode=code)["Quota"]["Value"]

print(f"{instance_type} 需要 {needed} 个 vCPU；您的配额 {code} 是 {quota:.0f} 个。")  # zh
print(f"{instance_type} needs {needed} vCPUs; your quota {code} is {quota:.0f}.")  # en
if quota >= needed:
    print("配额足够。正在运行的同系列实例也占用它。")  # zh
    print("That is enough. Running instances of the same family use it too.")  # en
else:
    print(f"配额不够。请运行 request-quota {instance_type} {needed}，批准之后再部署。")  # zh
    print(f"That is not enough. Run request-quota {instance_type} {needed}, and deploy once it is approved.")  # en
