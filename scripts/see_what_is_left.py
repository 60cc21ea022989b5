# zh: 列出本指南创建的、现在还在的资源。
# en: Lists what this guide created and is still there.
import sys

import china

left = []


def look(service, operation, query, **arguments):
    pages = china.client(service).get_paginator(operation).paginate(**arguments)
    left.extend(line for line in pages.search(query) if line)


account = china.client("sts").get_caller_identity()["Account"]
alive = [{"Name": "instance-state-name", "Values": ["pending", "running", "stopping", "stopped"]}]
tagged = "[?Tags[?Value=='DeepLearning']]"
look(
    "cloudformation",
    "describe_stacks",
    "Stacks[?StackName=='DeepLearning'].['AWS::CloudFormation::Stack', StackName, StackStatus]",
)
look(
    "ec2",
    "describe_instances",
    f"Reservations[].Instances[] | {tagged}.['AWS::EC2::Instance', InstanceId, State.Name]",
    Filters=alive,
)
look("ec2", "describe_volumes", f"Volumes{tagged}.['AWS::EC2::Volume', VolumeId, State]")
look("ec2", "describe_security_groups", f"SecurityGroups{tagged}.['AWS::EC2::SecurityGroup', GroupId, GroupName]")
look("ec2", "describe_vpcs", f"Vpcs{tagged}.['AWS::EC2::VPC', VpcId, CidrBlock]")
look("iam", "list_roles", "Roles[?starts_with(RoleName, 'DeepLearning-')].['AWS::IAM::Role', RoleName, Path]")
look(
    "budgets",
    "describe_budgets",
    "Budgets[?contains(BudgetName, 'DeepLearning')].['AWS::Budgets::Budget', BudgetName, TimeUnit]",
    AccountId=account,
)
look(
    "cloudwatch",
    "describe_alarms",
    "MetricAlarms[].['AWS::CloudWatch::Alarm', AlarmName, StateValue]",
    AlarmNamePrefix="DeepLearning-",
)
look(
    "ssm",
    "describe_parameters",
    "Parameters[].['AWS::SSM::Parameter', Name, Type]",
    ParameterFilters=[{"Key": "Name", "Values": ["email", "deep-learning-image"]}],
)

if not left:
    print(f"{china.region} 中什么都没有留下。")  # zh
    print(f"Nothing is left in {china.region}.")  # en
    sys.exit()
for line in left:
    print(*line, sep="\t")
print("以上还在。请用 delete-stack 或 delete-parameters 删除。")  # zh
print("This is still there. Use delete-stack or delete-parameters.")  # en
kinds = {kind.split("::")[-1] for kind, *_ in left}
if kinds & {"Instance", "Volume"}:
    print("实例和磁盘会计费。")  # zh
    print("Instances and volumes are billed.")  # en
if kinds & {"Role", "Budget"} and "Stack" not in kinds:
    other = "cn-northwest-1" if china.region == "cn-north-1" else "cn-north-1"
    print(f"角色和预算不属于区域。请设置 AWS_REGION={other}，到另一个区域再看看。")  # zh
    print(f"Roles and budgets are in no region. Look in the other one too, with AWS_REGION={other}.")  # en
