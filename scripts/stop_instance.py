# zh: 停止堆栈中的实例，并等待它停下。
# en: Stops the instance of the stack and waits until it has stopped.
import china

outputs = {output["OutputKey"]: output["OutputValue"] for output in china.stack().get("Outputs", [])}
if not outputs:
    china.fail(f"{china.region} 没有创建好的堆栈 DeepLearning。请先运行 deploy-stack。")  # zh
    china.fail(f"There is no complete stack DeepLearning in {china.region}. Run deploy-stack first.")  # en

instance = outputs["InstanceId"]
ec2 = china.client("ec2")
ec2.stop_instances(InstanceIds=[instance])
ec2.get_waiter("instance_stopped").wait(InstanceIds=[instance])
print(f"实例 {instance} 已停止；它的磁盘继续计费，直到删除堆栈。")  # zh
print(f"The instance {instance} is stopped; its disk is billed until you delete the stack.")  # en
