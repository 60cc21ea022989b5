#!/usr/bin/env bash
# zh: 显示参数 email 中的邮箱地址。
# en: Shows the address in the parameter email.
source "$(dirname "$0")/china.sh" || exit
name=email

parameter=$(aws ssm get-parameters --names $name --query 'Parameters[0].[Type, Value]' --output text)
read -r type address <<< "$parameter"
[ "$type" != None ] || fail "$AWS_REGION 没有参数 $name。请先运行 put-email。" # zh
[ "$type" != None ] || fail "$AWS_REGION has no parameter $name. Run put-email first." # en
[ "$type" = String ] || fail "参数 $name 的类型是 $type，应为 String。请运行 delete-parameters，再运行 put-email。" # zh
[ "$type" = String ] || fail "The parameter $name is a $type, not a String. Run delete-parameters, then put-email." # en
echo "$address"
