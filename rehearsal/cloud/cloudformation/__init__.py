"""CloudFormation: a template is read, checked and deployed, and what happened is told in events.

Moto's own CloudFormation is not used. It takes most mistakes for good, and never says what a resource went through;
both are what a reader of the guide meets first.
"""
