# What an interactive bash of the rehearsal instance begins with, as on Ubuntu.
PS1='\u@\h:\w\$ '
