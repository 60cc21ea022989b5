#!/usr/bin/env bash
# zh: 用模板创建堆栈 DeepLearning，并等待它完成。
# en: Creates the stack DeepLearning from the template and waits until it is complete.
source "$(dirname "$0")/china.sh" || exit
template=$(dirname "$0")/deep-learning.template.yaml
[ -f "$template" ] || fail "找不到 deep-learning.template.yaml。请把它和脚本放在同一个文件夹里。" # zh
[ -f "$template" ] || fail "There is no deep-learning.template.yaml. Put it into the folder of the scripts." # en

email=email image="" type=g5.xlarge
options=(--stack-name DeepLearning --template-body "file://$template" --capabilities CAPABILITY_IAM)
[ $# -eq 0 ] || options+=(--parameters)
for pair in "$@"; do
  [[ $pair == *=* ]] || fail "用法：bash $0 [参数=值 …]，例如 InstanceType=g4dn.xlarge" # zh
  [[ $pair == *=* ]] || fail "Usage: bash $0 [parameter=value …], for example InstanceType=g4dn.xlarge" # en
  options+=("ParameterKey=${pair%%=*},ParameterValue=${pair#*=}")
  case $pair in
    EmailParameter=*) email=${pair#*=} ;;
    Image=*) image=${pair#*=} ;;
    InstanceType=*) type=${pair#*=} ;;
  esac
done

[[ $email != *@* ]] || fail "EmailParameter 是参数的名称，不是邮箱地址。请不写它，先运行 put-email $email。" # zh
[[ $email != *@* ]] || fail "EmailParameter is the name of a parameter, not an address. Leave it out; run put-email $email." # en
address=$(aws ssm get-parameters --names "$email" --query 'Parameters[0].Value' --output text)
[ "$address" != None ] || fail "$AWS_REGION 没有参数 $email。请先运行 put-email。" # zh
[ "$address" != None ] || fail "$AWS_REGION has no parameter $email. Run put-email first." # en
if [ -n "$image" ]; then
  id=$(aws ssm get-parameters --names "$image" --query 'Parameters[0].Value' --output text)
  [ "$id" != None ] || fail "$AWS_REGION 没有参数 $image。请先运行 keep-image $image。" # zh
  [ "$id" != None ] || fail "$AWS_REGION has no parameter $image. Run keep-image $image first." # en
fi
status=$(stack StackStatus)
[ "$status" != ROLLBACK_COMPLETE ] || fail "上次创建失败，已回滚。请先运行 delete-stack。" # zh
[ "$status" != ROLLBACK_COMPLETE ] || fail "The last try was rolled back. Run delete-stack first." # en
if [ -n "$status" ]; then
  echo "$AWS_REGION 已有堆栈 DeepLearning（$status）。请运行 read-outputs 来使用它。" >&2 # zh
  echo "The stack DeepLearning exists in $AWS_REGION ($status). Run read-outputs to use it." >&2 # en
  fail "要从头开始，请先运行 delete-stack；它也会删除数据。" # zh
  fail "To start again, run delete-stack first; it deletes the data too." # en
fi

if ! aws cloudformation create-stack "${options[@]}" > /dev/null; then
  echo "什么都没有创建。各参数允许的值在模板的开头，它们的名称是：" >&2 # zh
  echo "Nothing was created. The template begins with the values that its parameters allow. Their names are:" >&2 # en
  echo "EmailParameter InstanceType Image VolumeSize Zone SshAddress MonthlyBudget AlertPercentage IdleMinutes" >&2
  fail "如果提到 Unable to fetch parameters，请运行 check-image。" # zh
  fail "If this mentions Unable to fetch parameters, run check-image." # en
fi
echo "正在创建堆栈 DeepLearning，需要几分钟。" # zh
echo "Creating the stack DeepLearning; this takes some minutes." # en
if aws cloudformation wait stack-create-complete --stack-name DeepLearning 2> /dev/null; then
  echo "创建完成，从现在起计费。请运行 read-outputs，查看如何连接。" # zh
  echo "Complete; you are billed from now on. Run read-outputs to see how to connect." # en
  exit
fi

reason=$(aws cloudformation describe-stack-events --stack-name DeepLearning --output text \
  --query "StackEvents[?ResourceStatus=='CREATE_FAILED'] | [-1:].join(': ', [LogicalResourceId, ResourceStatusReason])")
status=$(stack StackStatus)
echo "创建失败。$reason" >&2 # zh
echo "It was not created. $reason" >&2 # en
if [[ $reason == *vCPU* ]]; then
  echo "请用 check-quota $type 查看需要多少，再运行 request-quota $type <vCPU 数>。" >&2 # zh
  echo "See with check-quota $type how many it needs, and run request-quota $type <vCPUs>." >&2 # en
fi
[ "$status" = ROLLBACK_COMPLETE ] || fail "堆栈的状态是 $status，可能还在计费。请运行 delete-stack。" # zh
[ "$status" = ROLLBACK_COMPLETE ] || fail "The stack is $status and may still be billed. Run delete-stack." # en
fail "已全部回滚，不再计费。解决之后，请先运行 delete-stack，再试一次。" # zh
fail "It was rolled back; nothing is billed any more. Solve that, run delete-stack and try again." # en
