# zh: 找到最新的 PyTorch 映像（DLAMI），把它的 ID 存入您自己的参数。
# en: Finds the newest PyTorch image (DLAMI) and keeps its id in a parameter of your own.
import sys

import china

if len(sys.argv) != 2:
    china.fail(f"用法：python3 {sys.argv[0]} <参数名称>，例如 deep-learning-image")  # zh
    china.fail(f"Usage: python3 {sys.argv[0]} <parameter-name>, for example deep-learning-image")  # en

images = china.client("ec2").describe_images(
    Owners=["amazon"],
    Filters=[
        {"Name": "state", "Values": ["available"]},
        {"Name": "name", "Values": ["Deep Learning OSS Nvidia Driver AMI GPU PyTorch*Ubuntu 24.04*"]},
    ],
)["Images"]
if not images:
    china.fail(f"{china.region} 没有适合的映像。请在 EC2 控制台的 AMI 目录中查找。")  # zh
    china.fail(f"{china.region} has no such image. Look in the AMI Catalog of the EC2 console.")  # en

newest = max(images, key=lambda image: image["CreationDate"])
china.client("ssm").put_parameter(
    Name=sys.argv[1], Type="String", DataType="aws:ec2:image", Value=newest["ImageId"], Overwrite=True
)
print(newest["ImageId"], newest["CreationDate"][:10], newest["Name"])
print(f"已存入参数 {sys.argv[1]}。请用 deploy-stack Image={sys.argv[1]} 部署。")  # zh
print(f"Kept in the parameter {sys.argv[1]}. Deploy with deploy-stack Image={sys.argv[1]}.")  # en
