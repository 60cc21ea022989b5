#!/usr/bin/env bash
# zh: 启动堆栈中的实例，并显示它的新地址。
# en: Starts the instance of the stack and shows its new address.
source "$(dirname "$0")/china.sh" || exit

instance=$(stack "Outputs[] | [?OutputKey=='InstanceId'].OutputValue")
[ -n "$instance" ] || fail "$AWS_REGION 没有创建好的堆栈 DeepLearning。请先运行 deploy-stack。" # zh
[ -n "$instance" ] || fail "There is no complete stack DeepLearning in $AWS_REGION. Run deploy-stack first." # en

if ! aws ec2 start-instances --instance-ids "$instance" > /dev/null; then
  fail "没有启动。如果提到 InsufficientInstanceCapacity：可用区暂时没有容量，请稍后再试。" # zh
  fail "It did not start. If this mentions InsufficientInstanceCapacity: the zone is full; try again later." # en
fi
aws ec2 wait instance-running --instance-ids "$instance"
address=$(aws ec2 describe-instances --instance-ids "$instance" \
  --query 'Reservations[0].Instances[0].PublicIpAddress' --output text)
echo "实例 $instance 正在运行，公网地址：$address" # zh
echo "The instance $instance is running; its public address: $address" # en
