#!/usr/bin/env bash
# zh: 查看 AWS 的公共参数现在指向哪个映像（DLAMI）。
# en: Shows which machine image (DLAMI) a public parameter of AWS points to now.
source "$(dirname "$0")/china.sh" || exit
name=${1:-/aws/service/deeplearning/ami/x86_64/oss-nvidia-driver-gpu-pytorch-2.12-ubuntu-24.04/latest/ami-id}

image=$(aws ssm get-parameters --names "$name" --query 'Parameters[0].Value' --output text)
if [ "$image" = None ]; then
  echo "$AWS_REGION 没有参数 $name。" # zh
  echo "$AWS_REGION has no parameter $name." # en
  echo "请运行 keep-image deep-learning-image，再用 deploy-stack Image=deep-learning-image 部署。" # zh
  echo "Run keep-image deep-learning-image, then deploy with deploy-stack Image=deep-learning-image." # en
  exit
fi

details=$(aws ec2 describe-images --image-ids "$image" --query 'Images[0].[CreationDate, Name]' --output text)
read -r date title <<< "$details"
echo "$image ${date%%T*} $title"
