# zh: 查看 AWS 的公共参数现在指向哪个映像（DLAMI）。
# en: Shows which machine image (DLAMI) a public parameter of AWS points to now.
import sys

import china

default = "/aws/service/deeplearning/ami/x86_64/oss-nvidia-driver-gpu-pytorch-2.12-ubuntu-24.04/latest/ami-id"
name = sys.argv[1] if len(sys.argv) > 1 else default

parameters = china.client("ssm").get_parameters(Names=[name])["Parameters"]
if not parameters:
    print(f"{china.region} 没有参数 {name}。")  # zh
    print(f"{china.region} has no parameter {name}.")  # en
    print("请运行 keep-image deep-learning-image，再用 deploy-stack Image=deep-learning-image 部署。")  # zh
    print("Run keep-image deep-learning-image, then deploy with deploy-stack Image=deep-learning-image.")  # en
    sys.exit()

image = parameters[0]["Value"]
details = china.client("ec2").describe_images(ImageIds=[image])["Images"][0]
print(image, details["CreationDate"][:10], details["Name"])
