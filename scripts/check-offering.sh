#!/usr/bin/env bash
# zh: 查看区域中哪些可用区提供某种实例类型。
# en: Shows which zones of the region offer an instance type.
source "$(dirname "$0")/china.sh" || exit
[ $# -eq 1 ] || fail "用法：bash $0 <实例类型>，例如 g5.xlarge" # zh
[ $# -eq 1 ] || fail "Usage: bash $0 <type>, for example g5.xlarge" # en

zones=$(aws ec2 describe-instance-type-offerings --location-type availability-zone \
  --filters "Name=instance-type,Values=$1" \
  --query "join(' ', sort(InstanceTypeOfferings[].Location))" --output text)

if [ -n "$zones" ]; then
  echo "提供 $1 的可用区：$zones" # zh
  echo "Zones that offer $1: $zones" # en
else
  echo "$AWS_REGION 不提供 $1。请换一种实例类型。" # zh
  echo "$AWS_REGION does not offer $1. Choose another type." # en
fi
