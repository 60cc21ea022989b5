# zh: 显示参数 email 中的邮箱地址。
# en: Shows the address in the parameter email.
import china

parameters = china.client("ssm").get_parameters(Names=["email"])["Parameters"]
if not parameters:
    china.fail(f"{china.region} 没有参数 email。请先运行 put-email。")  # zh
    china.fail(f"{china.region} has no parameter email. Run put-email first.")  # en
kind, address = parameters[0]["Type"], parameters[0]["Value"]
if kind != "String":
    china.fail(f"参数 email 的类型是 {kind}，应为 String。请运行 delete-parameters，再运行 put-email。")  # zh
    china.fail(f"The parameter email is a {kind}, not a String. Run delete-parameters, then put-email.")  # en
print(address)
