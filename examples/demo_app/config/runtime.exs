import Config

config :demo_app,
  port: String.to_integer(System.get_env("PORT", "4000")),
  data: System.get_env("DEMO_DATA", Path.join(System.tmp_dir!(), "demo_app")),
  error_rate: String.to_float(System.get_env("DEMO_ERROR_RATE", "0.0")),
  latency_ms: String.to_integer(System.get_env("DEMO_LATENCY_MS", "0")),
  serve: config_env() == :prod
