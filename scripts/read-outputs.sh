#!/usr/bin/env bash
# zh: 显示堆栈的输出，其中的地址是实例现在的公网地址。
# en: Shows the outputs of the stack, with the public address that the instance has now.
source "$(dirname "$0")/china.sh" || exit

outputs=$(stack 'Outputs[].[OutputKey, OutputValue]')
[ -n "$outputs" ] || fail "$AWS_REGION 没有创建好的堆栈 DeepLearning。请先运行 deploy-stack。" # zh
[ -n "$outputs" ] || fail "There is no complete stack DeepLearning in $AWS_REGION. Run deploy-stack first." # en

output() {
  awk -F '\t' -v key="$1" '$1 == key { print $2 }' <<< "$outputs"
}

instance=$(output InstanceId)
before=$(output PublicIp)
now=$(aws ec2 describe-instances --instance-ids "$instance" \
  --query 'Reservations[0].Instances[0].PublicIpAddress' --output text)
if [ "$now" = None ]; then
  now="-"
  echo "实例没有运行，现在没有公网地址。请运行 start-instance。" >&2 # zh
  echo "The instance is not running and has no public address now. Run start-instance." >&2 # en
fi
# zh: 实例停止再启动之后，堆栈记录的仍是旧地址。
# en: Once the instance was stopped and started, the stack still remembers the old address.
echo "${outputs//$before/$now}"
