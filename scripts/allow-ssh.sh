#!/usr/bin/env bash
# zh: 修改防火墙，只允许您的公网地址通过 SSH 连接实例。
# en: Changes the firewall so that your public address, and no other, may reach the instance with SSH.
source "$(dirname "$0")/china.sh" || exit
[ $# -eq 1 ] || fail "用法：bash $0 <您的公网 IPv4 地址>，例如 203.0.113.7" # zh
[ $# -eq 1 ] || fail "Usage: bash $0 <your public IPv4 address>, for example 203.0.113.7" # en
octet='(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])'
private='^(0|10|127|22[4-9]|2[3-5][0-9]|169\.254|192\.168|172\.(1[6-9]|2[0-9]|3[01])|100\.(6[4-9]|[7-9][0-9]|1[01][0-9]|12[0-7]))\.'
[[ $1 != */32 ]] || fail "请只写地址，不写 /32。" # zh
[[ $1 != */32 ]] || fail "Write the address without /32." # en
if [[ ! $1 =~ ^$octet(\.$octet){3}$ || $1 =~ $private ]]; then
  fail "$1 不是公网 IPv4 地址。在浏览器中搜索“我的 IP”，可以看到您的公网地址。" # zh
  fail "$1 is not a public IPv4 address. Search the web for “my IP” to see yours." # en
fi

# zh: 不更新堆栈：更新会重新读取映像参数，它若已指向新的映像，实例和磁盘就会被换掉。
# en: The stack is not updated: an update reads the image parameter again, and a new image would replace the instance.
firewall=$(aws ec2 describe-security-groups --output text \
  --filters Name=tag:aws:cloudformation:stack-name,Values=DeepLearning \
  Name=tag:aws:cloudformation:logical-id,Values=SecurityGroup \
  --query "SecurityGroups[0].[GroupId, join(' ', IpPermissions[].IpRanges[].CidrIp)]")
read -r group allowed <<< "$firewall"
[ "$group" != None ] || fail "$AWS_REGION 没有堆栈 DeepLearning。请先运行 deploy-stack。" # zh
[ "$group" != None ] || fail "There is no stack DeepLearning in $AWS_REGION. Run deploy-stack first." # en
if [ "$allowed" = "$1/32" ]; then
  echo "已经只允许 $1 通过 SSH 连接，无需更改。" # zh
  echo "SSH is open to $1 alone already; there is nothing to change." # en
  exit
fi

for address in $allowed; do
  aws ec2 revoke-security-group-ingress --group-id "$group" --protocol tcp --port 22 --cidr "$address" > /dev/null
done
aws ec2 authorize-security-group-ingress --group-id "$group" --protocol tcp --port 22 --cidr "$1/32" > /dev/null
echo "现在只允许 $1 通过 SSH 连接。" # zh
echo "SSH is open to $1 alone now." # en
