"""The services that the rehearsal answers for, each in a module of its own."""
