#!/usr/bin/env bash
# zh: 显示您的凭证属于哪个账户。
# en: Shows which account your credentials belong to.
source "$(dirname "$0")/china.sh" || exit

identity=$(aws sts get-caller-identity --query '[Account, Arn]' --output text)
read -r account arn <<< "$identity"
[[ $arn == arn:aws-cn:* ]] || fail "$arn 不属于中国区账户。请运行 aws configure，填入中国区账户的密钥。" # zh
[[ $arn == arn:aws-cn:* ]] || fail "$arn is not in China. Run aws configure with a key of your China account." # en

echo "账户：$account" # zh
echo "Account: $account" # en
echo "身份：$arn" # zh
echo "Identity: $arn" # en
