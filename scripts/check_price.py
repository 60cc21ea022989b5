# zh: 查询某种实例类型按需运行 Linux 的价格。
# en: Looks up the on-demand price of an instance type with Linux.
import json
import sys

import china

if len(sys.argv) != 2:
    china.fail(f"用法：python3 {sys.argv[0]} <实例类型>，例如 g5.xlarge")  # zh
    china.fail(f"Usage: python3 {sys.argv[0]} <type>, for example g5.xlarge")  # en

instance_type = sys.argv[1]
criteria = {
    "regionCode": china.region,
    "instanceType": instance_type,
    "operatingSystem": "Linux",
    "tenancy": "Shared",
    "preInstalledSw": "NA",
    "capacitystatus": "Used",
}
# zh: 北京的价格也由宁夏答复。
# en: Ningxia answers for Beijing's prices too.
products = china.client("pricing", region="cn-northwest-1").get_products(
    ServiceCode="AmazonEC2",
    Filters=[{"Type": "TERM_MATCH", "Field": field, "Value": value} for field, value in criteria.items()],
)["PriceList"]

if products:
    (term,) = json.loads(products[0])["terms"]["OnDemand"].values()
    (dimension,) = term["priceDimensions"].values()
    hour = float(dimension["pricePerUnit"]["CNY"])
    print(f"{instance_type} 在 {china.region}：每小时 {hour:.2f} 元。")  # zh
    print(f"{instance_type} in {china.region}: CNY {hour:.2f} an hour.")  # en
    print(f"整月不停（730 小时）：{hour * 730:.0f} 元。")  # zh
    print(f"A month without a stop (730 hours): CNY {hour * 730:.0f}.")  # en
else:
    print(f"没有查到 {instance_type} 在 {china.region} 的价格。")  # zh
    print(f"There is no price for {instance_type} in {china.region}.")  # en
    print(f"请运行 check-offering {instance_type}，看看该区域是否提供它。")  # zh
    print(f"Run check-offering {instance_type} to see whether the region offers it.")  # en
