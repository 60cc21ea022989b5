# zh: 显示参数 email 中的邮箱地址。
# en: Shows the address in the parameter email.
import china

name = "email"
parameters = china.client("ssm").get_parameters(Names=[name])["Parameters"]
if not parameters:
    china.fail(f"{china.region} 没有参数 {name}。请先运行 put-email。")  # zh
    china.fail(f"{china.region} has no parameter {name}. Run put-email first.")  # en
kind, address = parameters[0]["Type"], parameters[0]["Value"]
if kind != "String":
    china.fail(f"参数 {name} 的类型是 {kind}，应为 String。请运行 delete-parameters，再运行 put-email。")  # zh
    china.fail(f"The parameter {name} is a {kind}, not a String. Run delete-parameters, then put-email.")  # en
print(address)
