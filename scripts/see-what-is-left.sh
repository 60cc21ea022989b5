#!/usr/bin/env bash
# zh: 列出本指南创建的、现在还在的资源。
# en: Lists what this guide created and is still there.
source "$(dirname "$0")/china.sh" || exit

left=""
look() {
  found=$(aws "$@" --output text)
  [[ -z $found || $found == None ]] || left+=$found$'\n'
}

account=$(aws sts get-caller-identity --query Account --output text)
tagged="[?Tags[?Value=='DeepLearning']]"
look cloudformation describe-stacks \
  --query "Stacks[?StackName=='DeepLearning'].['AWS::CloudFormation::Stack', StackName, StackStatus]"
look ec2 describe-instances --filters Name=instance-state-name,Values=pending,running,stopping,stopped \
  --query "Reservations[].Instances[] | $tagged.['AWS::EC2::Instance', InstanceId, State.Name]"
look ec2 describe-volumes --query "Volumes$tagged.['AWS::EC2::Volume', VolumeId, State]"
look ec2 describe-security-groups --query "SecurityGroups$tagged.['AWS::EC2::SecurityGroup', GroupId, GroupName]"
look ec2 describe-vpcs --query "Vpcs$tagged.['AWS::EC2::VPC', VpcId, CidrBlock]"
look iam list-roles --query "Roles[?starts_with(RoleName, 'DeepLearning-')].['AWS::IAM::Role', RoleName, Path]"
look budgets describe-budgets --account-id "$account" \
  --query "Budgets[?contains(BudgetName, 'DeepLearning')].['AWS::Budgets::Budget', BudgetName, TimeUnit]"
look cloudwatch describe-alarms --alarm-name-prefix DeepLearning- \
  --query "MetricAlarms[].['AWS::CloudWatch::Alarm', AlarmName, StateValue]"
look ssm describe-parameters --parameter-filters Key=Name,Values=email,deep-learning-image \
  --query "Parameters[].['AWS::SSM::Parameter', Name, Type]"

if [ -z "$left" ]; then
  echo "$AWS_REGION 中什么都没有留下。" # zh
  echo "Nothing is left in $AWS_REGION." # en
  exit
fi
printf %s "$left"
echo "以上还在。请用 delete-stack 或 delete-parameters 删除。" # zh
echo "This is still there. Use delete-stack or delete-parameters." # en
if [[ $left =~ ::(Instance|Volume) ]]; then
  echo "实例和磁盘会计费。" # zh
  echo "Instances and volumes are billed." # en
fi
if [[ $left =~ ::(Role|Budget) && $left != *::Stack* ]]; then
  other=cn-north-1
  [ "$AWS_REGION" != $other ] || other=cn-northwest-1
  echo "角色和预算不属于区域。请设置 AWS_REGION=$other，到另一个区域再看看。" # zh
  echo "Roles and budgets are in no region. Look in the other one too, with AWS_REGION=$other." # en
fi
