# zh: 删除参数；不写名称时，删除 email。
# en: Deletes parameters: email, unless you name others.
import sys

import china

names = sys.argv[1:] or ["email"]
deleted = china.client("ssm").delete_parameters(Names=names).get("DeletedParameters", [])
for name in names:
    if name in deleted:
        print(f"已删除参数 {name}。")  # zh
        print(f"Deleted the parameter {name}.")  # en
    else:
        print(f"{china.region} 没有参数 {name}，无需删除。")  # zh
        print(f"There is no parameter {name} in {china.region}; there is nothing to delete.")  # en
