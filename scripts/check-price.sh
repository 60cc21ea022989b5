#!/usr/bin/env bash
# zh: 查询某种实例类型按需运行 Linux 的价格。
# en: Looks up the on-demand price of an instance type with Linux.
source "$(dirname "$0")/china.sh" || exit
[ $# -eq 1 ] || fail "用法：bash $0 <实例类型>，例如 g5.xlarge" # zh
[ $# -eq 1 ] || fail "Usage: bash $0 <type>, for example g5.xlarge" # en

# zh: 北京的价格也由宁夏答复。
# en: Ningxia answers for Beijing's prices too.
product=$(aws pricing get-products --region cn-northwest-1 --service-code AmazonEC2 \
  --query 'PriceList[0]' --output text --filters \
  "Type=TERM_MATCH,Field=regionCode,Value=$AWS_REGION" \
  "Type=TERM_MATCH,Field=instanceType,Value=$1" \
  Type=TERM_MATCH,Field=operatingSystem,Value=Linux \
  Type=TERM_MATCH,Field=tenancy,Value=Shared \
  Type=TERM_MATCH,Field=preInstalledSw,Value=NA \
  Type=TERM_MATCH,Field=capacitystatus,Value=Used)

price='"CNY": *"([0-9.]+)"'
if [[ ${product#*\"OnDemand\":} =~ $price ]]; then
  read -r hour month <<< "$(awk -v price="${BASH_REMATCH[1]}" 'BEGIN { printf "%.2f %.0f", price, price * 730 }')"
  echo "$1 在 $AWS_REGION：每小时 $hour 元。" # zh
  echo "$1 in $AWS_REGION: CNY $hour an hour." # en
  echo "整月不停（730 小时）：$month 元。" # zh
  echo "A month without a stop (730 hours): CNY $month." # en
else
  echo "没有查到 $1 在 $AWS_REGION 的价格。" # zh
  echo "There is no price for $1 in $AWS_REGION." # en
  echo "请运行 check-offering $1，看看该区域是否提供它。" # zh
  echo "Run check-offering $1 to see whether the region offers it." # en
fi
