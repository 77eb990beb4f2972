"""Long journeys and hormones for the public: what to do, whom to ask, in plain words."""
