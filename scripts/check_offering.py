# zh: 查看区域中哪些可用区提供某种实例类型。
# en: Shows which zones of the region offer an instance type.
import sys

import china

if len(sys.argv) != 2:
    china.fail(f"用法：python3 {sys.argv[0]} <实例类型>，例如 g5.xlarge")  # zh
    china.fail(f"Usage: python3 {sys.argv[0]} <type>, for example g5.xlarge")  # en

offerings = china.client("ec2").describe_instance_type_offerings(
    LocationType="availability-zone",
    Filters=[{"Name": "instance-type", "Values": [sys.argv[1]]}],
)["InstanceTypeOfferings"]
zones = " ".join(sorted(offering["Location"] for offering in offerings))

if zones:
    print(f"提供 {sys.argv[1]} 的可用区：{zones}")  # zh
    print(f"Zones that offer {sys.argv[1]}: {zones}")  # en
else:
    print(f"{china.region} 不提供 {sys.argv[1]}。请换一种实例类型。")  # zh
    print(f"{china.region} does not offer {sys.argv[1]}. Choose another type.")  # en
