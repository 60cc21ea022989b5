#!/usr/bin/env bash
# zh: 找到最新的 PyTorch 映像（DLAMI），把它的 ID 存入您自己的参数。
# en: Finds the newest PyTorch image (DLAMI) and keeps its id in a parameter of your own.
source "$(dirname "$0")/china.sh" || exit
[ $# -eq 1 ] || fail "用法：bash $0 <参数名称>，例如 deep-learning-image" # zh
[ $# -eq 1 ] || fail "Usage: bash $0 <parameter-name>, for example deep-learning-image" # en

image=$(aws ec2 describe-images --owners amazon --filters Name=state,Values=available \
  'Name=name,Values=Deep Learning OSS Nvidia Driver AMI GPU PyTorch*Ubuntu 24.04*' \
  --query 'sort_by(Images, &CreationDate)[-1].[ImageId, CreationDate, Name]' --output text)
read -r id date title <<< "$image"
[ "$id" != None ] || fail "$AWS_REGION 没有适合的映像。请在 EC2 控制台的 AMI 目录中查找。" # zh
[ "$id" != None ] || fail "$AWS_REGION has no such image. Look in the AMI Catalog of the EC2 console." # en

aws ssm put-parameter --name "$1" --type String --data-type aws:ec2:image --value "$id" --overwrite > /dev/null
echo "$id ${date%%T*} $title"
echo "已存入参数 $1。请用 deploy-stack Image=$1 部署。" # zh
echo "Kept in the parameter $1. Deploy with deploy-stack Image=$1." # en
