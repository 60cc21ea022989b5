#!/usr/bin/env bash
# zh: 把收预警的邮箱地址存入参数 email。
# en: Keeps the address that alerts go to in the parameter email.
source "$(dirname "$0")/china.sh" || exit
[ $# -eq 1 ] || fail "用法：bash $0 <邮箱地址>，例如 you@example.com" # zh
[ $# -eq 1 ] || fail "Usage: bash $0 <address>, for example you@example.com" # en
syntax='^[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$'
[[ $1 =~ $syntax ]] || fail "$1 不像邮箱地址，例如 you@example.com。请检查标点是不是英文的。" # zh
[[ $1 =~ $syntax ]] || fail "$1 does not look like an address such as you@example.com." # en

version=$(aws ssm put-parameter --name email --type String --value="$1" --overwrite --query Version --output text)
if [ "$version" = 1 ]; then
  echo "已创建参数 email：$1" # zh
  echo "Created the parameter email: $1" # en
else
  echo "已覆盖参数 email 原来的值：$1" # zh
  echo "Overwrote the parameter email: $1" # en
fi
