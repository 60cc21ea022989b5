#!/usr/bin/env bash
# zh: 停止堆栈中的实例，并等待它停下。
# en: Stops the instance of the stack and waits until it has stopped.
source "$(dirname "$0")/china.sh" || exit

instance=$(stack "Outputs[] | [?OutputKey=='InstanceId'].OutputValue")
[ -n "$instance" ] || fail "$AWS_REGION 没有创建好的堆栈 DeepLearning。请先运行 deploy-stack。" # zh
[ -n "$instance" ] || fail "There is no complete stack DeepLearning in $AWS_REGION. Run deploy-stack first." # en

aws ec2 stop-instances --instance-ids "$instance" > /dev/null
aws ec2 wait instance-stopped --instance-ids "$instance"
echo "实例 $instance 已停止；它的磁盘继续计费，直到删除堆栈。" # zh
echo "The instance $instance is stopped; its disk is billed until you delete the stack." # en
