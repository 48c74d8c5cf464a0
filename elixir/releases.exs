# Which release `mix release` makes when it is given no name: what mix.exs says, read as mix itself reads it.
defmodule PhoenixDeploy.Releases do
  # The name, or nil where mix has none (an umbrella without `releases:`), and how it came to be chosen. `:named` is the
  # only choice that mix has to be given by name: with several releases and no `default_release` it refuses to choose,
  # so the one called `app`, else the first, is taken.
  def chosen(config, app \\ nil) do
    case names(config) do
      [] -> if umbrella?(config), do: {nil, :none}, else: {to_string(config[:app]), :app}
      [name] -> {name, :only}
      names -> of_several(names, config, app)
    end
  end

  def names(config), do: for({name, _} <- config[:releases] || [], do: to_string(name))

  defp of_several(names, config, app) do
    wanted = Enum.map([app, config[:app]], &to_string/1)

    cond do
      default = config[:default_release] -> {to_string(default), :default}
      name = Enum.find(wanted, &(&1 in names)) -> {name, :named}
      true -> {hd(names), :named}
    end
  end

  defp umbrella?(config), do: config[:apps_path] != nil
end
