"""Small models that come with the app: rules and a few hundred kilobytes of weights, no download, no engine."""
