# zh: 修改防火墙，只允许您的公网地址通过 SSH 连接实例。
# en: Changes the firewall so that your public address, and no other, may reach the instance with SSH.
import re
import sys

import china

if len(sys.argv) != 2:
    china.fail(f"用法：python3 {sys.argv[0]} <您的公网 IPv4 地址>，例如 203.0.113.7")  # zh
    china.fail(f"Usage: python3 {sys.argv[0]} <your public IPv4 address>, for example 203.0.113.7")  # en
address = sys.argv[1]
octet = "(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])"
public = rf"{octet}(\.{octet}){{3}}"
private = (
    r"(0|10|127|22[4-9]|2[3-5][0-9]|169\.254|192\.168|172\.(1[6-9]|2[0-9]|3[01])"
    r"|100\.(6[4-9]|[7-9][0-9]|1[01][0-9]|12[0-7]))\."
)
if address.endswith("/32"):
    china.fail("请只写地址，不写 /32。")  # zh
    china.fail("Write the address without /32.")  # en
if not re.fullmatch(public, address) or re.match(private, address):
    china.fail(f"{address} 不是公网 IPv4 地址。在浏览器中搜索“我的 IP”，可以看到您的公网地址。")  # zh
    china.fail(f"{address} is not a public IPv4 address. Search the web for “my IP” to see yours.")  # en

# zh: 不更新堆栈：更新会重新读取映像参数，它若已指向新的映像，实例和磁盘就会被换掉。
# en: The stack is not updated: an update reads the image parameter again, and a new image would replace the instance.
ec2 = china.client("ec2")
groups = ec2.describe_security_groups(
    Filters=[
        {"Name": "tag:aws:cloudformation:stack-name", "Values": ["DeepLearning"]},
        {"Name": "tag:aws:cloudformation:logical-id", "Values": ["SecurityGroup"]},
    ]
)["SecurityGroups"]
if not groups:
    china.fail(f"{china.region} 没有堆栈 DeepLearning。请先运行 deploy-stack。")  # zh
    china.fail(f"There is no stack DeepLearning in {china.region}. Run deploy-stack first.")  # en
allowed = [source["CidrIp"] for rule in groups[0]["IpPermissions"] for source in rule["IpRanges"]]
if allowed == [f"{address}/32"]:
    print(f"已经只允许 {address} 通过 SSH 连接，无需更改。")  # zh
    print(f"SSH is open to {address} alone already; there is nothing to change.")  # en
    sys.exit()

port = {"GroupId": groups[0]["GroupId"], "IpProtocol": "tcp", "FromPort": 22, "ToPort": 22}
for old in allowed:
    ec2.revoke_security_group_ingress(CidrIp=old, **port)
ec2.authorize_security_group_ingress(CidrIp=f"{address}/32", **port)
print(f"现在只允许 {address} 通过 SSH 连接。")  # zh
print(f"SSH is open to {address} alone now.")  # en
