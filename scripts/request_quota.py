# zh: 申请提高运行某种实例类型所需的 vCPU 配额。
# en: Asks for a higher vCPU quota for the family of an instance type.
import re
import sys

import china

if len(sys.argv) != 3 or not re.fullmatch("[1-9][0-9]*", sys.argv[2]):
    china.fail(f"用法：python3 {sys.argv[0]} <实例类型> <vCPU 数>，例如 g5.xlarge 4")  # zh
    china.fail(f"Usage: python3 {sys.argv[0]} <type> <vCPUs>, for example g5.xlarge 4")  # en

instance_type, wanted = sys.argv[1], int(sys.argv[2])
code = {"g": "L-DB2E81BA", "p": "L-417A185B"}.get(instance_type[:1])
if code is None:
    china.fail(f"{instance_type} 不是 G 系列或 P 系列的实例类型。")  # zh
    china.fail(f"{instance_type} is not a type of the G or P family.")  # en
quotas = china.client("service-quotas")
pages = quotas.get_paginator("list_requested_service_quota_change_history_by_quota")
requests = pages.paginate(ServiceCode="ec2", QuotaCode=code).search("RequestedQuotas[]")
for request in requests:
    if request["Status"] in ("PENDING", "CASE_OPENED"):
        value, status = request["DesiredValue"], request["Status"]
        print(f"申请正在处理：配额 {code} 提高到 {value:.0f} 个 vCPU，状态：{status}。请等待结果。")  # zh
        print(f"A request for {value:.0f} vCPUs of {code} is open; status: {status}. Wait for its outcome.")  # en
        sys.exit()

quota = quotas.get_service_quota(ServiceCode="ec2", QuotaCode=code)["Quota"]["Value"]
if quota >= wanted:
    print(f"配额 {code} 已经是 {quota:.0f} 个 vCPU，无需申请。")  # zh
    print(f"The quota {code} is {quota:.0f} vCPUs already; there is nothing to ask for.")  # en
    sys.exit()
answer = quotas.request_service_quota_increase(ServiceCode="ec2", QuotaCode=code, DesiredValue=wanted)
status = answer["RequestedQuota"]["Status"]
print(f"已申请把配额 {code} 提高到 {wanted} 个 vCPU，状态：{status}。")  # zh
print(f"Asked for {wanted} vCPUs of the quota {code}; status: {status}.")  # en
