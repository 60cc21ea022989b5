# zh: 显示您的凭证属于哪个账户。
# en: Shows which account your credentials belong to.
import china

identity = china.client("sts").get_caller_identity()
account, arn = identity["Account"], identity["Arn"]
if not arn.startswith("arn:aws-cn:"):
    china.fail(f"{arn} 不属于中国区账户。请运行 aws configure，填入中国区账户的密钥。")  # zh
    china.fail(f"{arn} is not in China. Run aws configure with a key of your China account.")  # en

print(f"账户：{account}")  # zh
print(f"Account: {account}")  # en
print(f"身份：{arn}")  # zh
print(f"Identity: {arn}")  # en
