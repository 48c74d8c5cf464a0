import Config

# A fault that a commit can carry: :none, :errors_after_traffic or :never_healthy.
config :demo_app, :fault, :none
