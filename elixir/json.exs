# JSON for Elixir 1.14 to 1.20 without a dependency: maps, lists, strings, numbers, booleans and nil.
defmodule PhoenixDeploy.JSON do
  def encode(nil), do: "null"
  def encode(true), do: "true"
  def encode(false), do: "false"
  def encode(value) when is_atom(value), do: encode(Atom.to_string(value))
  def encode(value) when is_integer(value), do: Integer.to_string(value)
  def encode(value) when is_float(value), do: Float.to_string(value)

  def encode(value) when is_list(value),
    do: ["[", Enum.intersperse(Enum.map(value, &encode/1), ","), "]"]

  def encode(value) when is_map(value) do
    pairs = for {key, item} <- value, do: [encode(to_string(key)), ":", encode(item)]
    ["{", Enum.intersperse(pairs, ","), "}"]
  end

  def encode(value) when is_binary(value) do
    text = if String.valid?(value), do: value, else: IO.iodata_to_binary(replaced(value))
    [?", for(<<char::utf8 <- text>>, do: escape(char)), ?"]
  end

  # Bytes that are no UTF-8 are shown as such, one by one, instead of breaking the file.
  defp replaced(<<char::utf8, rest::binary>>), do: [<<char::utf8>> | replaced(rest)]
  defp replaced(<<_, rest::binary>>), do: ["\uFFFD" | replaced(rest)]
  defp replaced(<<>>), do: []

  defp escape(?"), do: "\\\""
  defp escape(?\\), do: "\\\\"

  defp escape(char) when char < 0x20,
    do: "\\u" <> String.pad_leading(Integer.to_string(char, 16), 4, "0")

  defp escape(char), do: <<char::utf8>>

  # Whole or not at all: a crash leaves no file, and no file is never a pass. Inside a step the time since its beginning
  # is part of it.
  def write(name, value) do
    path = Path.join(System.fetch_env!("PD_OUT"), name)
    started = Process.get(:phoenix_deploy_step)
    value = if started, do: Map.put(value, :ms, System.monotonic_time(:millisecond) - started), else: value
    File.write!(path <> ".tmp", encode(value))
    File.rename!(path <> ".tmp", path)
  end
end
