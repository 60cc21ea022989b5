#!/usr/bin/env bash
# zh: 查看 vCPU 配额够不够运行某种实例类型。
# en: Shows whether your vCPU quota is enough for an instance type.
source "$(dirname "$0")/china.sh" || exit
[ $# -eq 1 ] || fail "用法：bash $0 <实例类型>，例如 g5.xlarge" # zh
[ $# -eq 1 ] || fail "Usage: bash $0 <type>, for example g5.xlarge" # en

case $1 in
  g*) code=L-DB2E81BA ;;
  p*) code=L-417A185B ;;
  *) fail "$1 不是 G 系列或 P 系列的实例类型。" ;; # zh
  *) fail "$1 is not a type of the G or P family." ;; # en
esac
needed=$(aws ec2 describe-instance-types --filters "Name=instance-type,Values=$1" \
  --query 'InstanceTypes[0].VCpuInfo.DefaultVCpus' --output text)
[ "$needed" != None ] || fail "$AWS_REGION 没有 $1 这种实例类型。请检查拼写。" # zh
[ "$needed" != None ] || fail "There is no type $1 in $AWS_REGION. Check the spelling." # en
quota=$(aws service-quotas get-service-quota --service-code ec2 --quota-code "$code" \
  --query Quota.Value --output text)
quota=${quota%.*}

echo "$1 需要 $needed 个 vCPU；您的配额 $code 是 $quota 个。" # zh
echo "$1 needs $needed vCPUs; your quota $code is $quota." # en
if ((quota >= needed)); then
  echo "配额足够。正在运行的同系列实例也占用它。" # zh
  echo "That is enough. Running instances of the same family use it too." # en
else
  echo "配额不够。请运行 request-quota $1 $needed，批准之后再部署。" # zh
  echo "That is not enough. Run request-quota $1 $needed, and deploy once it is approved." # en
fi
