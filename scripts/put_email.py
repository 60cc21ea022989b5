# zh: 把收预警的邮箱地址存入参数 email。
# en: Keeps the address that alerts go to in the parameter email.
import re
import sys

import china

if len(sys.argv) != 2:
    china.fail(f"用法：python3 {sys.argv[0]} <邮箱地址>，例如 you@example.com")  # zh
    china.fail(f"Usage: python3 {sys.argv[0]} <address>, for example you@example.com")  # en
address = sys.argv[1]
syntax = r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+"
if not re.fullmatch(syntax, address):
    china.fail(f"{address} 不像邮箱地址，例如 you@example.com。请检查标点是不是英文的。")  # zh
    china.fail(f"{address} does not look like an address such as you@example.com.")  # en

answer = china.client("ssm").put_parameter(Name="email", Type="String", Value=address, Overwrite=True)
if answer["Version"] == 1:
    print(f"已创建参数 email：{address}")  # zh
    print(f"Created the parameter email: {address}")  # en
else:
    print(f"已覆盖参数 email 原来的值：{address}")  # zh
    print(f"Overwrote the parameter email: {address}")  # en
