#!/usr/bin/env bash
# zh: 申请提高运行某种实例类型所需的 vCPU 配额。
# en: Asks for a higher vCPU quota for the family of an instance type.
source "$(dirname "$0")/china.sh" || exit
[[ $# -eq 2 && $2 =~ ^[1-9][0-9]*$ ]] || fail "用法：bash $0 <实例类型> <vCPU 数>，例如 g5.xlarge 4" # zh
[[ $# -eq 2 && $2 =~ ^[1-9][0-9]*$ ]] || fail "Usage: bash $0 <type> <vCPUs>, for example g5.xlarge 4" # en

case $1 in
  g*) code=L-DB2E81BA ;;
  p*) code=L-417A185B ;;
  *) fail "$1 不是 G 系列或 P 系列的实例类型。" ;; # zh
  *) fail "$1 is not a type of the G or P family." ;; # en
esac
open=$(aws service-quotas list-requested-service-quota-change-history-by-quota --service-code ec2 --quota-code "$code" \
  --query "RequestedQuotas[?Status=='PENDING' || Status=='CASE_OPENED'] | [0].[DesiredValue, Status]" --output text)
read -r value status <<< "$open"
if [ "$value" != None ]; then
  echo "申请正在处理：配额 $code 提高到 ${value%.*} 个 vCPU，状态：$status。请等待结果。" # zh
  echo "A request for ${value%.*} vCPUs of $code is open; status: $status. Wait for its outcome." # en
  exit
fi

quota=$(aws service-quotas get-service-quota --service-code ec2 --quota-code "$code" \
  --query Quota.Value --output text)
if ((${quota%.*} >= $2)); then
  echo "配额 $code 已经是 ${quota%.*} 个 vCPU，无需申请。" # zh
  echo "The quota $code is ${quota%.*} vCPUs already; there is nothing to ask for." # en
  exit
fi
status=$(aws service-quotas request-service-quota-increase --service-code ec2 --quota-code "$code" \
  --desired-value "$2" --query RequestedQuota.Status --output text)
echo "已申请把配额 $code 提高到 $2 个 vCPU，状态：$status。" # zh
echo "Asked for $2 vCPUs of the quota $code; status: $status." # en
