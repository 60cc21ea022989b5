#!/usr/bin/env bash
# zh: 删除堆栈 DeepLearning，连同实例、磁盘和磁盘上的数据，并等待它完成。
# en: Deletes the stack DeepLearning, with the instance, its disk and all data on it, and waits until that is done.
source "$(dirname "$0")/china.sh" || exit

status=$(stack StackStatus)
if [ -z "$status" ]; then
  echo "$AWS_REGION 没有堆栈 DeepLearning，无需删除。" # zh
  echo "There is no stack DeepLearning in $AWS_REGION; there is nothing to delete." # en
  exit
fi

aws cloudformation delete-stack --stack-name DeepLearning
echo "正在删除堆栈 DeepLearning，需要几分钟。" # zh
echo "Deleting the stack DeepLearning; this takes some minutes." # en
if ! aws cloudformation wait stack-delete-complete --stack-name DeepLearning 2> /dev/null; then
  failed="ResourceStatus=='DELETE_FAILED' && LogicalResourceId!='DeepLearning'"
  reason=$(aws cloudformation describe-stack-events --stack-name DeepLearning --output text \
    --query "StackEvents[?$failed] | [:1].join(': ', [LogicalResourceId, ResourceStatusReason])")
  fail "没有删完，可能还有资源在计费。$reason" # zh
  fail "It was not deleted; some of it may still be billed. $reason" # en
fi
echo "删除完成。请运行 see-what-is-left，看看还留下什么。" # zh
echo "Deleted. Run see-what-is-left to see what else is there." # en
