"""Safety of anticoagulants in a whole record system (reference 2, section 6.14): a step a rule."""
