"""Everything that is not a step: the site, the translation, the template, the rehearsal, the walkthrough."""
