import Config

# The tests start servers of their own, on free ports.
config :demo_app, :serve, config_env() != :test

# A fault that a commit can carry: :none, :errors_after_traffic or :never_healthy.
config :demo_app, :fault, :none

config :demo_app,
  # Share of requests to the page that fail, from 0.0 to 1.0.
  error_rate: 0.0,
  # With :errors_after_traffic, how many requests to the page succeed before all fail.
  errors_after: 12,
  # How long the page takes.
  latency_ms: 0,
  # A version to answer in place of the true one; nil answers the true one.
  version_override: nil,
  # How long a stop waits for requests in flight.
  drain_ms: 10_000

config :logger, level: if(config_env() == :test, do: :warning, else: :info)
