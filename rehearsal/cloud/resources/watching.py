"""What watches over the money: a budget, an alarm, and the topic that either may write to."""

from __future__ import annotations

from rehearsal.cloud.resources.base import Properties, ResourceType


class Budget(ResourceType):
    """A budget; the addresses that it writes to cannot be changed, so another address means another budget."""

    NAME = "AWS::Budgets::Budget"
    REQUIRED = frozenset({"Budget"})
    OPTIONAL = frozenset({"NotificationsWithSubscribers"})
    CHANGEABLE = frozenset({"Budget"})
    REPLACING = frozenset({"NotificationsWithSubscribers"})

    def create(self, properties: Properties) -> str:
        """Make a budget, with a name made up if there is none."""
        name: str = properties["Budget"].get("BudgetName") or self.place.generated_name()
        self.call(
            "budgets",
            "create_budget",
            AccountId=self.place.account.id,
            Budget={**properties["Budget"], "BudgetName": name},
            NotificationsWithSubscribers=properties.get("NotificationsWithSubscribers"),
        )
        return name

    def update(self, physical_id: str, old: Properties, new: Properties) -> None:
        """Change the amount and whatever else the budget says."""
        changed = {**new["Budget"], "BudgetName": physical_id}
        self.call("budgets", "update_budget", AccountId=self.place.account.id, NewBudget=changed)

    def delete(self, physical_id: str, properties: Properties) -> None:
        """Delete the budget."""
        self.call("budgets", "delete_budget", AccountId=self.place.account.id, BudgetName=physical_id)


class Alarm(ResourceType):
    """A CloudWatch alarm."""

    NAME = "AWS::CloudWatch::Alarm"
    CHANGEABLE = frozenset(
        {
            "ActionsEnabled",
            "AlarmActions",
            "AlarmDescription",
            "ComparisonOperator",
            "DatapointsToAlarm",
            "Dimensions",
            "EvaluationPeriods",
            "InsufficientDataActions",
            "MetricName",
            "Namespace",
            "OKActions",
            "Period",
            "Statistic",
            "Threshold",
            "TreatMissingData",
            "Unit",
        }
    )
    OPTIONAL = CHANGEABLE | {"AlarmName", "Tags"}
    REPLACING = frozenset({"AlarmName"})
    ATTRIBUTES = frozenset({"Arn"})

    def create(self, properties: Properties) -> str:
        """Make an alarm."""
        name: str = properties.get("AlarmName") or self.place.generated_name()
        self.call("cloudwatch", "put_metric_alarm", **{**properties, "AlarmName": name})
        return name

    def read(self, physical_id: str, properties: Properties) -> dict[str, str]:
        """Return the ARN."""
        alarms = self.call("cloudwatch", "describe_alarms", AlarmNames=[physical_id])["MetricAlarms"]
        return {"Arn": alarms[0]["AlarmArn"]}

    def update(self, physical_id: str, old: Properties, new: Properties) -> None:
        """Say anew what the alarm is about."""
        self.call("cloudwatch", "put_metric_alarm", **{**new, "AlarmName": physical_id})

    def delete(self, physical_id: str, properties: Properties) -> None:
        """Delete the alarm."""
        self.call("cloudwatch", "delete_alarms", AlarmNames=[physical_id])


class Topic(ResourceType):
    """A topic of SNS, with the subscriptions that are written into it."""

    NAME = "AWS::SNS::Topic"
    OPTIONAL = frozenset({"DisplayName", "KmsMasterKeyId", "Subscription", "Tags", "TopicName"})
    REPLACING = frozenset({"TopicName"})
    ATTRIBUTES = frozenset({"TopicArn", "TopicName"})

    def create(self, properties: Properties) -> str:
        """Make a topic."""
        name = properties.get("TopicName") or self.place.generated_name()
        attributes = {key: properties[key] for key in ("DisplayName", "KmsMasterKeyId") if key in properties}
        made = self.call("sns", "create_topic", Name=name, Attributes=attributes, Tags=properties.get("Tags"))
        arn: str = made["TopicArn"]
        with self.whole(arn, properties):
            for subscription in properties.get("Subscription", []):
                self.call("sns", "subscribe", TopicArn=arn, **subscription)
        return arn

    def read(self, physical_id: str, properties: Properties) -> dict[str, str]:
        """Return the ARN and the name."""
        return {"TopicArn": physical_id, "TopicName": physical_id.rpartition(":")[2]}

    def delete(self, physical_id: str, properties: Properties) -> None:
        """Delete the topic and its subscriptions."""
        for subscription in self.call("sns", "list_subscriptions_by_topic", TopicArn=physical_id)["Subscriptions"]:
            self.call("sns", "unsubscribe", SubscriptionArn=subscription["SubscriptionArn"])
        self.call("sns", "delete_topic", TopicArn=physical_id)


class Subscription(ResourceType):
    """A subscription to a topic."""

    NAME = "AWS::SNS::Subscription"
    REQUIRED = frozenset({"Protocol", "TopicArn"})
    OPTIONAL = frozenset({"Endpoint"})
    REPLACING = frozenset({"Endpoint", "Protocol", "TopicArn"})

    def create(self, properties: Properties) -> str:
        """Subscribe."""
        arn: str = self.call("sns", "subscribe", ReturnSubscriptionArn=True, **properties)["SubscriptionArn"]
        return arn

    def delete(self, physical_id: str, properties: Properties) -> None:
        """Unsubscribe."""
        self.call("sns", "unsubscribe", SubscriptionArn=physical_id)
