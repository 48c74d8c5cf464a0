import Config

# Runs at every start, of a release too: what differs between slots comes from the environment.

# Sets a key from a variable, where that is given; `read` makes a value of its text.
set = fn key, variable, read ->
  case System.get_env(variable, "") do
    "" -> :ok
    given -> config :demo_app, [{key, read.(given, variable)}]
  end
end

text = fn text, _variable -> text end

whole = fn text, variable ->
  case Integer.parse(text) do
    {number, ""} when number >= 0 -> number
    _ -> raise "#{variable} is #{inspect(text)}; it must be a whole number, such as 30"
  end
end

share = fn text, variable ->
  case Float.parse(text) do
    {number, ""} when number >= 0 and number <= 1 -> number
    _ -> raise "#{variable} is #{inspect(text)}; it must be a number from 0 to 1, such as 0.05"
  end
end

address = fn text, variable ->
  case :inet.parse_ipv4strict_address(to_charlist(text)) do
    {:ok, ip} -> ip
    _ -> raise "#{variable} is #{inspect(text)}; it must be an IPv4 address, such as 127.0.0.1"
  end
end

always = fn value -> fn _text, _variable -> value end end

config :demo_app,
  port: 4000,
  # A router on another host reaches a release at every address of its own, as with Phoenix.
  ip: if(config_env() == :prod, do: {0, 0, 0, 0}, else: {127, 0, 0, 1}),
  data: Path.join(System.tmp_dir!(), "demo_app")

set.(:port, "PORT", whole)
set.(:ip, "DEMO_IP", address)
set.(:data, "DEMO_DATA", text)
set.(:drain_ms, "DEMO_DRAIN_MS", whole)

# The dials. What a commit carries (config.exs) is overruled by what the environment says.
set.(:error_rate, "DEMO_ERROR_RATE", share)
set.(:latency_ms, "DEMO_LATENCY_MS", whole)
set.(:version_override, "DEMO_VERSION_OVERRIDE", text)
set.(:errors_after, "DEMO_ERRORS_AFTER", whole)
set.(:fault, "DEMO_ERRORS_AFTER", always.(:errors_after_traffic))
set.(:fault, "DEMO_NEVER_HEALTHY", always.(:never_healthy))
