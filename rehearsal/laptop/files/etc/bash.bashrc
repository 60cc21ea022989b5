# What an interactive bash of the rehearsal laptop begins with.
PS1='\u@\h:\w\$ '
