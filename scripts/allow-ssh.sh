#!/usr/bin/env bash
# zh: 更新堆栈，只允许您的公网地址通过 SSH 连接实例。
# en: Updates the stack so that your public address, and no other, may reach the instance with SSH.
source "$(dirname "$0")/china.sh" || exit
[ $# -eq 1 ] || fail "用法：bash $0 <您的公网 IPv4 地址>，例如 203.0.113.7" # zh
[ $# -eq 1 ] || fail "Usage: bash $0 <your public IPv4 address>, for example 203.0.113.7" # en
octet='(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])'
public="^$octet(\.$octet){3}\$"
private='^(0|10|127|192\.168|172\.(1[6-9]|2[0-9]|3[01]))\.'
if [[ ! $1 =~ $public || $1 =~ $private ]]; then
  fail "$1 不是公网 IPv4 地址。在浏览器中搜索“我的 IP”，可以看到您的公网地址。" # zh
  fail "$1 is not a public IPv4 address. Search the web for “my IP” to see yours." # en
fi

parameters=$(stack 'Parameters[].[ParameterKey, ParameterValue, ResolvedValue]')
[ -n "$parameters" ] || fail "没有堆栈 DeepLearning。请先运行 deploy-stack。" # zh
[ -n "$parameters" ] || fail "There is no stack DeepLearning. Run deploy-stack first." # en
options=("ParameterKey=SshAddress,ParameterValue=$1/32")
while IFS=$'\t' read -r key value resolved; do
  case $key in
    SshAddress) allowed=$value ;;
    Image) parameter=$value image=$resolved ;;
  esac
  [ "$key" = SshAddress ] || options+=("ParameterKey=$key,UsePreviousValue=true")
done <<< "$parameters"
if [ "$allowed" = "$1/32" ]; then
  echo "已经只允许 $1 通过 SSH 连接，无需更改。" # zh
  echo "SSH is open to $1 alone already; there is nothing to change." # en
  exit
fi

# zh: 更新时会重新读取映像参数；它若已指向新的映像，实例和磁盘就会被换掉。
# en: An update reads the image parameter again; if it points to a new image, the instance and its disk are replaced.
newest=$(aws ssm get-parameters --names "$parameter" --query 'Parameters[0].Value' --output text)
if [ "$newest" != "$image" ]; then
  echo "参数 $parameter 已从 $image 变为 $newest。" >&2 # zh
  echo "The parameter $parameter went from $image to $newest." >&2 # en
  fail "更新会换掉实例，数据随之丢失，所以什么都没有改。请改用会话管理器连接。" # zh
  fail "An update would replace the instance and lose its data, so nothing was changed. Use Session Manager." # en
fi
aws cloudformation update-stack --stack-name DeepLearning --use-previous-template --capabilities CAPABILITY_IAM \
  --parameters "${options[@]}" > /dev/null
if ! aws cloudformation wait stack-update-complete --stack-name DeepLearning 2> /dev/null; then
  reason=$(aws cloudformation describe-stack-events --stack-name DeepLearning --output text --query \
    "StackEvents[?ResourceStatus=='UPDATE_FAILED'] | [:1].join(': ', [LogicalResourceId, ResourceStatusReason])")
  fail "没有改成。$reason" # zh
  fail "The change failed. $reason" # en
fi
echo "现在只允许 $1 通过 SSH 连接。" # zh
echo "SSH is open to $1 alone now." # en
