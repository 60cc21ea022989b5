# zh: 每个脚本的开头：选定中国区域；出错时告诉您怎么办。
# en: The start of every script: settles on a China region, and says what to do when something fails.
set -euo pipefail
export AWS_REGION="${AWS_REGION:-${AWS_DEFAULT_REGION:-cn-northwest-1}}"
export AWS_DEFAULT_REGION="$AWS_REGION" AWS_PAGER="" AWS_CLI_FILE_ENCODING=UTF-8 MSYS_NO_PATHCONV=1

fail() {
  echo "$1" >&2
  exit 1
}

[[ $AWS_REGION == cn-* ]] || fail "$AWS_REGION 不是中国区域。请运行 unset AWS_REGION AWS_DEFAULT_REGION。" # zh
[[ $AWS_REGION == cn-* ]] || fail "$AWS_REGION is not in China. Run unset AWS_REGION AWS_DEFAULT_REGION." # en
command -v aws > /dev/null || fail "找不到 aws 命令。请运行 source ~/aws-tools/bin/activate；还没有安装时，请见“准备工作”一页。" # zh
command -v aws > /dev/null || fail "There is no aws command here. Run source ~/aws-tools/bin/activate; to install it, see the page Preparation." # en

explain() {
  network="检查网络。" # zh
  network="check your network." # en
  if [[ ${AWS_ENDPOINT_URL:-} == *//127.0.0.1* ]]; then
    network="演练已经结束。请打开新的终端，或清除 AWS_ENDPOINT_URL 等演练设置的变量。" # zh
    network="the rehearsal is over. Open a new terminal, or unset AWS_ENDPOINT_URL and the others that it set." # en
  fi
  echo "错误信息如上。如果提到：" # zh
  echo "The error is above. If it mentions:" # en
  echo "- credentials、token、signature 或 AuthFailure：运行 aws configure，填入中国区账户的密钥。" # zh
  echo "- credentials, token, signature or AuthFailure: run aws configure with a key of your China account." # en
  echo "- connect 或 timeout：$network" # zh
  echo "- connect or timeout: $network" # en
  echo "- not authorized 或 AccessDenied：请账户管理员授权。" # zh
  echo "- not authorized or AccessDenied: ask your account's administrator for permission." # en
}
# zh: AWS CLI 失败时，退出状态是 252 到 255。
# en: The AWS CLI fails with a status of 252 to 255.
trap '[ $? -lt 252 ] || explain >&2' EXIT

# zh: 查询堆栈 DeepLearning；没有这个堆栈时，结果为空。
# en: Asks for something of the stack DeepLearning; the answer is empty where there is no such stack.
stack() {
  aws cloudformation describe-stacks --query "Stacks[?StackName=='DeepLearning'].$1" --output text
}
