#!/usr/bin/env bash
# zh: 删除参数；不写名称时，删除 email。
# en: Deletes parameters: email, unless you name others.
source "$(dirname "$0")/china.sh" || exit
[ $# -gt 0 ] || set -- email

deleted=$(aws ssm delete-parameters --names "$@" --query 'DeletedParameters[].[@]' --output text)
for name in "$@"; do
  if grep -qxF -- "$name" <<< "$deleted"; then
    echo "已删除参数 $name。" # zh
    echo "Deleted the parameter $name." # en
  else
    echo "$AWS_REGION 没有参数 $name，无需删除。" # zh
    echo "There is no parameter $name in $AWS_REGION; there is nothing to delete." # en
  fi
done
